// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Two lines of text, with a character of its own.
#include "tray.h"

#include <corten/drivers/hd44780.h>

CT_HD44780_DEFINE(lcd, .rs = TRAY_OUTPUT(4), .e = TRAY_OUTPUT(5),
                  .data = {TRAY_OUTPUT(6), TRAY_OUTPUT(7), TRAY_OUTPUT(8), TRAY_OUTPUT(9)},
                  .delay = TRAY_DELAY)

void hd44780_example(void);
void hd44780_example(void) {
    static const uint8_t heart[8] = {0x00, 0x0A, 0x1F, 0x1F, 0x0E, 0x04, 0x00, 0x00};
    enum ct_error e = lcd_start();
    if (!e) e = lcd_draw(0, heart);
    if (!e) e = lcd_at(0, 0);
    if (!e) e = lcd_write("Corten");
    if (!e) e = lcd_at(0, 1);
    if (!e) e = lcd_write("\x08 21.5 \xDF" "C");
    tray_say("hd44780", e);
}
