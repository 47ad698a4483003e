// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A dial in shades of grey.
#include "tray.h"

#include <corten/drivers/ssd0323.h>

CT_CANVAS_GREY(screen, 128, 64);
CT_SSD0323_DEFINE(oled, .spi = TRAY_OLED, .dc = TRAY_OUTPUT(10))

void ssd0323_example(void);
void ssd0323_example(void) {
    enum ct_error e = oled_start();
    for (int16_t x = 0; x < 128; x += 8)
        ct_canvas_line(&screen, 64, 63, x, 0, (uint8_t)(x / 8));
    ct_canvas_fill(&screen, 34, 28, 60, 11, 0);
    ct_canvas_text(&screen, 40, 30, "1000 rpm", 15);
    if (!e) e = oled_show(&screen);
    tray_say("ssd0323", e);
}
