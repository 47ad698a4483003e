// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'TIM3_is_already_claimed'
// target: m4f
// flags: {device stm32f405}
#include <corten/tim.h>

CT_TIM(tick, TIM3);
#ifdef OK
CT_TIM(pause, TIM4);
#else
CT_TIM(pause, TIM3);
#endif
