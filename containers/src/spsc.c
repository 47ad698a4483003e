// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/spsc.h>

#include <string.h>

uint32_t ct_spsc_write_(void *state, struct ct_ring_of_ ring, void *slots, const void *from,
                        size_t size, uint32_t count) {
    void *const at = ct_index_at_(state, ring.width, CT_TAIL_);
    uint32_t const head = ct_shared_load(ct_index_at_(state, ring.width, CT_HEAD_), ring.width);
    uint32_t const tail = ct_shared_own(at, ring.width);
    uint32_t const room = ring.capacity - ct_ring_used(head, tail, ring.span);
    if (count > room) count = room;
    uint32_t const slot = ct_ring_slot(tail, ring.capacity, ring.span);
    uint32_t const run = count < ring.capacity - slot ? count : ring.capacity - slot;
    ct_shared_copy_((char *)slots + slot * size, from, run * size);
    ct_shared_copy_(slots, (const char *)from + run * size, (count - run) * size);
    ct_shared_store(at, ring.width, ct_ring_skip(tail, count, ring.capacity, ring.span));
    return count;
}

uint32_t ct_spsc_read_(void *state, struct ct_ring_of_ ring, const void *slots, void *into,
                       size_t size, uint32_t count) {
    void *const at = ct_index_at_(state, ring.width, CT_HEAD_);
    uint32_t const tail = ct_shared_load(ct_index_at_(state, ring.width, CT_TAIL_), ring.width);
    uint32_t const head = ct_shared_own(at, ring.width);
    uint32_t const used = ct_ring_used(head, tail, ring.span);
    if (count > used) count = used;
    uint32_t const slot = ct_ring_slot(head, ring.capacity, ring.span);
    uint32_t const run = count < ring.capacity - slot ? count : ring.capacity - slot;
    ct_shared_fetch_(into, (const char *)slots + slot * size, run * size);
    ct_shared_fetch_((char *)into + run * size, slots, (count - run) * size);
    ct_shared_store(at, ring.width, ct_ring_skip(head, count, ring.capacity, ring.span));
    return count;
}
