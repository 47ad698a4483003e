// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/ws2812.h>

static uint8_t wire[8 * 9 + 2];
static enum ct_error transfer(void *object, const uint8_t *write, uint8_t *read, size_t length) {
    (void)object, (void)read;
    assert(length == sizeof wire);
    memcpy(wire, write, length);
    return CT_OK;
}
static const struct ct_spi_bus_ops ops = {.transfer = transfer};
#define SPI   ((struct ct_spi_bus){&ops, NULL})
#define DELAY FAKE_DELAY
//@ 1
int main(void) {
    //@ 2-5
    assert(memcmp(wire + 1, "\x92\x49\x24" "\x93\x49\x24", 6) == 0); // green 0, red 00100000
    assert(strip_show() == CT_OK && memcmp(wire + 4, "\x92\x49\x24", 3) == 0);
}
