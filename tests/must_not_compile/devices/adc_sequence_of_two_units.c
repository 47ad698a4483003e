// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: slider is an input of another converter
// target: m4f
// flags: {device stm32f405}
#include <corten/adc_sequence.h>

CT_ADC_UNIT(adc, ADC1);
CT_ADC_UNIT(other, ADC2);
CT_ADC_INPUT(knob, adc, A, 3, 84);
#ifdef OK
CT_ADC_INPUT(slider, adc, A, 4, 84);
#else
CT_ADC_INPUT(slider, other, A, 4, 84);
#endif
CT_DMA_STREAM(stream, DMA2, 0, ADC1);
CT_ADC_SEQUENCE(all, adc, ADC1, stream, knob, slider);
