// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// sources: drivers/src/checksum.c
#include "drivers_fakes.h"

#include <corten/drivers/sdcard.h>

static enum ct_error transfer(void *object, const uint8_t *write, uint8_t *read, size_t length) {
    (void)object, (void)write;
    if (read) memset(read, 0xFF, length); // nobody drives the line
    return CT_OK;
}
static const struct ct_spi_bus_ops ops = {.transfer = transfer};
#define SPI ((struct ct_spi_bus){&ops, NULL})
static struct fake_pin select_pin;
#define CARD_SELECT FAKE_OUTPUT(select_pin)
#define DELAY       FAKE_DELAY
//@ 1
int main(void) {
    //@ 2-5
    assert(e == CT_NO_MEDIUM && select_pin.high);
    assert(card_write(0, block, 1) == CT_NO_MEDIUM && card_storage().size == 0);
}
