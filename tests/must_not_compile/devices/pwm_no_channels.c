// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: tick: this timer has no outputs
// target: m4f
// flags: {device stm32f405}
#include <corten/tim_pwm.h>

#ifdef OK
CT_TIM(tick, TIM4);
#else
CT_TIM(tick, TIM6);
#endif

void start(void);
void start(void) { ct_tim_pwm_start(tick, 84000000, 1000); }
