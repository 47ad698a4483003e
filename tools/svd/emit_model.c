// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The table from which <corten/reg_model.h> answers the accesses of a native build: each register of
// each instance with its masks, in the order of addresses.
#include "emit.h"

#include <stdlib.h>
#include <string.h>

struct entry {
    uint64_t address;
    const struct reg *reg;
    const char *instance, *path;
    size_t order;
};

struct entries {
    struct entry *items;
    size_t n, room;
};

static int by_address(const void *a, const void *b) {
    const struct entry *x = a, *y = b;
    if (x->address != y->address) { return x->address < y->address ? -1 : 1; }
    return x->order < y->order ? -1 : x->order > y->order;
}

static void add_group(struct svd *s, struct entries *list, const struct instance *x,
                      const struct group *g, uint64_t base, const char *path) {
    for (size_t i = 0; i < g->items.n; i++) {
        const struct item *it = &g->items.items[i];
        uint32_t count = it->count ? it->count : 1;
        uint64_t step = it->size / count;
        for (uint32_t k = 0; k < count; k++) {
            const char *name = it->count ? arena_print(&s->arena, "%s%s[%u]", path, it->name, k)
                                         : arena_print(&s->arena, "%s%s", path, it->name);
            uint64_t at = base + it->offset + k * step;
            svd_count(s, it->line, 1);
            if (it->group) {
                add_group(s, list, x, it->group, at, arena_print(&s->arena, "%s.", name));
            } else if (it->reg->words == 1) {
                ARENA_PUSH(&s->arena, list,
                           ((struct entry){at, it->reg, x->name, name, list->n}));
            }
        }
    }
}

struct masks {
    uint64_t readable, writable, read_clears, read_sets;
    uint64_t effect[EFFECT_MODIFY + 1];
};

static struct masks masks_of(const struct reg *r) {
    struct masks m = {0};
    uint64_t all = r->width >= 64 ? UINT64_MAX : (UINT64_C(1) << r->width) - 1;
    if (!r->fields.n) {
        if (r->can & CAN_READ) { m.readable = all; }
        if (r->can & CAN_WRITE) { m.writable = all; }
        m.effect[r->effect] = all;
        if (r->read == READ_CLEARS) { m.read_clears = all; }
        if (r->read == READ_SETS) { m.read_sets = all; }
        return m;
    }
    for (size_t i = 0; i < r->fields.n; i++) {
        const struct field *f = &r->fields.items[i];
        uint64_t one = f->width >= 64 ? UINT64_MAX : (UINT64_C(1) << f->width) - 1, mask = 0;
        for (uint32_t k = 0; k < (f->count ? f->count : 1); k++) { mask |= one << (f->lsb + k * f->step); }
        if (f->can & CAN_READ) { m.readable |= mask; }
        if (f->can & CAN_WRITE) { m.writable |= mask; }
        m.effect[f->effect] |= mask;
        if (f->read == READ_CLEARS) { m.read_clears |= mask; }
        if (f->read == READ_SETS) { m.read_sets |= mask; }
    }
    return m;
}

void svd_emit_model(struct out *o, const char *symbol) {
    struct svd *s = o->s;
    struct entries list = {0};
    for (size_t i = 0; i < s->model->instances.n; i++) {
        const struct instance *x = &s->model->instances.items[i];
        if (x->wanted) { add_group(s, &list, x, x->resets, x->base, ""); }
    }
    if (list.n) { qsort(list.items, list.n, sizeof *list.items, by_address); }
    out_text(o, "// A model of ");
    out_comment(o, s->model->name);
    out_text(o, ", written by `corten svd --model`: do not edit.\n"
                "#include <corten/reg_model.h>\n\n"
                "// name, address, size, reset value, readable, writable,\n"
                "// 1 clears, 0 clears, 1 sets, 0 sets, 1 toggles, 0 toggles, any clears, any sets,\n"
                "// a read clears, a read sets\n");
    out_print(o, "static const struct ct_reg_model_register %s_registers[] = {\n", symbol);
    for (size_t i = 0; i < list.n; i++) {
        const struct entry *e = &list.items[i];
        struct masks m = masks_of(e->reg);
        out_print(o, "    {\"%s.%s\", 0x%llx, %u, 0x%llx, 0x%llx, 0x%llx, {0, ", e->instance, e->path,
                  (unsigned long long)e->address, e->reg->width / 8, (unsigned long long)e->reg->reset,
                  (unsigned long long)m.readable, (unsigned long long)m.writable);
        for (int k = EFFECT_1C; k <= EFFECT_SET; k++) {
            out_print(o, "%s0x%llx", k == EFFECT_1C ? "" : ", ", (unsigned long long)m.effect[k]);
        }
        out_print(o, "}, 0x%llx, 0x%llx},\n", (unsigned long long)m.read_clears,
                  (unsigned long long)m.read_sets);
    }
    if (!list.n) { out_text(o, "    {0},\n"); }
    out_print(o, "};\nenum { %s_count = %zu };\n", symbol, list.n);
    out_print(o, "static const struct ct_reg_model_device %s __attribute__((unused)) = {%s_registers, "
                 "%s_count};\n", symbol, symbol, symbol);
}
