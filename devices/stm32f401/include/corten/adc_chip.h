// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What <corten/adc_unit.h> needs to know of the STM32F401.
#ifndef CORTEN_ADC_CHIP_H
#define CORTEN_ADC_CHIP_H

/// The temperature shares a channel with the battery: TSVREFE and VBATE exclude each other (RM0368, 11.9
/// and 11.12.15).
#define CT_ADC_TEMPERATURE_CHANNEL 18
/// The battery's voltage is divided by this on its way (RM0368, 11.10).
#define CT_ADC_BATTERY_DIVIDER 4

#endif
