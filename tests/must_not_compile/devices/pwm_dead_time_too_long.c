// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: motor: this dead time is longer than 1008 clocks
// target: m4f
// flags: {device stm32f405}
#include <corten/tim_pwm.h>

CT_TIM(motor, TIM8);

void start(void);
void start(void) {
#ifdef OK
    ct_tim_pwm_dead_time(motor, 168000000, 6000);
#else
    ct_tim_pwm_dead_time(motor, 168000000, 6001);
#endif
}
