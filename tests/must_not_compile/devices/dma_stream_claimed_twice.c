// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'DMA1_Stream6_is_already_claimed'
// target: m4f
// flags: {device stm32f405}
#include <corten/dma.h>

CT_DMA_STREAM(console_out, DMA1, 6, USART2_TX);
#ifdef OK
CT_DMA_STREAM(bus_out, DMA1, 7, I2C1_TX);
#else
CT_DMA_STREAM(bus_out, DMA1, 6, I2C1_TX);
#endif
