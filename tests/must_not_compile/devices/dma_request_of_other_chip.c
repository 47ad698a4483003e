// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: 'DMA1_Stream3_serves_USART3_TX' undeclared
// clang: use of undeclared identifier 'DMA1_Stream3_serves_USART3_TX'
// target: m4f
// flags: {device stm32f401}
#include <corten/dma.h>

#ifdef OK
CT_DMA_STREAM(console_out, DMA2, 6, USART6_TX);
#else
CT_DMA_STREAM(console_out, DMA1, 3, USART3_TX); // the F401 has no USART3
#endif
