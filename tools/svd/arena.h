// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Memory that is taken piece by piece and given back all at once, with a limit.
//
//     struct arena a;
//     arena_open(&a, 64u << 20);
//     char *text = arena_copy(&a, "RCC", 3);
//     arena_close(&a);
#ifndef CORTEN_TOOLS_ARENA_H
#define CORTEN_TOOLS_ARENA_H
#include <stddef.h>

struct arena {
    struct arena_block *blocks; // newest first
    size_t used, size;          // of the newest block
    size_t total, limit;        // bytes, over all blocks
    void (*full)(void *);       // called when the limit is reached or memory is out; does not return
    void *full_of;
};

void arena_open(struct arena *a, size_t limit, void (*full)(void *), void *full_of);
void arena_close(struct arena *a);
// Zeroed memory, aligned for any object.
void *arena_take(struct arena *a, size_t size);
// A copy of n characters and a terminating zero.
char *arena_copy(struct arena *a, const char *text, size_t n);
// The three texts one after the other.
char *arena_join(struct arena *a, const char *x, const char *y, const char *z);
char *arena_print(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Grows an array by doubling: `*items` of `*room` elements becomes larger than n.
void *arena_grow(struct arena *a, void *items, size_t *room, size_t n, size_t size);
#define ARENA_PUSH(a, list, value)                                                                 \
    ((list)->items = arena_grow((a), (list)->items, &(list)->room, (list)->n,                      \
                                sizeof *(list)->items),                                            \
     (list)->items[(list)->n++] = (value))

#endif
