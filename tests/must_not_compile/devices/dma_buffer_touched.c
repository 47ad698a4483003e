// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: subscripted value is neither array nor pointer nor vector
// clang: subscripted value is not an array, pointer, or vector
// target: m4f
// flags: {device stm32f405}
#include <corten/dma.h>

static CT_DMA_BUFFER(uint8_t, 8) line;

void fill(void);
void fill(void) {
#ifdef OK
    CT_DMA_ELEMENTS(line)[0] = 'x'; // panics while the DMA has it
#else
    line[0] = 'x';
#endif
}
