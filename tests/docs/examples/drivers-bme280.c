// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: drivers/src/bme280.c
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/bme280.h>

#define BUS   FAKE_I2C
#define DELAY FAKE_DELAY
//@ 1-2
int main(void) {
    static const uint8_t low[26] = {0x70, 0x6B, 0x43, 0x67, 0x18, 0xFC, 0x7D, 0x8E, 0x43,
                                    0xD6, 0xD0, 0x0B, 0x27, 0x0B, 0x8C, 0x00, 0xF9, 0xFF,
                                    0x8C, 0x3C, 0xF8, 0xC6, 0x70, 0x17, 0x00, 75};
    static const uint8_t raw[6] = {0x65, 0x5A, 0xC0, 0x7E, 0xED, 0x00};
    memcpy(fake_answers + 0x88, low, sizeof low);
    memcpy(fake_answers + 0xF7, raw, sizeof raw);
    fake_answers[0xD0] = 0x60;
    //@ 3-5
    assert(now.centicelsius == 2508 && pascal == 100653); // the data sheet's worked example
}
