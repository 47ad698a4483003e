// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A queue for any context is not handled by the operations that need one producer.
// both: only_the_producer_half_can_enqueue
// flags: {device lm3s6965}
#include <corten/mpmc.h>
#include <corten/spsc.h>

static CT_MPMC(uint32_t, 8) jobs;

int give(void) {
#ifdef OK
    return ct_mpmc_enqueue(&jobs, 1);
#else
    return ct_spsc_enqueue(&jobs, 1);
#endif
}
