// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A queue costs a handful of instructions: no call, no division, no second literal for its
// address, no barrier instruction, whatever the capacity.
// target: m0 m3
// forbid enqueue_32: bl|blx|udiv|mul|dmb|uxt
// forbid dequeue_32: bl|blx|udiv|mul|dmb|uxt
// forbid enqueue_1: bl|blx|udiv|mul|dmb
// forbid dequeue_1: bl|blx|udiv|mul|dmb
// forbid enqueue_10: bl|blx|udiv|mul|dmb
// forbid dequeue_10: bl|blx|udiv|mul|dmb
// count[gcc m3] enqueue_32 <= 15
// count[gcc m3] dequeue_32 <= 14
// count[clang m3] enqueue_32 <= 16
// count[clang m3] dequeue_32 <= 16
// count[gcc m3] enqueue_1 <= 14
// count[gcc m3] dequeue_1 <= 13
#include <corten/spsc.h>

extern CT_SPSC(uint32_t, 32) queue_32;
extern CT_SPSC(uint32_t, 10) queue_10;
extern CT_SPSC(uint32_t, 1) queue_1;

#define QUEUE(n)                                                                                   \
    int enqueue_##n(uint32_t value);                                                               \
    int enqueue_##n(uint32_t value) { return ct_spsc_enqueue(&queue_##n, value); }                 \
    int dequeue_##n(uint32_t *into);                                                               \
    int dequeue_##n(uint32_t *into) { return ct_spsc_dequeue(&queue_##n, into); }
QUEUE(32)
QUEUE(10)
QUEUE(1)
