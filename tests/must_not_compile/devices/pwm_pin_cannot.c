// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: PB6_can_be_TIM1_CH1
// target: m4f
// flags: {device stm32f405}
#include <corten/tim_pwm.h>

#ifdef OK
CT_PIN_ALTERNATE(out, A, 8, TIM1_CH1, PUSH_PULL, FLOATING, FAST);
#else
CT_PIN_ALTERNATE(out, B, 6, TIM1_CH1, PUSH_PULL, FLOATING, FAST);
#endif
CT_TIM_CHECK_PIN(TIM1, CH1, out);
