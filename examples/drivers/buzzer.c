// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Two tones and a rest between them.
#include "tray.h"

#include <corten/drivers/buzzer.h>

CT_BUZZER_DEFINE(buzzer, .pwm = TRAY_PWM, .delay = TRAY_DELAY)

void buzzer_example(void);
void buzzer_example(void) {
    static const struct ct_note ready[] = {{440, 100}, {0, 50}, {880, 200}};
    tray_say("buzzer", buzzer_play(ready, CT_COUNT(ready)));
}
