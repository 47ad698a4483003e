// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: only_the_consumer_half_can_dequeue
// flags: {device lm3s6965}
#include <corten/mpsc.h>

typedef CT_MPSC(uint32_t, 8) events;

int take(CT_MPSC_PRODUCER(events) *out, CT_MPSC_CONSUMER(events) *in, uint32_t *into) {
    (void)out, (void)in;
#ifdef OK
    return ct_mpsc_dequeue(in, into);
#else
    return ct_mpsc_dequeue(out, into);
#endif
}
