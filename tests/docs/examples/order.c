// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/sorted_list.c
#include <corten/heap.h>
#include <corten/sorted_list.h>

#include <assert.h>

struct job {
    uint32_t deadline, rank;
};
//@ 1-3

int main(void) {
    struct job const urgent = {10, 1}, important = {20, 2};
    assert(!ct_heap_push(&numbers, 9u) && !ct_heap_push(&numbers, 4u));
    assert(*ct_heap_first(&numbers) == 4);
    assert(!ct_heap_push(&jobs, important) && !ct_heap_push(&jobs, urgent));
    assert(ct_heap_first(&jobs)->deadline == 10);
    assert(!ct_sorted_push(&ranks, urgent) && !ct_sorted_push(&ranks, important));
    assert(ct_sorted_first(&ranks)->rank == 2);
}
