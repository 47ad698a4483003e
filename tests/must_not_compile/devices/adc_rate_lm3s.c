// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: light: this rate cannot be made at this clock
// target: m3
// flags: {device lm3s6965}
#include <corten/adc_sampling.h>

#ifdef OK
CT_ADC_SAMPLING(light, 0, TIMER1, 50000000, 1000);
#else
CT_ADC_SAMPLING(light, 0, TIMER1, 50000000, 2000000);
#endif
