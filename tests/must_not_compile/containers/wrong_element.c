// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the value is not of the container's element type
#include <corten/spsc.h>

static CT_SPSC(uint16_t, 8) queue;

int give(uint16_t *pointer) {
#ifdef OK
    return ct_spsc_enqueue(&queue, *pointer);
#else
    return ct_spsc_enqueue(&queue, pointer);
#endif
}
