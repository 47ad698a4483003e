// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/deque.h>

// Reverses the bytes of some elements, element by element.
static void reverse(char *slots, uint32_t from, uint32_t to, size_t size) {
    while (from < to) {
        char *const a = slots + from++ * size, *const b = slots + --to * size;
        for (size_t i = 0; i < size && a != b; i++) {
            char const byte = a[i];
            a[i] = b[i];
            b[i] = byte;
        }
    }
}

// A rotation is three reversals: in place, each element moved twice.
void ct_deque_rotate_(void *slots, uint32_t capacity, size_t size, uint32_t first) {
    reverse(slots, 0, first, size);
    reverse(slots, first, capacity, size);
    reverse(slots, 0, capacity, size);
}
