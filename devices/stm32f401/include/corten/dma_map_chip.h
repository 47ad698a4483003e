// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What the DMA of the STM32F401 serves beside the family's requests: RM0368, tables 28 and 29. The
/// columns are explained in <corten/dma_map.h>.
#ifndef CORTEN_DMA_MAP_CHIP_H
#define CORTEN_DMA_MAP_CHIP_H

#define CT_DMA_MAP_CHIP(X)                                                                         \
    X(1, 1, 1, I2C3_RX, I) X(1, 5, 6, I2C3_TX, O) X(2, 0, 4, SPI4_RX, I) X(2, 1, 4, SPI4_TX, O)    \
    X(2, 3, 5, SPI4_RX, I) X(2, 4, 5, SPI4_TX, O)

#endif
