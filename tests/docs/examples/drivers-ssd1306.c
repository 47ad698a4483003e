// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: drivers/src/canvas.c drivers/src/font.c
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/ssd1306.h>

#define BUS FAKE_I2C
//@ 1-2
int main(void) {
    //@ 3
    assert(fake_last == 0xAF && fake_sent > 1024);
    fake_sent = 0;
    //@ 4-5
    assert(fake_sent == 7 + 1 + 1024);
}
