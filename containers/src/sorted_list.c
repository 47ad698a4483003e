// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/sorted_list.h>

enum { HEAD = 0, FREE = 1, LENGTH = 2 };

static uint32_t get(struct ct_links_ list, uint32_t which) {
    return ct_state_get_(list.state, list.width, which);
}
static void set(struct ct_links_ list, uint32_t which, uint32_t value) {
    ct_state_set_(list.state, list.width, which, value);
}
static void set_next(struct ct_links_ list, uint32_t element, uint32_t next) {
    if (element) ct_state_set_(list.links, list.width, element - 1, next);
    else set(list, HEAD, next);
}

// The caller knows that a slot is free.
uint32_t ct_links_add_(struct ct_links_ list, uint32_t before) {
    uint32_t const slot = get(list, FREE);
    CT_ASSERT(slot < list.capacity);
    set(list, FREE, ct_blocks_next(slot, ct_state_get_(list.links, list.width, slot),
                                   ct_blocks_modulus(list.capacity)));
    ct_state_set_(list.links, list.width, slot, ct_links_next_(list, before));
    set_next(list, before, slot + 1);
    set(list, LENGTH, get(list, LENGTH) + 1);
    return slot;
}

// The caller knows that there is one behind `before`.
void ct_links_remove_(struct ct_links_ list, uint32_t before) {
    uint32_t const element = ct_links_next_(list, before);
    CT_ASSERT(element != 0);
    set_next(list, before, ct_links_next_(list, element));
    ct_state_set_(list.links, list.width, element - 1,
                  ct_blocks_link(element - 1, get(list, FREE), ct_blocks_modulus(list.capacity)));
    set(list, FREE, element - 1);
    set(list, LENGTH, get(list, LENGTH) - 1);
}

bool ct_links_find_(struct ct_links_ list, uint32_t element, uint32_t *before) {
    uint32_t at = 0;
    for (uint32_t next; (next = ct_links_next_(list, at)) != 0; at = next) {
        if (next == element) {
            *before = at;
            return true;
        }
    }
    return false;
}
