// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What <corten/adc_unit.h> needs to know of the STM32F405.
#ifndef CORTEN_ADC_CHIP_H
#define CORTEN_ADC_CHIP_H

/// RM0090, 13.10.
#define CT_ADC_TEMPERATURE_CHANNEL 16
/// The battery's voltage is divided by this on its way (RM0090, 13.11).
#define CT_ADC_BATTERY_DIVIDER 2

/// What only this chip has to start conversions with (RM0090, table 68); the rest: <corten/adc_unit.h>.
enum { CT_ADC_TRIGGER_TIM8_CC1 = 13, CT_ADC_TRIGGER_TIM8_TRGO = 14 };

#endif
