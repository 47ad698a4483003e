// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: knob: this timer has no encoder interface
// target: m4f
// flags: {device stm32f405}
#include <corten/tim_input.h>

#ifdef OK
CT_TIM(timer, TIM4);
#else
CT_TIM(timer, TIM9);
#endif
CT_TIM_ENCODER(knob, timer);
