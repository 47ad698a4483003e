// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'PA3_is_already_claimed'
// target: m4f
// flags: {device stm32f401}
#include <corten/adc_unit.h>

CT_ADC_UNIT(adc, ADC1);
CT_GPIO(lamp, A, 3);
#ifdef OK
CT_ADC_INPUT(knob, adc, A, 4, 84);
#else
CT_ADC_INPUT(knob, adc, A, 3, 84);
#endif
