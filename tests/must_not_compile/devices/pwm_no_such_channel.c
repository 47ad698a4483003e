// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: lamp: this timer has no channel 2
// target: m4f
// flags: {device stm32f405}
#include <corten/tim_pwm.h>

CT_TIM(lamp, TIM10);

void start(void);
void start(void) {
#ifdef OK
    ct_tim_pwm_connect(lamp, 1, CT_TIM_ACTIVE_HIGH);
#else
    ct_tim_pwm_connect(lamp, 2, CT_TIM_ACTIVE_HIGH);
#endif
}
