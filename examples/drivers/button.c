// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A key to ground that bounces is pressed twice in time, and then held.
#include "tray.h"

#include <corten/drivers/button.h>

CT_BUTTON_DEFINE(key, .pin = TRAY_INPUT(1), .is_pressed_when_low = true)

void button_example(void);
void button_example(void) {
    static const uint16_t edges[] = {100, 101, 103, 180, 182, 183, 300, 380, 1000, 2200}; // ms
    int32_t seen = 0;
    for (uint32_t now = 0; now < 3000; now++) {
        tray_levels[1] = true;
        for (unsigned i = 0; i < CT_COUNT(edges); i++)
            if (now >= edges[i]) tray_levels[1] = !tray_levels[1];
        enum ct_click click;
        if (key_update(now, &click)) seen = -1;
        if (click) seen = seen * 10 + (int)click; // 2: double, 4: release, 3: long
    }
    tray_say("button", seen);
}
