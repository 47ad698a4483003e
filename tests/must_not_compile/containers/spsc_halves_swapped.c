// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: incompatible pointer type
// clang: incompatible pointer types
#include <corten/spsc.h>

typedef CT_SPSC(uint16_t, 8) samples;
static samples queue;
void sample(CT_SPSC_PRODUCER(samples) *out);

void start(void) {
#ifdef OK
    sample(ct_spsc_producer(&queue));
#else
    sample(ct_spsc_consumer(&queue));
#endif
}
