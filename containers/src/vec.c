// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/vec.h>

#include <string.h>

static void *slot(struct ct_slice_ vec, uint32_t index) {
    return (char *)vec.slots + (size_t)index * vec.size;
}
static uint32_t length_of(struct ct_slice_ vec) { return ct_state_get_(vec.state, vec.width, 0); }
static void set_length(struct ct_slice_ vec, uint32_t length) {
    ct_state_set_(vec.state, vec.width, 0, length);
}

enum ct_error ct_vec_insert_(struct ct_slice_ vec, uint32_t index, const void *element) {
    uint32_t const length = length_of(vec);
    if (index > length) return CT_OUT_OF_RANGE;
    if (length == vec.capacity) return CT_FULL;
    memmove(slot(vec, index + 1), slot(vec, index), (size_t)(length - index) * vec.size);
    memcpy(slot(vec, index), element, vec.size);
    set_length(vec, length + 1);
    return CT_OK;
}

enum ct_error ct_vec_erase_(struct ct_slice_ vec, uint32_t index, uint32_t count) {
    uint32_t const length = length_of(vec);
    if (!ct_range_fits(index, count, length)) return CT_OUT_OF_RANGE;
    memmove(slot(vec, index), slot(vec, index + count),
            (size_t)(length - index - count) * vec.size);
    set_length(vec, length - count);
    return CT_OK;
}

enum ct_error ct_vec_resize_(struct ct_slice_ vec, uint32_t length, const void *element) {
    if (length > vec.capacity) return CT_FULL;
    for (uint32_t i = length_of(vec); i < length; i++) memcpy(slot(vec, i), element, vec.size);
    set_length(vec, length);
    return CT_OK;
}

enum ct_error ct_vec_extend_(struct ct_slice_ vec, const void *from, uint32_t count) {
    uint32_t const length = length_of(vec);
    if (!ct_range_fits(length, count, vec.capacity)) return CT_FULL;
    if (count) memmove(slot(vec, length), from, (size_t)count * vec.size);
    set_length(vec, length + count);
    return CT_OK;
}
