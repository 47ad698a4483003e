// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: has no member named 'only_the_producer_half_can_enqueue'
// clang: no member named 'only_the_producer_half_can_enqueue'
// target: m3 host
#include <corten/spsc.h>

typedef CT_SPSC(uint16_t, 8) samples;
static samples queue;

int give(CT_SPSC_CONSUMER(samples) *in, CT_SPSC_PRODUCER(samples) *out) {
    (void)in, (void)out;
#ifdef OK
    return ct_spsc_enqueue(out, 1) + ct_spsc_enqueue(&queue, 2);
#else
    return ct_spsc_enqueue(in, 1) + ct_spsc_enqueue(&queue, 2);
#endif
}
