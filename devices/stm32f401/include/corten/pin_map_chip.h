// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What the pins of the STM32F401 can be beside what the family's can (<corten/pin_map.h>): data sheet
/// DS9716, table 9.
#ifndef CORTEN_PIN_MAP_CHIP_H
#define CORTEN_PIN_MAP_CHIP_H

#define CT_PIN_MAP_CHIP(X)                                                                         \
    X(A, 11, 8, USART6_TX) X(A, 12, 8, USART6_RX) X(B, 3, 9, I2C2_SDA) X(B, 4, 9, I2C3_SDA)        \
    X(D, 3, 5, SPI2_SCK) X(D, 6, 5, SPI3_MOSI) X(E, 2, 5, SPI4_SCK) X(E, 4, 5, SPI4_NSS)           \
    X(E, 5, 5, SPI4_MISO) X(E, 6, 5, SPI4_MOSI) X(E, 11, 5, SPI4_NSS) X(E, 12, 5, SPI4_SCK)        \
    X(E, 13, 5, SPI4_MISO) X(E, 14, 5, SPI4_MOSI)

#endif
