// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The names of the header. All macros, types and constants live in one space, so one set keeps them
// apart.
#include "emit.h"
#include "names.h"

#include <string.h>

struct namer {
    struct svd *s;
    struct names all;
};

// A name for a register: NAME (union), NAME_ (its identity), NAME_info_.
static const char *unique_reg(struct namer *m, const char *name) {
    const char *try = name;
    for (unsigned i = 2;; i++) {
        const char *identity = arena_join(&m->s->arena, try, "_", "");
        if (!names_find(&m->all, try) && !names_find(&m->all, identity)) {
            names_add(m->s, &m->all, try, m);
            names_add(m->s, &m->all, identity, m);
            return try;
        }
        try = arena_print(&m->s->arena, "%s_%u", name, i);
    }
}

static void name_reg(struct namer *m, const char *of, struct reg *r) {
    struct svd *s = m->s;
    if (r->full) { return; }
    r->full = unique_reg(m, arena_join(&s->arena, of, "_", r->name));
    for (size_t i = 0; i < r->fields.n; i++) {
        struct field *f = &r->fields.items[i];
        const char *want = arena_join(&s->arena, r->full, "_", f->name);
        f->macro = names_unique(s, &m->all, want);
        if (strcmp(want, f->macro)) {
            svd_find(s, f->line, "field %s of %s: there is another %s; called %s", f->name, r->full, want,
                     f->macro);
        }
    }
}

static void name_group(struct namer *m, const char *full, struct group *g) {
    struct svd *s = m->s;
    if (g->named) { return; }
    g->named = true;
    const char *tag = arena_print(&s->arena, "%s_regs", full);
    for (unsigned i = 2; names_find(&m->all, tag); i++) {
        tag = arena_print(&s->arena, "%s_%u_regs", full, i);
    }
    names_add(s, &m->all, tag, g);
    g->full = arena_copy(&s->arena, tag, strlen(tag) - 5);
    for (size_t i = 0; i < g->items.n; i++) {
        struct item *it = &g->items.items[i];
        if (it->reg) {
            name_reg(m, g->full, it->reg);
        } else {
            name_group(m, arena_print(&s->arena, "%s_%s", g->full, it->group->name), it->group);
        }
    }
    ARENA_PUSH(&s->arena, &s->model->groups, g);
}

static bool in_list(const char *list, const char *name) {
    size_t n = strlen(name);
    for (const char *p = list; p && *p;) {
        const char *comma = strchr(p, ',');
        size_t length = comma ? (size_t)(comma - p) : strlen(p);
        if (length == n && !memcmp(p, name, n)) { return true; }
        p = comma ? comma + 1 : NULL;
    }
    return false;
}

void svd_name(struct svd *s, const char *prefix, const char *wanted) {
    struct model *m = s->model;
    struct namer namer = {.s = s};
    m->prefix = prefix ? prefix : "";
    size_t count = 0, asked = 0;
    for (size_t i = 0; i < m->instances.n; i++) {
        struct instance *x = &m->instances.items[i];
        x->wanted = !wanted || in_list(wanted, x->name);
        count += x->wanted;
        if (*m->prefix) { x->name = arena_print(&s->arena, "%s%s", m->prefix, x->name); }
        if (names_find(&namer.all, x->name)) {
            svd_find(s, x->line, "two peripherals are called %s", x->name);
        }
        x->name = names_unique(s, &namer.all, x->name);
    }
    for (const char *p = wanted; p && *p; p = strchr(p, ',') ? strchr(p, ',') + 1 : NULL) { asked++; }
    if (wanted && count < asked) {
        svd_fail(s, 0, "--peripherals %.100s: %zu of them are not in the file", wanted, asked - count);
    }
    for (size_t i = 0; i < m->arrays.n; i++) {
        struct array_of_instances *a = &m->arrays.items[i];
        a->name = names_unique(s, &namer.all, arena_print(&s->arena, "%s%s", m->prefix, a->name));
    }
    for (size_t i = 0; i < m->instances.n; i++) {
        struct instance *x = &m->instances.items[i];
        if (!x->wanted) { continue; }
        name_group(&namer, arena_print(&s->arena, "%s%s", m->prefix, x->group->name), x->group);
    }
    // Named values and the elements of field arrays come after all else: theirs are the long names.
    for (size_t g = 0; g < m->groups.n; g++) {
        for (size_t i = 0; i < m->groups.items[g]->items.n; i++) {
            struct reg *r = m->groups.items[g]->items.items[i].reg;
            for (size_t k = 0; r && !r->valued && k < r->fields.n; k++) {
                struct field *f = &r->fields.items[k];
                f->elements = f->count ? arena_take(&s->arena, f->count * sizeof *f->elements) : NULL;
                for (uint32_t e = 0; e < f->count; e++) {
                    const char *name = arena_print(&s->arena, "%s_%s%s%s", r->full, f->head, f->index[e],
                                                   f->tail);
                    f->elements[e] = names_unique(s, &namer.all, names_identifier(s, name, false));
                }
                for (size_t v = 0; v < f->values.n; v++) {
                    struct value *value = &f->values.items[v];
                    const char *stem = value->name;
                    const char *macro;
                    for (unsigned n = 2;; n++) {
                        macro = arena_join(&s->arena, f->macro, "_", value->name);
                        bool taken = names_find(&namer.all, macro);
                        for (uint32_t e = 0; e < f->count && !taken && e < 64; e++) {
                            taken = names_find(&namer.all, arena_join(&s->arena, f->elements[e], "_", value->name));
                        }
                        if (!taken) { break; }
                        value->name = arena_print(&s->arena, "%s_%u", stem, n);
                    }
                    names_add(s, &namer.all, macro, value);
                    for (uint32_t e = 0; e < f->count && e < 64; e++) {
                        names_add(s, &namer.all, arena_join(&s->arena, f->elements[e], "_", value->name), value);
                    }
                }
            }
            if (r) { r->valued = true; }
            struct item *it = &m->groups.items[g]->items.items[i];
            for (size_t k = 0; k < it->index.n; k++) {
                it->index.items[k].name = names_unique(
                    s, &namer.all, arena_print(&s->arena, "%s_%s_%s", m->groups.items[g]->full, it->name,
                                               it->index.items[k].name));
            }
        }
    }
}
