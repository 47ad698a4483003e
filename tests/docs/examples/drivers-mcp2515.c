// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/mcp2515.h>

// As much of the chip as comes to this.
static uint8_t registers[128] = {[0x0E] = 0x80};
static enum ct_error transaction(void *object, const struct ct_spi_operation *o, size_t count) {
    (void)object, (void)count;
    if (o[0].write[0] == 0x03) memcpy(o[1].read, registers + o[0].write[1], o[1].length);
    if (o[0].write[0] == 0x02) {
        memcpy(registers + o[0].write[1], o[0].write + 2, o[0].length - 2);
        registers[0x0E] = registers[0x0F];
    }
    if (o[0].write[0] == 0x40) memcpy(registers + 0x31, o[0].write + 1, o[0].length - 1);
    if (o[0].write[0] == 0x81) registers[0x2C] = 1; // it comes back
    if (o[0].write[0] == 0x90) memcpy(o[1].read, registers + 0x31, 13);
    return CT_OK;
}
static const struct ct_spi_device_ops ops = {transaction};
#define CAN_SPI ((struct ct_spi_device){&ops, NULL})
#define DELAY   FAKE_DELAY
static unsigned uses;
static void later(const struct ct_can_frame *frame) { assert(!frame); }
static void use(const struct ct_can_frame *frame) { uses += frame->id.bits == 0x123 && frame->data[0] == 7; }
//@ 1
int main(void) {
    //@ 2-5
    assert(uses == 1);
}
