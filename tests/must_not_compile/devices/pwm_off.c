// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: motor: this frequency is off by more than 1 % at this clock
// target: m4f
// flags: {device stm32f401}
#include <corten/tim_pwm.h>

CT_TIM(motor, TIM1);

void start(void);
void start(void) {
#ifdef OK
    ct_tim_pwm_start(motor, 84000000, 800000); // 105 clocks
#else
    ct_tim_pwm_start(motor, 84000000, 16000000); // 5 clocks for 5.25
#endif
}
