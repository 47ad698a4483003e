// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The driver of docs/drivers.md.
#include "tray.h"

#include <corten/drivers/lm75.h>

CT_LM75_DEFINE(room, .bus = TRAY_I2C)

void lm75_example(void);
void lm75_example(void) {
    int32_t t = 0;
    const enum ct_error e = room_read(&t);
    tray_say("lm75", e ? (int)e : t);
}
