// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: storage must be an array
#include <corten/spsc.h>

void start(void) {
#ifdef OK
    static uint8_t bytes[12];
#else
    static uint8_t *bytes;
#endif
    CT_SPSC_OVER(uint8_t) queue = CT_SPSC_ON(bytes);
    (void)queue;
}
