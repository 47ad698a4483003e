// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: 'DMA1_Stream5_serves_USART2_TX' undeclared
// clang: use of undeclared identifier 'DMA1_Stream5_serves_USART2_TX'
// target: m4f
// flags: {device stm32f401}
#include <corten/dma.h>

#ifdef OK
CT_DMA_STREAM(console_out, DMA1, 6, USART2_TX);
#else
CT_DMA_STREAM(console_out, DMA1, 5, USART2_TX);
#endif
