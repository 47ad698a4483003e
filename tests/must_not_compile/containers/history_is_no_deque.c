// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: only_a_deque_has_two_ends
#include <corten/deque.h>
#include <corten/history.h>

static CT_HISTORY(int, 8) samples;

int *newest(void) {
#ifdef OK
    return ct_history_newest(&samples);
#else
    return ct_deque_first(&samples);
#endif
}
