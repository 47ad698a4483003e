// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'TIMER1_is_already_claimed'
// target: m3
// flags: {device lm3s6965}
#include <corten/adc_sampling.h>

#ifdef OK
CT_TIMER_COUNTDOWN(pause, TIMER2, 50000000);
#else
CT_TIMER_COUNTDOWN(pause, TIMER1, 50000000);
#endif
CT_ADC_SAMPLING(light, 0, TIMER1, 50000000, 1000);
