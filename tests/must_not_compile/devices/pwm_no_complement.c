// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: motor: this timer has no complementary output 1
// target: m4f
// flags: {device stm32f401}
#include <corten/tim_pwm.h>

#ifdef OK
CT_TIM(motor, TIM1);
#else
CT_TIM(motor, TIM3);
#endif

void start(void);
void start(void) { ct_tim_pwm_complement(motor, 1, CT_TIM_ACTIVE_HIGH); }
