// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: 'struct this_buffer_is_lent_to_the_dma' has no member named
// clang: in 'struct this_buffer_is_lent_to_the_dma'
// target: m4f
// flags: {device stm32f405}
#include <corten/dma.h>

CT_DMA_STREAM(out, DMA1, 6, USART2_TX);
static CT_DMA_BUFFER(uint8_t, 8) line;
static CT_DMA_BUFFER(uint8_t, 8) other;

void go(void);
void go(void) {
    CT_DMA_SENDING(out, line, 8, USART2->DR, 1000) {
#ifdef OK
        CT_DMA_ELEMENTS(other)[0] = 'x';
#else
        CT_DMA_ELEMENTS(line)[0] = 'x';
#endif
    }
}
