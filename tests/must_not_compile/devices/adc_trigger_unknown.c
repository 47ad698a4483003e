// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: CT_ADC_TRIGGER_TIM8_TRGO
// target: m4f
// flags: {device stm32f401}
#include <corten/adc_sequence.h>

// the F401 has no TIM8
CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(knob, adc, A, 3, 84);
CT_DMA_STREAM(stream, DMA2, 0, ADC1);
#ifdef OK
CT_ADC_SEQUENCE_TRIGGERED(all, adc, ADC1, stream, TIM3_TRGO, knob);
#else
CT_ADC_SEQUENCE_TRIGGERED(all, adc, ADC1, stream, TIM8_TRGO, knob);
#endif
