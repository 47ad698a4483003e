// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Vec and Deque are no longer than the same by hand; a store through an index that is known to be
// there is the store alone and its check.
// target: m3
// forbid vec_push: bl|blx|push|mul|udiv
// forbid deque_push_back: bl|blx|mul|udiv
// count[gcc] vec_push - vec_push_by_hand <= 0
// count[gcc] vec_pop - vec_pop_by_hand <= 0
// count[gcc] deque_push_back - deque_push_back_by_hand <= 1
// count[gcc] deque_pop_front - deque_pop_front_by_hand <= 2
// count[clang] vec_push - vec_push_by_hand <= 1
// count[clang] deque_push_back - deque_push_back_by_hand <= 2
#include <corten/deque.h>
#include <corten/vec.h>

extern CT_VEC(uint32_t, 32) vec;
extern CT_DEQUE(uint32_t, 32) deque;
extern struct {
    uint32_t slots[32];
    uint8_t length;
} list;
extern struct {
    uint32_t slots[32];
    uint8_t first, length;
} ends;

int vec_push(uint32_t value);
int vec_push(uint32_t value) { return ct_vec_push(&vec, value); }
int vec_push_by_hand(uint32_t value);
int vec_push_by_hand(uint32_t value) {
    if (list.length >= 32) return CT_FULL;
    list.slots[list.length++] = value;
    return CT_OK;
}
int vec_pop(uint32_t *into);
int vec_pop(uint32_t *into) { return ct_vec_pop(&vec, into); }
int vec_pop_by_hand(uint32_t *into);
int vec_pop_by_hand(uint32_t *into) {
    if (list.length == 0) return CT_EMPTY;
    *into = list.slots[--list.length];
    return CT_OK;
}
int deque_push_back(uint32_t value);
int deque_push_back(uint32_t value) { return ct_deque_push_back(&deque, value); }
int deque_push_back_by_hand(uint32_t value);
int deque_push_back_by_hand(uint32_t value) {
    if (ends.length >= 32) return CT_FULL;
    ends.slots[(ends.first + ends.length++) % 32u] = value;
    return CT_OK;
}
int deque_pop_front(uint32_t *into);
int deque_pop_front(uint32_t *into) { return ct_deque_pop_front(&deque, into); }
int deque_pop_front_by_hand(uint32_t *into);
int deque_pop_front_by_hand(uint32_t *into) {
    if (ends.length == 0) return CT_EMPTY;
    *into = ends.slots[ends.first];
    ends.first = (uint8_t)((ends.first + 1u) % 32u);
    ends.length--;
    return CT_OK;
}
