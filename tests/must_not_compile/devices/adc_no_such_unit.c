// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: ADC2
// target: m4f
// flags: {device stm32f401}
#include <corten/adc_unit.h>

#ifdef OK
CT_ADC_UNIT(adc, ADC1);
#else
CT_ADC_UNIT(adc, ADC2); // the STM32F401 has one
#endif
