// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: motor: this timer cannot make this frequency from its clock
// target: m4f
// flags: {device stm32f405}
#include <corten/tim_pwm.h>

CT_TIM(motor, TIM1);

void start(void);
void start(void) {
#ifdef OK
    ct_tim_pwm_start(motor, 168000000, 84000000);
#else
    ct_tim_pwm_start(motor, 168000000, 85000000);
#endif
}
