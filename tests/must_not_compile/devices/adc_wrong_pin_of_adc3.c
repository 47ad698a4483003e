// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: knob: PA4 is no input of this converter
// target: m4f
// flags: {device stm32f405}
#include <corten/adc_unit.h>

CT_ADC_UNIT(adc, ADC3);
#ifdef OK
CT_ADC_INPUT(knob, adc, F, 6, 84);
#else
CT_ADC_INPUT(knob, adc, A, 4, 84);
#endif
