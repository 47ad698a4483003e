// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A byte over SPI costs what its registers cost, and so does a transaction of a driver that knows
// nothing but hal/: no pointer is called, and the chip select is a store.
// target: m3
// flags: {device lm3s6965}
// forbid ours_exchange: bl|blx|push
// forbid ours_transaction_: blx
// differ[clang -O2] transaction_: one step of the unrolled wait is predicated, the others are not
// differ[gcc -Os] transaction_: the operands of one comparison are swapped
#include <corten/gpio.h>
#include <corten/hal/spi_shared.h>
#include <corten/ssi.h>

CT_SSI(bus, SSI0, 50000000);
CT_GPIO(select, D, 0);

// as vendors' headers have it
struct ssi {
    volatile uint32_t CR0, CR1, DR, SR, CPSR;
};
#define SSI ((struct ssi *)0x40008000u)

int ours_exchange(uint8_t byte);
int ours_exchange(uint8_t byte) { return ct_ssi_exchange(bus, byte); }
int hand_exchange(uint8_t byte);
int hand_exchange(uint8_t byte) {
    SSI->DR = byte;
    for (uint32_t tries = CT_SSI_TRIES; tries; tries--)
        if (SSI->SR & 1u << 2) return (int)(SSI->DR & 0xFFu);
    return CT_TIMEOUT;
}

enum ct_error ours_put(uint8_t byte);
enum ct_error ours_put(uint8_t byte) { return ct_ssi_put(bus, byte); }
enum ct_error hand_put(uint8_t byte);
enum ct_error hand_put(uint8_t byte) {
    if (!(SSI->SR & 1u << 1)) return CT_WOULD_BLOCK;
    SSI->DR = byte;
    return CT_OK;
}

int ours_take(void);
int ours_take(void) { return ct_ssi_take(bus); }
int hand_take(void);
int hand_take(void) {
    if (!(SSI->SR & 1u << 2)) return CT_WOULD_BLOCK;
    return (int)(SSI->DR & 0xFFu);
}

// the device's function, with its two stores to the select line and its calls of the bus's
CT_SPI_DEVICE(ours, CT_SSI_BUS(bus), CT_GPIO_OUTPUT(select), CT_NO_DELAY);
struct ct_spi_device flash(void);
struct ct_spi_device flash(void) { return ours; }

enum ct_error hand_transaction_(void *object, const struct ct_spi_operation *operations, size_t count);
enum ct_error hand_transaction_(void *object, const struct ct_spi_operation *operations, size_t count) {
    (void)object;
    *(volatile uint32_t *)0x40007004u = 0;
    enum ct_error result = CT_OK;
    for (size_t n = 0; n < count && result == CT_OK; n++)
        result = operations[n].kind == CT_SPI_DELAY_KIND
                     ? CT_UNSUPPORTED
                     : bus_transfer_(NULL, operations[n].write, operations[n].read,
                                     operations[n].length);
    enum ct_error flushed = CT_TIMEOUT;
    for (uint32_t tries = CT_SSI_TRIES; tries; tries--) {
        if (!(SSI->SR & 1u << 4)) {
            flushed = CT_OK;
            break;
        }
    }
    *(volatile uint32_t *)0x40007004u = 0xFF;
    return result == CT_OK ? flushed : result;
}
