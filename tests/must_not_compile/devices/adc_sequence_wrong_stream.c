// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: stream_serves_ADC1
// target: m4f
// flags: {device stm32f405}
#include <corten/adc_sequence.h>

CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(knob, adc, A, 3, 84);
#ifdef OK
CT_DMA_STREAM(stream, DMA2, 0, ADC1);
#else
CT_DMA_STREAM(stream, DMA2, 3, SPI1_TX);
#endif
CT_ADC_SEQUENCE(all, adc, ADC1, stream, knob);
