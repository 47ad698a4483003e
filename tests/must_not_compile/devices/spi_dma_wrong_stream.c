// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: flash_in_serves_SPI1_RX
// target: m4f
// flags: {device stm32f405}
#include <corten/spi_dma.h>

CT_SPI_PORT(flash, SPI1);
#ifdef OK
CT_DMA_STREAM(flash_in, DMA2, 0, SPI1_RX);
#else
CT_DMA_STREAM(flash_in, DMA2, 5, SPI1_TX);
#endif
CT_DMA_STREAM(flash_out, DMA2, 3, SPI1_TX);
CT_SPI_DMA(bus, flash, SPI1, flash_in, flash_out, 84000000);
