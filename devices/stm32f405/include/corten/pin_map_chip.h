// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What the pins of the STM32F405 can be beside what the family's can (<corten/pin_map.h>): data sheet
/// DS8626, table 9.
#ifndef CORTEN_PIN_MAP_CHIP_H
#define CORTEN_PIN_MAP_CHIP_H

#define CT_PIN_MAP_CHIP(X)                                                                         \
    X(A, 0, 3, TIM8_ETR) X(A, 0, 8, UART4_TX) X(A, 1, 8, UART4_RX) X(A, 5, 3, TIM8_CH1N)           \
    X(A, 6, 3, TIM8_BKIN) X(A, 6, 9, TIM13_CH1) X(A, 7, 3, TIM8_CH1N) X(A, 7, 9, TIM14_CH1)        \
    X(A, 11, 9, CAN1_RX) X(A, 12, 9, CAN1_TX) X(B, 0, 3, TIM8_CH2N) X(B, 1, 3, TIM8_CH3N)          \
    X(B, 5, 9, CAN2_RX) X(B, 6, 9, CAN2_TX) X(B, 8, 9, CAN1_RX) X(B, 9, 9, CAN1_TX)                \
    X(B, 10, 7, USART3_TX) X(B, 11, 1, TIM2_CH4) X(B, 11, 4, I2C2_SDA) X(B, 11, 7, USART3_RX)      \
    X(B, 12, 7, USART3_CK) X(B, 12, 9, CAN2_RX) X(B, 13, 7, USART3_CTS) X(B, 13, 9, CAN2_TX)       \
    X(B, 14, 3, TIM8_CH2N) X(B, 14, 7, USART3_RTS) X(B, 14, 9, TIM12_CH1) X(B, 15, 3, TIM8_CH3N)   \
    X(B, 15, 9, TIM12_CH2) X(C, 6, 3, TIM8_CH1) X(C, 7, 3, TIM8_CH2) X(C, 8, 3, TIM8_CH3)          \
    X(C, 9, 3, TIM8_CH4) X(C, 10, 7, USART3_TX) X(C, 10, 8, UART4_TX) X(C, 11, 7, USART3_RX)       \
    X(C, 11, 8, UART4_RX) X(C, 12, 7, USART3_CK) X(C, 12, 8, UART5_TX) X(D, 0, 9, CAN1_RX)         \
    X(D, 1, 9, CAN1_TX) X(D, 2, 8, UART5_RX) X(D, 8, 7, USART3_TX) X(D, 9, 7, USART3_RX)           \
    X(D, 10, 7, USART3_CK) X(D, 11, 7, USART3_CTS) X(D, 12, 7, USART3_RTS) X(F, 0, 4, I2C2_SDA)    \
    X(F, 1, 4, I2C2_SCL) X(F, 2, 4, I2C2_SMBA) X(F, 6, 3, TIM10_CH1) X(F, 7, 3, TIM11_CH1)         \
    X(F, 8, 9, TIM13_CH1) X(F, 9, 9, TIM14_CH1) X(G, 7, 8, USART6_CK) X(G, 8, 8, USART6_RTS)       \
    X(G, 9, 8, USART6_RX) X(G, 12, 8, USART6_RTS) X(G, 13, 8, USART6_CTS) X(G, 14, 8, USART6_TX)   \
    X(G, 15, 8, USART6_CTS) X(H, 4, 4, I2C2_SCL) X(H, 5, 4, I2C2_SDA) X(H, 6, 4, I2C2_SMBA)        \
    X(H, 6, 9, TIM12_CH1) X(H, 7, 4, I2C3_SCL) X(H, 8, 4, I2C3_SDA) X(H, 9, 4, I2C3_SMBA)          \
    X(H, 9, 9, TIM12_CH2) X(H, 10, 2, TIM5_CH1) X(H, 11, 2, TIM5_CH2) X(H, 12, 2, TIM5_CH3)        \
    X(H, 13, 3, TIM8_CH1N) X(H, 13, 9, CAN1_TX) X(H, 14, 3, TIM8_CH2N) X(H, 15, 3, TIM8_CH3N)      \
    X(I, 0, 2, TIM5_CH4) X(I, 0, 5, SPI2_NSS) X(I, 1, 5, SPI2_SCK) X(I, 2, 3, TIM8_CH4)            \
    X(I, 2, 5, SPI2_MISO) X(I, 3, 3, TIM8_ETR) X(I, 3, 5, SPI2_MOSI) X(I, 4, 3, TIM8_BKIN)         \
    X(I, 5, 3, TIM8_CH1) X(I, 6, 3, TIM8_CH2) X(I, 7, 3, TIM8_CH3) X(I, 9, 9, CAN1_RX)

#endif
