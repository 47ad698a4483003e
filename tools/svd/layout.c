// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// From offsets to structs. Members that overlap become an anonymous union:
//
//      0   2   4   6   8                 A A A A . . . .     union {
//      A A A A                           B B C C . . . .         A;
//      B B C C           ------>                                 struct { B; C; };
//          D D D D                       . . D D D D . .         struct { char pad[2]; D; };
//                                                            };
//
// Such a union is aligned and padded as the compiler will do it, and swallows what that reaches.
#include "build.h"
#include "names.h"

#include <stdlib.h>
#include <string.h>

#define MAX_OVERLAP 4096

static int by_offset(const void *a, const void *b) {
    const struct item *x = a, *y = b;
    if (x->offset != y->offset) { return x->offset < y->offset ? -1 : 1; }
    if (x->order != y->order) { return x->order < y->order ? -1 : 1; }
    return 0;
}

// Every member gets a name of its own. What stands twice at one place is one register.
static void name_items(struct svd *s, struct group *g) {
    struct names names = {0};
    size_t kept = 0;
    for (size_t i = 0; i < g->items.n; i++) {
        struct item it = g->items.items[i];
        const char *name = names_identifier(s, it.name, true);
        const struct item *old = names_find(&names, name);
        if (old) {
            if (old->offset == it.offset && old->size == it.size && !old->reg == !it.reg &&
                (!it.reg || it.reg->fields.n == old->reg->fields.n)) {
                svd_find(s, it.line, "%s is described twice: the first is taken", it.name);
                continue;
            }
            svd_find(s, it.line, "another %s is already at offset 0x%llx", it.name,
                     (unsigned long long)old->offset);
            if (it.alternate) {
                name = arena_print(&s->arena, "%s_%s", name, names_identifier(s, it.alternate, false));
            }
            unsigned k = 2;
            const char *stem = name;
            while (names_find(&names, name)) { name = arena_print(&s->arena, "%s_%u", stem, k++); }
            if (it.reg) { // the same name for its fields
                it.reg->name = name;
            }
        }
        it.name = name;
        it.order = (uint32_t)kept;
        g->items.items[kept] = it;
        struct item *copy = arena_take(&s->arena, sizeof *copy);
        *copy = it;
        names_add(s, &names, name, copy);
        kept++;
    }
    g->items.n = kept;
}

static uint64_t up(uint64_t x, uint32_t align) { return (x + align - 1) / align * align; }
static uint64_t down(uint64_t x, uint32_t align) { return x / align * align; }

static void make_tracks(struct svd *s, struct part *p, struct item *items, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct item *it = &items[i];
        struct track *fit = NULL;
        for (size_t k = 0; k < p->n && !fit; k++) {
            const struct item *last = p->items[k].items[p->items[k].n - 1];
            if (last->offset + last->size <= it->offset) { fit = &p->items[k]; }
        }
        if (!fit) {
            if (p->n == MAX_OVERLAP) {
                svd_fail(s, it->line, "more than %d registers overlap at offset 0x%llx", MAX_OVERLAP,
                         (unsigned long long)it->offset);
            }
            ARENA_PUSH(&s->arena, p, ((struct track){0}));
            fit = &p->items[p->n - 1];
        }
        ARENA_PUSH(&s->arena, fit, it);
    }
}

// Do two members share a byte? An array of a larger stride has holes in which others may lie.
static bool share(const struct item *a, const struct item *b) {
    uint64_t step_a = a->count ? a->size / a->count : 0, step_b = b->count ? b->size / b->count : 0;
    uint64_t size_a = a->reg && a->reg->words == 1 ? a->reg->width / 8 : a->size;
    uint64_t size_b = b->reg && b->reg->words == 1 ? b->reg->width / 8 : b->size;
    uint64_t step = step_a ? step_a : step_b;
    if (!step || (step_a && step_b && step_a != step_b) || size_a > step || size_b > step) {
        return a->offset < b->offset + b->size && b->offset < a->offset + a->size;
    }
    uint64_t ahead = (b->offset - a->offset) % step; // b is not before a
    return ahead < size_a || ahead + size_b > step;
}

void layout_group(struct svd *s, struct group *g) {
    name_items(s, g);
    size_t n = g->items.n;
    struct item *items = g->items.items;
    if (n) { qsort(items, n, sizeof *items, by_offset); }
    g->align = 1;
    size_t *starts = arena_take(&s->arena, (n + 1) * sizeof *starts);
    for (size_t i = 0; i < n;) {
        size_t first = i;
        struct part p = {.offset = items[i].offset, .end = items[i].offset + items[i].size};
        uint32_t align = items[i].align;
        for (i++;;) {
            if (i - first > 1) { // a union: its ends as the compiler makes them
                p.offset = down(p.offset, align);
                p.end = p.offset + up(p.end - p.offset, align);
                struct part *before = g->parts.n ? &g->parts.items[g->parts.n - 1] : NULL;
                if (before && before->end > p.offset) {
                    first = starts[--g->parts.n];
                    p.offset = before->offset;
                    for (size_t k = first; k < i; k++) {
                        if (items[k].align > align) { align = items[k].align; }
                    }
                    if (before->end > p.end) { p.end = before->end; }
                    continue;
                }
            }
            if (i == n || items[i].offset >= p.end) { break; }
            struct item *it = &items[i++];
            if (it->align > align) { align = it->align; }
            if (it->offset + it->size > p.end) { p.end = it->offset + it->size; }
            for (size_t k = i - 1; k-- > first && !it->alternate;) {
                if (!items[k].alternate && share(&items[k], it)) {
                    svd_find(s, it->line, "%s at offset 0x%llx overlaps %s", it->name,
                             (unsigned long long)it->offset, items[k].name);
                    break;
                }
                if (i - k > 64) { break; }
            }
        }
        make_tracks(s, &p, items + first, i - first);
        starts[g->parts.n] = first;
        ARENA_PUSH(&s->arena, &g->parts, p);
        if (align > g->align) { g->align = align; }
        g->size = up(p.end, g->align);
    }
    g->size = up(g->size, g->align);
}
