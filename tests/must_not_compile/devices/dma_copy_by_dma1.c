// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: only DMA2 can copy from memory to memory
// target: m4f
// flags: {device stm32f401}
#include <corten/dma.h>

#ifdef OK
CT_DMA_COPIER(copier, DMA2, 0);
#else
CT_DMA_COPIER(copier, DMA1, 0);
#endif
