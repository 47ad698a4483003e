// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: adc: a conversion has 12, 10, 8 or 6 bits
// target: m4f
// flags: {device stm32f405}
#include <corten/adc_unit.h>

#ifdef OK
CT_ADC_UNIT_BITS(adc, ADC1, 8);
#else
CT_ADC_UNIT_BITS(adc, ADC1, 9);
#endif
