// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A knob is turned five detents up and two down.
#include "tray.h"

#include <corten/drivers/encoder.h>

CT_ENCODER_DEFINE(knob, .a = TRAY_INPUT(2), .b = TRAY_INPUT(3))

void encoder_example(void);
void encoder_example(void) {
    int32_t volume = 50;
    for (int step = 0, at = 0; step <= 28; step++, at += step <= 20 ? 1 : -1) {
        tray_levels[2] = (at & 3) == 1 || (at & 3) == 2;
        tray_levels[3] = (at & 3) >= 2;
        if (knob_update()) volume = -1;
        volume += knob_take();
    }
    tray_say("encoder", volume);
}
