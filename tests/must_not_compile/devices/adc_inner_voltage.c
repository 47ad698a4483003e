// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: chip: only ADC1 has the voltages of the chip
// target: m4f
// flags: {device stm32f405}
#include <corten/adc_unit.h>

#ifdef OK
CT_ADC_UNIT(adc, ADC1);
#else
CT_ADC_UNIT(adc, ADC2);
#endif
CT_ADC_TEMPERATURE(chip, adc);
