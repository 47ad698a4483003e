// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: knob: an input is sampled for 3, 15, 28, 56, 84, 112, 144 or 480 clocks
// target: m4f
// flags: {device stm32f405}
#include <corten/adc_unit.h>

CT_ADC_UNIT(adc, ADC1);
#ifdef OK
CT_ADC_INPUT(knob, adc, A, 3, 84);
#else
CT_ADC_INPUT(knob, adc, A, 3, 100);
#endif
