// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: 'out_serves_USART2_TX' undeclared
// clang: use of undeclared identifier 'out_serves_USART2_TX'
// target: m4f
// flags: {device stm32f405}
#include <corten/usart_dma.h>

CT_USART(modem, USART2);
#ifdef OK
CT_DMA_STREAM(out, DMA1, 6, USART2_TX);
#else
CT_DMA_STREAM(out, DMA1, 3, USART3_TX);
#endif
CT_DMA_STREAM(in, DMA1, 5, USART2_RX);
CT_USART_DMA(modem, USART2, out, in, 64);
