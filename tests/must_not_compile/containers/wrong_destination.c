// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: incompatible
#include <corten/spsc.h>

static CT_SPSC(uint16_t, 8) queue;

int take(uint16_t *halfword, uint32_t *word) {
    (void)halfword, (void)word;
#ifdef OK
    return ct_spsc_dequeue(&queue, halfword);
#else
    return ct_spsc_dequeue(&queue, word);
#endif
}
