// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "drivers_fakes.h"

#include <corten/drivers/led.h>

static struct fake_pin wire;
#define BOARD_LED FAKE_OUTPUT(wire)
int main(void) {
    const bool is_charged = true;
    //@ 1-4
    assert(e == CT_OK && !wire.high && ct_led_is_on(POWER) == 1); // at ground it shines
    assert(ct_led_off(POWER) == CT_OK && wire.high && ct_led_is_on(POWER) == 0);
}
