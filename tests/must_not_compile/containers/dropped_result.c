// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: ignoring return value of 'ct_result_'
// clang: ignoring return value of function declared with 'warn_unused_result' attribute
// flags: -Werror
#include <corten/spsc.h>

static CT_SPSC(uint16_t, 8) queue;

void give(void) {
#ifdef OK
    if (ct_spsc_enqueue(&queue, 1)) return;
#else
    ct_spsc_enqueue(&queue, 1);
#endif
}
