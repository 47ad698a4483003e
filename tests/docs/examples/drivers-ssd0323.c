// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: drivers/src/canvas.c drivers/src/font.c
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/ssd0323.h>

static struct fake_pin dc;
#define OLED_SPI FAKE_SPI
#define OLED_DC  FAKE_OUTPUT(dc)
#define DELAY    FAKE_DELAY
//@ 1-2
int main(void) {
    //@ 3
    assert(!dc.high && fake_last == 0xAF && fake_sent > 4096);
    fake_sent = 0;
    //@ 4-5
    assert(dc.high && fake_sent == 6 + 4096);
}
