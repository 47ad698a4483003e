// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: has no member named 'only_the_consumer_half_can_dequeue'
// clang: no member named 'only_the_consumer_half_can_dequeue'
#include <corten/spsc.h>

typedef CT_SPSC(uint16_t, 8) samples;

int take(CT_SPSC_CONSUMER(samples) *in, CT_SPSC_PRODUCER(samples) *out, uint16_t *into) {
    (void)in, (void)out;
#ifdef OK
    return ct_spsc_dequeue(in, into);
#else
    return ct_spsc_dequeue(out, into);
#endif
}
