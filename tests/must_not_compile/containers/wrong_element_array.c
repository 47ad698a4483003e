// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the value is not of the container's element type
#include <corten/spsc.h>

typedef uint8_t address[6];
static CT_SPSC(address, 8) queue;

int give(void) {
#ifdef OK
    static address one;
#else
    static uint8_t one[8];
#endif
    return ct_spsc_enqueue(&queue, one);
}
