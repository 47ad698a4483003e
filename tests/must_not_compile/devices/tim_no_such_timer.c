// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: TIM8
// target: m4f
// flags: {device stm32f401}
#include <corten/tim.h>

#ifdef OK
CT_TIM(motor, TIM1);
#else
CT_TIM(motor, TIM8); // the STM32F401 has none
#endif
