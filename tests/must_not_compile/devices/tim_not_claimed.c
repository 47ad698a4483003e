// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: TIM3 was never claimed: it needs a CT_TIM at file scope
// target: m4f
// flags: {device stm32f405}
#include <corten/tim.h>

CT_TIM(tick, TIM3);

void start(void);
void start(void) {
#ifdef OK
    ct_tim_start_periodic(tick, 84000000, 1000);
#else
    ct_tim_start_periodic(TIM3, 84000000, 1000);
#endif
}
