// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: request for member 'loan_' in something not a structure or union
// clang: member reference base type 'uint8_t[8]' (aka 'unsigned char[8]') is not a structure or union
// target: m4f
// flags: {device stm32f405}
#include <corten/dma.h>

CT_DMA_STREAM(console_out, DMA1, 6, USART2_TX);
#ifdef OK
static CT_DMA_BUFFER(uint8_t, 8) line;
#else
static uint8_t line[8];
#endif

void go(void);
void go(void) { ct_dma_send(console_out, line, 8, USART2->DR, 0); }
