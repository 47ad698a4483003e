// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Which pin can be which signal of a peripheral, of both chips: X(port, pin, alternate function,
/// signal). What only one chip has is in its <corten/pin_map_chip.h>. Memory bus, Ethernet, camera and
/// the fast USB are left out. Data sheets DS8626 (STM32F405) and DS9716 (STM32F401), table 9.
#ifndef CORTEN_PIN_MAP_H
#define CORTEN_PIN_MAP_H

#include <corten/pin_map_chip.h>

#define CT_PIN_MAP(X) CT_PIN_MAP_CHIP(X)                                                           \
    X(A, 0, 1, TIM2_CH1) X(A, 0, 1, TIM2_ETR) X(A, 0, 2, TIM5_CH1) X(A, 0, 7, USART2_CTS)          \
    X(A, 1, 1, TIM2_CH2) X(A, 1, 2, TIM5_CH2) X(A, 1, 7, USART2_RTS) X(A, 2, 1, TIM2_CH3)          \
    X(A, 2, 2, TIM5_CH3) X(A, 2, 3, TIM9_CH1) X(A, 2, 7, USART2_TX) X(A, 3, 1, TIM2_CH4)           \
    X(A, 3, 2, TIM5_CH4) X(A, 3, 3, TIM9_CH2) X(A, 3, 7, USART2_RX) X(A, 4, 5, SPI1_NSS)           \
    X(A, 4, 6, SPI3_NSS) X(A, 4, 7, USART2_CK) X(A, 5, 1, TIM2_CH1) X(A, 5, 1, TIM2_ETR)           \
    X(A, 5, 5, SPI1_SCK) X(A, 6, 1, TIM1_BKIN) X(A, 6, 2, TIM3_CH1) X(A, 6, 5, SPI1_MISO)          \
    X(A, 7, 1, TIM1_CH1N) X(A, 7, 2, TIM3_CH2) X(A, 7, 5, SPI1_MOSI) X(A, 8, 0, MCO1)              \
    X(A, 8, 1, TIM1_CH1) X(A, 8, 4, I2C3_SCL) X(A, 8, 7, USART1_CK) X(A, 8, 10, OTG_FS_SOF)        \
    X(A, 9, 1, TIM1_CH2) X(A, 9, 4, I2C3_SMBA) X(A, 9, 7, USART1_TX) X(A, 10, 1, TIM1_CH3)         \
    X(A, 10, 7, USART1_RX) X(A, 10, 10, OTG_FS_ID) X(A, 11, 1, TIM1_CH4) X(A, 11, 7, USART1_CTS)   \
    X(A, 11, 10, OTG_FS_DM) X(A, 12, 1, TIM1_ETR) X(A, 12, 7, USART1_RTS)                          \
    X(A, 12, 10, OTG_FS_DP) X(A, 13, 0, SWDIO) X(A, 14, 0, SWCLK) X(A, 15, 0, JTDI)                \
    X(A, 15, 1, TIM2_CH1) X(A, 15, 1, TIM2_ETR) X(A, 15, 5, SPI1_NSS) X(A, 15, 6, SPI3_NSS)        \
    X(B, 0, 1, TIM1_CH2N) X(B, 0, 2, TIM3_CH3) X(B, 1, 1, TIM1_CH3N) X(B, 1, 2, TIM3_CH4)          \
    X(B, 3, 0, SWO) X(B, 3, 1, TIM2_CH2) X(B, 3, 5, SPI1_SCK) X(B, 3, 6, SPI3_SCK)                 \
    X(B, 4, 0, NJTRST) X(B, 4, 2, TIM3_CH1) X(B, 4, 5, SPI1_MISO) X(B, 4, 6, SPI3_MISO)            \
    X(B, 4, 7, I2S3ext_SD) X(B, 5, 2, TIM3_CH2) X(B, 5, 4, I2C1_SMBA) X(B, 5, 5, SPI1_MOSI)        \
    X(B, 5, 6, SPI3_MOSI) X(B, 6, 2, TIM4_CH1) X(B, 6, 4, I2C1_SCL) X(B, 6, 7, USART1_TX)          \
    X(B, 7, 2, TIM4_CH2) X(B, 7, 4, I2C1_SDA) X(B, 7, 7, USART1_RX) X(B, 8, 2, TIM4_CH3)           \
    X(B, 8, 3, TIM10_CH1) X(B, 8, 4, I2C1_SCL) X(B, 8, 12, SDIO_D4) X(B, 9, 2, TIM4_CH4)           \
    X(B, 9, 3, TIM11_CH1) X(B, 9, 4, I2C1_SDA) X(B, 9, 5, SPI2_NSS) X(B, 9, 12, SDIO_D5)           \
    X(B, 10, 1, TIM2_CH3) X(B, 10, 4, I2C2_SCL) X(B, 10, 5, SPI2_SCK) X(B, 12, 1, TIM1_BKIN)       \
    X(B, 12, 4, I2C2_SMBA) X(B, 12, 5, SPI2_NSS) X(B, 13, 1, TIM1_CH1N) X(B, 13, 5, SPI2_SCK)      \
    X(B, 14, 1, TIM1_CH2N) X(B, 14, 5, SPI2_MISO) X(B, 14, 6, I2S2ext_SD) X(B, 15, 0, RTC_REFIN)   \
    X(B, 15, 1, TIM1_CH3N) X(B, 15, 5, SPI2_MOSI) X(C, 2, 5, SPI2_MISO) X(C, 2, 6, I2S2ext_SD)     \
    X(C, 3, 5, SPI2_MOSI) X(C, 6, 2, TIM3_CH1) X(C, 6, 5, I2S2_MCK) X(C, 6, 8, USART6_TX)          \
    X(C, 6, 12, SDIO_D6) X(C, 7, 2, TIM3_CH2) X(C, 7, 6, I2S3_MCK) X(C, 7, 8, USART6_RX)           \
    X(C, 7, 12, SDIO_D7) X(C, 8, 2, TIM3_CH3) X(C, 8, 8, USART6_CK) X(C, 8, 12, SDIO_D0)           \
    X(C, 9, 0, MCO2) X(C, 9, 2, TIM3_CH4) X(C, 9, 4, I2C3_SDA) X(C, 9, 5, I2S_CKIN)                \
    X(C, 9, 12, SDIO_D1) X(C, 10, 6, SPI3_SCK) X(C, 10, 12, SDIO_D2) X(C, 11, 5, I2S3ext_SD)       \
    X(C, 11, 6, SPI3_MISO) X(C, 11, 12, SDIO_D3) X(C, 12, 6, SPI3_MOSI) X(C, 12, 12, SDIO_CK)      \
    X(D, 2, 2, TIM3_ETR) X(D, 2, 12, SDIO_CMD) X(D, 3, 7, USART2_CTS) X(D, 4, 7, USART2_RTS)       \
    X(D, 5, 7, USART2_TX) X(D, 6, 7, USART2_RX) X(D, 7, 7, USART2_CK) X(D, 12, 2, TIM4_CH1)        \
    X(D, 13, 2, TIM4_CH2) X(D, 14, 2, TIM4_CH3) X(D, 15, 2, TIM4_CH4) X(E, 0, 2, TIM4_ETR)         \
    X(E, 2, 0, TRACECLK) X(E, 3, 0, TRACED0) X(E, 4, 0, TRACED1) X(E, 5, 0, TRACED2)               \
    X(E, 5, 3, TIM9_CH1) X(E, 6, 0, TRACED3) X(E, 6, 3, TIM9_CH2) X(E, 7, 1, TIM1_ETR)             \
    X(E, 8, 1, TIM1_CH1N) X(E, 9, 1, TIM1_CH1) X(E, 10, 1, TIM1_CH2N) X(E, 11, 1, TIM1_CH2)        \
    X(E, 12, 1, TIM1_CH3N) X(E, 13, 1, TIM1_CH3) X(E, 14, 1, TIM1_CH4) X(E, 15, 1, TIM1_BKIN)

#endif
