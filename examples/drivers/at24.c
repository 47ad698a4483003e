// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A number that outlives the supply: counted up at each start.
#include "tray.h"

#include <corten/drivers/at24.h>

CT_AT24_DEFINE(rom, .bus = TRAY_I2C, .delay = TRAY_DELAY, .size = 256, .page = 8)

void at24_example(void);
void at24_example(void) {
    uint8_t starts = 0;
    enum ct_error e = CT_OK;
    for (int start = 0; start < 3 && !e; start++) {
        e = rom_read(0x1F, &starts, 1);
        starts++;
        if (!e) e = rom_write(0x1F, &starts, 1);
    }
    tray_say("at24", e ? (int)e : starts);
}
