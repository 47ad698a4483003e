// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: supply: the voltages of the chip are calibrated for 12 bits
// target: m4f
// flags: {device stm32f405}
#include <corten/adc_unit.h>

#ifdef OK
CT_ADC_UNIT(adc, ADC1);
#else
CT_ADC_UNIT_BITS(adc, ADC1, 8);
#endif
CT_ADC_REFERENCE(supply, adc);
