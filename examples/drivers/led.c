// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A lamp whose other end is at the supply blinks three times.
#include "tray.h"

#include <corten/drivers/led.h>

#define LAMP ((struct ct_led){.pin = TRAY_OUTPUT(0), .is_on_when_low = true})
static const struct ct_delay delay = TRAY_DELAY;

void led_example(void);
void led_example(void) {
    enum ct_error e = ct_led_off(LAMP);
    for (int i = 0; i < 6 && !e; i++) {
        e = ct_led_toggle(LAMP);
        ct_delay_ms(delay, 250);
    }
    tray_say("led", e ? (int)e : ct_led_is_on(LAMP));
}
