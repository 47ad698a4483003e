// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Pins, time and buses for the programs around the drivers' examples.
#include <corten/hal/adc.h>
#include <corten/hal/delay.h>
#include <corten/hal/i2c.h>
#include <corten/hal/pin.h>
#include <corten/hal/pwm.h>
#include <corten/hal/spi.h>

#include <assert.h>
#include <string.h>

struct fake_pin {
    bool high;
};
ct_inline enum ct_error fake_high(void *pin) { return ((struct fake_pin *)pin)->high = true, CT_OK; }
ct_inline enum ct_error fake_low(void *pin) { return ((struct fake_pin *)pin)->high = false, CT_OK; }
ct_inline enum ct_error fake_toggle(void *pin) { return ((struct fake_pin *)pin)->high ^= 1, CT_OK; }
ct_inline int fake_level(void *pin) { return ((struct fake_pin *)pin)->high; }
static const struct ct_output_ops fake_output_ops = {fake_high, fake_low, fake_toggle, fake_level};
static const struct ct_input_ops fake_input_ops = {fake_level};
#define FAKE_OUTPUT(pin) ((struct ct_output_pin){&fake_output_ops, &(pin)})
#define FAKE_INPUT(pin)  ((struct ct_input_pin){&fake_input_ops, &(pin)})

static uint64_t fake_ns; // the time that delays have taken
ct_inline void fake_delay_ns(void *object, uint32_t ns) { (void)object, fake_ns += ns; }
static const struct ct_delay_ops fake_delay_ops = {.ns = fake_delay_ns};
#define FAKE_DELAY ((struct ct_delay){&fake_delay_ops, NULL})

// A bus that takes everything: what was sent last, and how much in all. What it answers depends on the
// first byte sent before: the bytes from that place on.
static uint8_t fake_last, fake_first, fake_answers[512];
static size_t fake_sent;
ct_inline void fake_take(bool begins, const uint8_t *write, uint8_t *read, size_t length) {
    if (begins && write && length) fake_first = write[0];
    for (size_t i = 0; read && i < length; i++) read[i] = fake_answers[(fake_first + i) % 512];
    if (write && length) fake_last = write[length - 1];
    fake_sent += write ? length : 0;
}
ct_inline enum ct_error fake_spi(void *object, const struct ct_spi_operation *operations, size_t count) {
    (void)object;
    for (size_t i = 0; i < count; i++)
        if (operations[i].kind == CT_SPI_TRANSFER_KIND)
            fake_take(i == 0, operations[i].write, operations[i].read, operations[i].length);
    return CT_OK;
}
static const struct ct_spi_device_ops fake_spi_ops = {fake_spi};
#define FAKE_SPI ((struct ct_spi_device){&fake_spi_ops, NULL})
ct_inline enum ct_error fake_i2c(void *object, struct ct_i2c_address address,
                                 const struct ct_i2c_operation *operations, size_t count) {
    (void)object, (void)address;
    for (size_t i = 0; i < count; i++)
        fake_take(i == 0, operations[i].write, operations[i].read, operations[i].length);
    return CT_OK;
}
static const struct ct_i2c_ops fake_i2c_ops = {.transaction = fake_i2c};
#define FAKE_I2C ((struct ct_i2c){&fake_i2c_ops, NULL})
