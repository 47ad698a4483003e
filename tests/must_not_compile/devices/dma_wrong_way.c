// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: this stream cannot receive: its request is to send
// target: m4f
// flags: {device stm32f405}
#include <corten/dma.h>

CT_DMA_STREAM(console_out, DMA1, 6, USART2_TX);
static CT_DMA_BUFFER(uint8_t, 8) line;

void go(void);
void go(void) {
#ifdef OK
    ct_dma_send(console_out, line, 8, USART2->DR, 0);
#else
    ct_dma_receive(console_out, line, 8, USART2->DR, 0);
#endif
}
