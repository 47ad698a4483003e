// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Text and a frame on a display of one bit a point.
#include "tray.h"

#include <corten/drivers/ssd1306.h>

CT_CANVAS_MONO(screen, 128, 32);
CT_SSD1306_DEFINE(oled, .bus = TRAY_I2C, .height = 32)

void ssd1306_example(void);
void ssd1306_example(void) {
    enum ct_error e = oled_start();
    ct_canvas_frame(&screen, 0, 0, 128, 32, 1);
    ct_canvas_text(&screen, 8, 8, "21.5 degrees\nand rising", 1);
    if (!e) e = oled_show(&screen);
    tray_say("ssd1306", e);
}
