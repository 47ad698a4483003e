// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: sound: a conversion takes longer than this trigger lets it
// target: m4f
// flags: {device stm32f405}
#include <corten/adc_stream.h>

CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(microphone, adc, A, 3, 84); // 96 clocks of 21 MHz
CT_DMA_STREAM(stream, DMA2, 0, ADC1);
#ifdef OK
CT_ADC_STREAM_TRIGGERED(sound, adc, ADC1, stream, microphone, 84000000, TIM2_TRGO, 200000, 64);
#else
CT_ADC_STREAM_TRIGGERED(sound, adc, ADC1, stream, microphone, 84000000, TIM2_TRGO, 230000, 64);
#endif
