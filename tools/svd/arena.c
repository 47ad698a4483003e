// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#define _DEFAULT_SOURCE // madvise
#include "arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

struct arena_block {
    struct arena_block *next;
    size_t mapped; // bytes from mmap; 0: from malloc
    max_align_t data[];
};

void arena_open(struct arena *a, size_t limit, void (*full)(void *), void *full_of) {
    *a = (struct arena){.limit = limit, .full = full, .full_of = full_of};
}

void arena_close(struct arena *a) {
    while (a->blocks) {
        struct arena_block *next = a->blocks->next;
        if (a->blocks->mapped) {
            munmap(a->blocks, a->blocks->mapped);
        } else {
            free(a->blocks);
        }
        a->blocks = next;
    }
    a->used = a->size = a->total = 0;
}

// A block of zeros. A small file needs one small block; a large one takes large blocks, of large pages
// where the system has them, since touching 140 MB page by page takes a quarter of the time.
static void new_block(struct arena *a, size_t size) {
    size_t want = a->blocks ? 8u << 20 : 1u << 20;
    if (size > want) { want = size; }
    if (want > a->limit - a->total) { a->full(a->full_of); }
    struct arena_block *b;
    if (a->blocks) {
        size_t all = sizeof *b + want;
        b = mmap(NULL, all, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (b == MAP_FAILED) { a->full(a->full_of); }
#ifdef MADV_HUGEPAGE
        madvise(b, all, MADV_HUGEPAGE);
#endif
        b->mapped = all;
    } else {
        b = calloc(1, sizeof *b + want);
        if (!b) { a->full(a->full_of); }
    }
    b->next = a->blocks;
    a->blocks = b;
    a->used = 0;
    a->size = want;
    a->total += want;
}

void *arena_take(struct arena *a, size_t size) {
    const size_t unit = sizeof(void *);
    if (size > SIZE_MAX / 2) { a->full(a->full_of); }
    size = (size + unit - 1) / unit * unit;
    if (size > a->size - a->used) { new_block(a, size); }
    void *p = (char *)a->blocks->data + a->used;
    a->used += size;
    return p;
}

char *arena_copy(struct arena *a, const char *text, size_t n) {
    char *p = arena_take(a, n + 1);
    memcpy(p, text, n);
    return p;
}

char *arena_join(struct arena *a, const char *x, const char *y, const char *z) {
    size_t nx = strlen(x), ny = strlen(y), nz = strlen(z);
    char *p = arena_take(a, nx + ny + nz + 1);
    memcpy(p, x, nx);
    memcpy(p + nx, y, ny);
    memcpy(p + nx + ny, z, nz);
    return p;
}

char *arena_print(struct arena *a, const char *format, ...) {
    va_list list;
    va_start(list, format);
    va_list again;
    va_copy(again, list);
    int n = vsnprintf(NULL, 0, format, list);
    va_end(list);
    char *p = arena_take(a, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    return p;
}

void *arena_grow(struct arena *a, void *items, size_t *room, size_t n, size_t size) {
    if (n < *room) { return items; }
    size_t more = *room ? *room * 2 : 4;
    void *p = arena_take(a, more * size);
    if (n) { memcpy(p, items, n * size); }
    *room = more;
    return p;
}
