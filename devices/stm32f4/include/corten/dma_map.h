// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Which stream of which DMA serves which request, of both chips: X(controller, stream, channel,
/// request, way), way O out of memory, I into memory, B either. What only one chip has is in its
/// <corten/dma_map_chip.h>. RM0090, tables 42 and 43; RM0368, tables 28 and 29. TIM1_CH3 of channel 0, where it shares its request with two others, is
/// left out: channel 6 of the same stream has it alone.
#ifndef CORTEN_DMA_MAP_H
#define CORTEN_DMA_MAP_H

#include <corten/dma_map_chip.h>

#define CT_DMA_MAP(X) CT_DMA_MAP_CHIP(X)                                                           \
    X(1, 0, 0, SPI3_RX, I) X(1, 2, 0, SPI3_RX, I) X(1, 3, 0, SPI2_RX, I) X(1, 4, 0, SPI2_TX, O)    \
    X(1, 5, 0, SPI3_TX, O) X(1, 7, 0, SPI3_TX, O) X(1, 0, 1, I2C1_RX, I) X(1, 5, 1, I2C1_RX, I)    \
    X(1, 6, 1, I2C1_TX, O) X(1, 7, 1, I2C1_TX, O) X(1, 0, 2, TIM4_CH1, B)                          \
    X(1, 3, 2, TIM4_CH2, B) X(1, 6, 2, TIM4_UP, B) X(1, 7, 2, TIM4_CH3, B)                         \
    X(1, 1, 3, TIM2_UP, B) X(1, 1, 3, TIM2_CH3, B) X(1, 2, 3, I2C3_RX, I) X(1, 4, 3, I2C3_TX, O)   \
    X(1, 5, 3, TIM2_CH1, B) X(1, 6, 3, TIM2_CH2, B) X(1, 6, 3, TIM2_CH4, B)                        \
    X(1, 7, 3, TIM2_UP, B) X(1, 7, 3, TIM2_CH4, B) X(1, 5, 4, USART2_RX, I)                        \
    X(1, 6, 4, USART2_TX, O) X(1, 2, 5, TIM3_CH4, B) X(1, 2, 5, TIM3_UP, B)                        \
    X(1, 4, 5, TIM3_CH1, B) X(1, 4, 5, TIM3_TRIG, B) X(1, 5, 5, TIM3_CH2, B)                       \
    X(1, 7, 5, TIM3_CH3, B) X(1, 0, 6, TIM5_CH3, B) X(1, 0, 6, TIM5_UP, B)                         \
    X(1, 1, 6, TIM5_CH4, B) X(1, 1, 6, TIM5_TRIG, B) X(1, 2, 6, TIM5_CH1, B)                       \
    X(1, 3, 6, TIM5_CH4, B) X(1, 3, 6, TIM5_TRIG, B) X(1, 4, 6, TIM5_CH2, B)                       \
    X(1, 6, 6, TIM5_UP, B) X(1, 2, 7, I2C2_RX, I) X(1, 3, 7, I2C2_RX, I) X(1, 7, 7, I2C2_TX, O)    \
    X(2, 0, 0, ADC1, I) X(2, 4, 0, ADC1, I) X(2, 6, 0, TIM1_CH1, B) X(2, 6, 0, TIM1_CH2, B)        \
    X(2, 0, 3, SPI1_RX, I) X(2, 2, 3, SPI1_RX, I) X(2, 3, 3, SPI1_TX, O)                           \
    X(2, 5, 3, SPI1_TX, O) X(2, 2, 4, USART1_RX, I) X(2, 3, 4, SDIO, B) X(2, 5, 4, USART1_RX, I)   \
    X(2, 6, 4, SDIO, B) X(2, 7, 4, USART1_TX, O) X(2, 1, 5, USART6_RX, I)                          \
    X(2, 2, 5, USART6_RX, I) X(2, 6, 5, USART6_TX, O) X(2, 7, 5, USART6_TX, O)                     \
    X(2, 0, 6, TIM1_TRIG, B) X(2, 1, 6, TIM1_CH1, B) X(2, 2, 6, TIM1_CH2, B)                       \
    X(2, 3, 6, TIM1_CH1, B) X(2, 4, 6, TIM1_CH4, B) X(2, 4, 6, TIM1_TRIG, B)                       \
    X(2, 4, 6, TIM1_COM, B) X(2, 5, 6, TIM1_UP, B) X(2, 6, 6, TIM1_CH3, B)

#endif
