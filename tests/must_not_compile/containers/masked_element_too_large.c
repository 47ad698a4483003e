// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: an element of more than 64 bytes would be copied with interrupts masked
// flags: {device lm3s6965}
#include <corten/mpmc.h>

struct frame {
#ifdef OK
    uint8_t bytes[64];
#else
    uint8_t bytes[65];
#endif
};
static CT_MPMC(struct frame, 4) frames;
int give(const struct frame *f) { return ct_mpmc_enqueue(&frames, *f); }
