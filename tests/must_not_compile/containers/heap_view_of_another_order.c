// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the view is for another order
#include <corten/heap.h>

static CT_HEAP(uint16_t, 8, CT_LEAST) numbers;
#ifdef OK
typedef CT_HEAP_VIEW(uint16_t, CT_LEAST) view;
#else
typedef CT_HEAP_VIEW(uint16_t, CT_GREATEST) view;
#endif
uint32_t count(void) {
    view all = ct_heap_view(view, &numbers);
    return ct_heap_length(&all);
}
