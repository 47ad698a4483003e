// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What the DMA of the STM32F405 serves beside the family's requests: RM0090, tables 42 and 43. The
/// columns are explained in <corten/dma_map.h>. TIM8_CH1 of channel 0 is left out, as channel 7 of
/// the same stream has it alone.
#ifndef CORTEN_DMA_MAP_CHIP_H
#define CORTEN_DMA_MAP_CHIP_H

#define CT_DMA_MAP_CHIP(X)                                                                         \
    X(1, 2, 1, TIM7_UP, B) X(1, 4, 1, TIM7_UP, B) X(1, 0, 4, UART5_RX, I)                          \
    X(1, 1, 4, USART3_RX, I) X(1, 2, 4, UART4_RX, I) X(1, 3, 4, USART3_TX, O)                      \
    X(1, 4, 4, UART4_TX, O) X(1, 7, 4, UART5_TX, O) X(1, 1, 7, TIM6_UP, B)                         \
    X(1, 4, 7, USART3_TX, O) X(1, 5, 7, DAC1, B) X(1, 6, 7, DAC2, B)                               \
    X(2, 2, 0, TIM8_CH2, B) X(2, 2, 0, TIM8_CH3, B) X(2, 2, 1, ADC2, I) X(2, 3, 1, ADC2, I)        \
    X(2, 0, 2, ADC3, I) X(2, 1, 2, ADC3, I) X(2, 1, 7, TIM8_UP, B) X(2, 2, 7, TIM8_CH1, B)         \
    X(2, 3, 7, TIM8_CH2, B) X(2, 4, 7, TIM8_CH3, B) X(2, 7, 7, TIM8_CH4, B)                        \
    X(2, 7, 7, TIM8_TRIG, B) X(2, 7, 7, TIM8_COM, B)

#endif
