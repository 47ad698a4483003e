// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A rainbow of eight lamps.
#include "tray.h"

#include <corten/drivers/ws2812.h>

CT_WS2812_DEFINE(strip, 8, .bus = TRAY_BUS, .delay = TRAY_DELAY)

void ws2812_example(void);
void ws2812_example(void) {
    enum ct_error e = strip_start();
    for (uint16_t i = 0; i < 8; i++)
        strip_set(i, (struct ct_colour){.red = (uint8_t)(i * 8), .green = (uint8_t)(i % 3 * 8),
                                        .blue = (uint8_t)(64 - i * 8)});
    if (!e) e = strip_show();
    tray_say("ws2812", e);
}
