// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The first block of a card; the tray's slot is empty, so there is none.
#include "tray.h"

#include <corten/drivers/sdcard.h>

CT_SDCARD_DEFINE(card, .bus = TRAY_BUS, .select = TRAY_OUTPUT(11), .delay = TRAY_DELAY)

void sdcard_example(void);
void sdcard_example(void) {
    static uint8_t block[CT_SDCARD_BLOCK];
    enum ct_error e = card_start();
    if (!e) e = card_read(0, block, 1);
    tray_say("sdcard", e ? (int)e : block[510]);
}
