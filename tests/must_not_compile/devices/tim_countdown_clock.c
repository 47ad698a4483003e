// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: pause: the clock of a timer of microseconds must be whole MHz
// target: m4f
// flags: {device stm32f405}
#include <corten/tim.h>

CT_TIM(timer, TIM4);
#ifdef OK
CT_TIM_MICROSECONDS(pause, timer, 84000000);
#else
CT_TIM_MICROSECONDS(pause, timer, 32768);
#endif
