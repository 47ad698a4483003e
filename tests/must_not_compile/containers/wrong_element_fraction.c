// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the value is not of the container's element type
#include <corten/spsc.h>

static CT_SPSC(uint16_t, 8) queue;

int give(float volts) {
#ifdef OK
    return ct_spsc_enqueue(&queue, (uint16_t)volts);
#else
    return ct_spsc_enqueue(&queue, volts);
#endif
}
