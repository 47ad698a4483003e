// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Nodes to the model: registers, clusters, peripherals.
#include "build.h"
#include "names.h"

#include <string.h>

#define MAX_NESTING 12
#define MAX_OFFSET  UINT64_C(0x40000000) // bytes: a struct of a 32-bit target ends before

struct props build_props(struct svd *s, const struct node *n, struct props outer) {
    struct props p = outer;
    node_number(s, n, TAG_size, &p.size);
    bool once;
    if (build_access(s, n, &p.can, &once)) { p.once = once; }
    node_number_or_find(s, n, TAG_resetValue, &p.reset);
    node_number_or_find(s, n, TAG_resetMask, &p.mask);
    return p;
}

// The width of a register whose size is `bits`: the next that a load can have.
static void set_width(struct svd *s, const struct node *n, struct reg *reg, uint64_t bits) {
    if (bits == 0 || bits > 65536) {
        svd_find(s, n->line, "register %s has a size of %llu bits: taken as 32", reg->name,
                 (unsigned long long)bits);
        bits = 32;
    }
    reg->width = bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : 64;
    reg->words = 1;
    if (bits > 64) {
        svd_find(s, n->line, "register %s is %llu bits wide: words of 32, without fields", reg->name,
                 (unsigned long long)bits);
        reg->width = 32;
        reg->words = (uint32_t)((bits + 31) / 32);
    } else if (bits != reg->width) {
        svd_find(s, n->line, "register %s is %llu bits wide: taken as %u", reg->name,
                 (unsigned long long)bits, reg->width);
    }
}

static uint32_t top_bit(const struct reg *reg) {
    uint32_t top = 0;
    for (size_t i = 0; i < reg->fields.n; i++) {
        const struct field *f = &reg->fields.items[i];
        uint32_t end = f->lsb + f->width + (f->count ? f->count - 1 : 0) * f->step;
        if (end > top) { top = end; }
    }
    return top;
}

static void build_register(struct svd *s, const struct node *n, struct group *g, struct props outer,
                           const char *before, const char *after) {
    const char *name = node_text(n, TAG_name);
    if (!name || !*name) {
        svd_find(s, n->line, "a register has no name: left out");
        return;
    }
    struct reg *reg = arena_take(&s->arena, sizeof *reg);
    struct props p = build_props(s, n, outer);
    reg->name = name;
    reg->line = n->line;
    reg->about = node_text(n, TAG_description);
    set_width(s, n, reg, p.size);
    reg->can = p.can;
    reg->once = p.once;
    reg->effect = build_effect(s, n, EFFECT_NONE);
    reg->read = build_read(s, n, READ_NONE);
    uint64_t all = reg->width >= 64 ? UINT64_MAX : (UINT64_C(1) << reg->width) - 1;
    if (p.reset & ~all && reg->words == 1) {
        if (node_child(n, TAG_resetValue)) {
            svd_find(s, n->line, "reset value of %s does not fit in %u bits", name, reg->width);
        }
    }
    reg->reset = p.reset & all;
    reg->reset_mask = p.mask & all;

    uint64_t offset = 0;
    if (!node_number(s, n, TAG_addressOffset, &offset)) {
        svd_find(s, n->line, "register %s has no addressOffset: 0", name);
    }
    struct repeat r = build_repeat(s, n, name, reg->width / 8 * reg->words);
    reg->name = names_identifier(s, r.plain, false);
    if (reg->words == 1) {
        build_fields(s, n, reg);
        build_flags(s, reg, node_child(n, TAG_access) != NULL);
    }
    // A register that no aligned access reaches: usually its width is wrong.
    while (reg->words == 1 && reg->width > 8 &&
           (offset % (reg->width / 8) || (r.count > 1 && r.step % (reg->width / 8)))) {
        if (top_bit(reg) > reg->width / 2) {
            svd_find(s, n->line, "register %s at offset 0x%llx is not aligned to its %u bits: left out",
                     name, (unsigned long long)offset, reg->width);
            return;
        }
        svd_find(s, n->line, "register %s at offset 0x%llx is not aligned to its %u bits: taken as %u",
                 name, (unsigned long long)offset, reg->width, reg->width / 2);
        reg->width /= 2;
        all = (UINT64_C(1) << reg->width) - 1;
        reg->reset &= all, reg->reset_mask &= all, reg->keep &= all, reg->ones &= all;
        reg->flag_mask &= all;
    }
    if (reg->words > 1 && offset % 4) {
        svd_find(s, n->line, "register %s at offset 0x%llx is not aligned: left out", name,
                 (unsigned long long)offset);
        return;
    }
    uint64_t bytes = reg->width / 8 * reg->words;
    uint64_t last = r.count > 1 ? (r.count - 1) * (r.step > MAX_OFFSET ? MAX_OFFSET : r.step) : 0;
    if (offset >= MAX_OFFSET || last >= MAX_OFFSET || offset + last >= MAX_OFFSET) {
        svd_find(s, n->line, "register %s reaches offset 0x%llx of its peripheral: left out", name,
                 (unsigned long long)offset);
        return;
    }
    static const enum svd_tag atomics[3] = {TAG_atomicSet, TAG_atomicClear, TAG_atomicToggle};
    for (int i = 0; i < 3; i++) {
        uint64_t distance;
        const char *text = node_text(n, atomics[i]);
        if (!text) { continue; }
        bool back = *text == '-';
        if (!svd_number(text + back, &distance, NULL) || distance > MAX_OFFSET) {
            svd_fail(s, n->line, "%s of %s is not a distance: \"%.40s\"", svd_tag_name(atomics[i]),
                     name, text);
        }
        reg->atomic[i] = back ? -(int64_t)distance : (int64_t)distance;
    }
    const char *alternate = node_text(n, TAG_alternateRegister);
    const char *group = node_text(n, TAG_alternateGroup);
    svd_count(s, n->line, 1);
    struct item item = {.offset = offset,
                        .size = bytes,
                        .align = reg->width / 8,
                        .reg = reg,
                        .alternate = alternate ? alternate : group,
                        .line = n->line};
    if (r.count && r.bracket && r.step >= bytes && reg->words == 1) {
        if (r.step > bytes) { reg->stride = (uint32_t)r.step; }
        item.name = arena_print(&s->arena, "%s%s%s", before, r.plain, after);
        item.index = build_index_names(s, n);
        item.count = r.count;
        item.size = r.step * r.count;
        ARENA_PUSH(&s->arena, &g->items, item);
        return;
    }
    for (uint32_t i = 0; i < (r.count ? r.count : 1); i++) {
        item.offset = offset + i * r.step;
        item.name = arena_print(&s->arena, "%s%s%s%s%s", before, r.head, r.count ? r.index[i] : "",
                                r.tail, after);
        ARENA_PUSH(&s->arena, &g->items, item);
    }
}

static void build_items(struct svd *s, const struct node *n, struct group *g, struct props p,
                        const char *before, const char *after, unsigned depth);

static void build_cluster(struct svd *s, const struct node *n, struct group *g, struct props outer,
                          unsigned depth) {
    const char *name = node_text(n, TAG_name);
    if (!name || !*name) {
        svd_find(s, n->line, "a cluster has no name: left out");
        return;
    }
    if (depth > MAX_NESTING) { svd_fail(s, n->line, "clusters nested more than %d deep", MAX_NESTING); }
    struct group *c = arena_take(&s->arena, sizeof *c);
    c->line = n->line;
    c->about = node_text(n, TAG_description);
    build_items(s, n, c, build_props(s, n, outer), "", "", depth + 1);
    uint64_t offset = 0;
    if (!node_number(s, n, TAG_addressOffset, &offset)) {
        svd_find(s, n->line, "cluster %s has no addressOffset: 0", name);
    }
    if (!c->items.n) {
        svd_find(s, n->line, "cluster %s has no registers: left out", name);
        return;
    }
    layout_group(s, c);
    struct repeat r = build_repeat(s, n, name, c->size);
    c->name = names_identifier(s, r.plain, false);
    if (offset % c->align || (r.count > 1 && r.step % c->align)) {
        svd_find(s, n->line, "cluster %s at offset 0x%llx is not aligned to its registers: left out",
                 name, (unsigned long long)offset);
        return;
    }
    uint64_t last = r.count > 1 ? (r.count - 1) * (r.step > MAX_OFFSET ? MAX_OFFSET : r.step) : 0;
    if (offset >= MAX_OFFSET || last >= MAX_OFFSET || offset + last + c->size >= MAX_OFFSET) {
        svd_find(s, n->line, "cluster %s reaches offset 0x%llx of its peripheral: left out", name,
                 (unsigned long long)offset);
        return;
    }
    struct item item = {.offset = offset,
                        .size = c->size,
                        .align = c->align,
                        .group = c,
                        .alternate = node_text(n, TAG_alternateCluster),
                        .line = n->line};
    if (r.count && r.bracket && r.step >= c->size) {
        c->size = r.step; // layout pads it
        item.index = build_index_names(s, n);
        item.name = r.plain;
        item.count = r.count;
        item.size = r.step * r.count;
        ARENA_PUSH(&s->arena, &g->items, item);
        return;
    }
    for (uint32_t i = 0; i < (r.count ? r.count : 1); i++) {
        item.offset = offset + i * r.step;
        item.name = arena_print(&s->arena, "%s%s%s", r.head, r.count ? r.index[i] : "", r.tail);
        ARENA_PUSH(&s->arena, &g->items, item);
    }
}

static void build_list(struct svd *s, const struct node *list, const struct node *of,
                       const struct node *at, struct names *own, struct group *g, struct props p,
                       const char *before, const char *after, unsigned depth) {
    for (const struct node *n = list->first; n; n = n->next) {
        if (n->tag != TAG_register && n->tag != TAG_cluster) { continue; }
        const struct node *name = node_own_child(n, TAG_name);
        if (of->base && name) { // what the deriving element names again replaces the inherited
            const void *was = names_find(own, name->text);
            if (was && was != at) { continue; }
            if (!was) { names_add(s, own, name->text, (void *)(uintptr_t)at); }
        }
        if (n->tag == TAG_register) {
            build_register(s, n, g, p, before, after);
        } else {
            build_cluster(s, n, g, p, depth);
        }
    }
}

static void build_items(struct svd *s, const struct node *n, struct group *g, struct props p,
                        const char *before, const char *after, unsigned depth) {
    struct names own = {0};
    for (const struct node *at = n; at; at = at->base) {
        if (n->tag == TAG_cluster) {
            build_list(s, at, n, at, &own, g, p, before, after, depth);
            continue;
        }
        if (node_own_child(at, TAG_register) || node_own_child(at, TAG_cluster)) {
            svd_find(s, at->line, "registers of %s without <registers> around them", node_name(at));
            build_list(s, at, n, at, &own, g, p, before, after, depth);
        }
        for (const struct node *list = at->first; list; list = list->next) {
            if (list->tag == TAG_registers) {
                build_list(s, list, n, at, &own, g, p, before, after, depth);
            }
        }
    }
}

static struct group *build_group(struct svd *s, const struct node *n, struct props outer) {
    struct group *g = arena_take(&s->arena, sizeof *g);
    const char *before = node_text(n, TAG_prependToName), *after = node_text(n, TAG_appendToName);
    g->line = n->line;
    g->about = node_text(n, TAG_description);
    build_items(s, n, g, build_props(s, n, outer), before ? before : "", after ? after : "", 0);
    layout_group(s, g);
    return g;
}

// Has a derived peripheral anything that could make its layout another one?
static bool changes_layout(const struct node *n) {
    static const enum svd_tag tags[] = {TAG_registers,     TAG_register,     TAG_cluster, TAG_size,         TAG_access,
                                        TAG_resetValue,    TAG_resetMask,    TAG_prependToName,
                                        TAG_appendToName};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        const struct node *c = node_own_child(n, tags[i]);
        if (c && (tags[i] != TAG_registers || c->first)) { return true; }
    }
    return false;
}


static struct group *group_of(struct svd *s, struct names *done, const struct node *n,
                              struct props props) {
    char key[32];
    snprintf(key, sizeof key, "%p", (const void *)n);
    struct group *g = names_find(done, key);
    if (g) { return g; }
    // The chain of derivations, from its root: each has its own layout or its parent's.
    const struct node *chain[300];
    size_t depth = 0;
    for (const struct node *at = n; at; at = at->base) { chain[depth++] = at; }
    struct group *parent = NULL;
    while (depth--) {
        const struct node *at = chain[depth];
        snprintf(key, sizeof key, "%p", (const void *)at);
        g = names_find(done, key);
        if (!g) {
            if (parent && !changes_layout(at)) {
                g = parent;
            } else {
                g = build_group(s, at, props);
                const char *struct_name = node_text(at, TAG_headerStructName);
                const char *name = struct_name && *struct_name ? struct_name : node_name(at);
                g->name = names_identifier(s, build_repeat(s, at, name, 0).plain, true);
                struct group *same = parent && parent->shared ? parent->shared : parent;
                if (same && build_same_group(same, g, false)) {
                    build_same_group(same, g, true);
                    g->shared = same;
                }
            }
            names_add(s, done, arena_copy(&s->arena, key, strlen(key)), g);
        }
        parent = g;
    }
    return g;
}

static void check_blocks(struct svd *s, const struct node *n, const struct group *g) {
    uint64_t end = 0;
    for (const struct node *at = n; at && !end; at = at->base) {
        for (const struct node *b = at->first; b; b = b->next) {
            uint64_t offset = 0, size = 0;
            if (b->tag != TAG_addressBlock) { continue; }
            node_number_or_find(s, b, TAG_offset, &offset);
            node_number_or_find(s, b, TAG_size, &size);
            if (offset + size > end) { end = offset + size; }
        }
    }
    for (size_t i = 0; end && i < g->items.n; i++) {
        const struct item *it = &g->items.items[i];
        if (it->offset >= end) {
            svd_find(s, it->line, "%s at offset 0x%llx lies outside the address blocks of %s", it->name,
                     (unsigned long long)it->offset, node_name(n));
        }
    }
}

static void build_interrupts(struct svd *s, const struct node *n) {
    struct model *m = s->model;
    for (const struct node *c = n->first; c; c = c->next) {
        if (c->tag != TAG_interrupt) { continue; }
        uint64_t number;
        const char *name = node_text(c, TAG_name), *value = node_text(c, TAG_value);
        if (!name || !*name) {
            svd_find(s, c->line, "an interrupt has no name: left out");
            continue;
        }
        if (!value || !svd_number(value, &number, NULL)) {
            svd_find(s, c->line, "interrupt %s has no number: left out", name);
            continue;
        }
        if (number > 4095) {
            svd_find(s, c->line, "interrupt %s has the number %llu: left out", name,
                     (unsigned long long)number);
            continue;
        }
        struct repeat none = build_repeat(s, c, name, 0);
        struct interrupt i = {.name = names_identifier(s, none.plain, true),
                              .number = (int64_t)number,
                              .about = node_text(c, TAG_description),
                              .line = c->line};
        bool known = false;
        for (size_t k = 0; k < m->interrupts.n; k++) {
            struct interrupt *old = &m->interrupts.items[k];
            bool same_name = !strcmp(old->name, i.name);
            if (same_name && old->number == i.number) { known = true; }
            if (same_name && old->number != i.number) {
                svd_find(s, c->line, "interrupt %s has two numbers, %lld and %lld: the first is taken",
                         name, (long long)old->number, (long long)i.number);
                known = true;
            }
            if (!same_name && old->number == i.number) { i.alias = true; }
        }
        if (known) { continue; }
        if (i.alias) {
            svd_find(s, c->line, "interrupt %lld has two names, one is %s", (long long)i.number, name);
        }
        svd_count(s, c->line, m->interrupts.n / 16 + 1);
        ARENA_PUSH(&s->arena, &m->interrupts, i);
    }
}

static void sort_interrupts(struct model *m) {
    for (size_t i = 1; i < m->interrupts.n; i++) { // they are nearly sorted as a rule
        struct interrupt x = m->interrupts.items[i];
        size_t k = i;
        while (k && m->interrupts.items[k - 1].number > x.number) {
            m->interrupts.items[k] = m->interrupts.items[k - 1];
            k--;
        }
        m->interrupts.items[k] = x;
    }
}

static void build_cpu(struct svd *s, struct model *m) {
    const struct node *cpu = node_own_child(s->device, TAG_cpu);
    if (!cpu) { return; }
    m->has_cpu = true;
    m->cpu = node_text(cpu, TAG_name);
    if (!m->cpu) { m->cpu = "other"; }
    node_number_or_find(s, cpu, TAG_nvicPrioBits, &m->priority_bits);
    if (m->priority_bits > 8) {
        svd_find(s, cpu->line, "%llu priority bits: an NVIC has 8 at most",
                 (unsigned long long)m->priority_bits);
        m->priority_bits = 8;
    }
    m->fpu = node_flag(s, cpu, TAG_fpuPresent, false);
    m->mpu = node_flag(s, cpu, TAG_mpuPresent, false);
    // ARMv7-M always has one; ARMv6-M says so. Files of SVD 1.0 have no such element.
    bool m0 = !strncmp(m->cpu, "CM0", 3) || !strcmp(m->cpu, "CM1") || !strcmp(m->cpu, "SC000");
    m->vtor = node_flag(s, cpu, TAG_vtorPresent, !m0 && !strncmp(m->cpu, "CM", 2));
    m->bitband = !strcmp(m->cpu, "CM3") || !strcmp(m->cpu, "CM4") || !strcmp(m->cpu, "SC300");
}

static void build_instances(struct svd *s, const struct node *n, struct group *own) {
    struct group *g = own->shared ? own->shared : own;
    struct model *m = s->model;
    uint64_t base = 0;
    const char *name = node_text(n, TAG_name);
    if (!node_number(s, n, TAG_baseAddress, &base)) {
        if (!n->lends) { svd_find(s, n->line, "peripheral %s has no baseAddress: left out", name); }
        return;
    }
    if (!g->items.n) {
        svd_find(s, n->line, "peripheral %s has no registers: left out", name);
        return;
    }
    struct repeat r = build_repeat(s, n, name, 0);
    if (r.count > 1) {
        struct array_of_instances a = {.name = names_identifier(s, r.plain, true),
                                       .base = base,
                                       .step = r.step,
                                       .count = r.count,
                                       .group = g};
        ARENA_PUSH(&s->arena, &m->arrays, a);
    }
    for (uint32_t i = 0; i < (r.count ? r.count : 1); i++) {
        const char *one = arena_print(&s->arena, "%s%s%s", r.head, r.count ? r.index[i] : "", r.tail);
        struct instance x = {.name = names_identifier(s, one, true),
                             .base = base + i * r.step,
                             .group = g,
                             .resets = own,
                             .line = n->line};
        svd_count(s, n->line, 1);
        if (g->align > 1 && x.base % g->align) {
            svd_find(s, n->line, "peripheral %s at 0x%llx is not aligned to its registers", x.name,
                     (unsigned long long)x.base);
        }
        ARENA_PUSH(&s->arena, &m->instances, x);
    }
}

void svd_build(struct svd *s) {
    struct model *m = s->model = arena_take(&s->arena, sizeof *m);
    const char *name = node_text(s->device, TAG_name);
    m->name = name && *name ? name : "device";
    m->prefix = "";
    build_cpu(s, m);
    struct props props = {.size = 32, .can = CAN_READ | CAN_WRITE, .mask = UINT64_MAX};
    props = build_props(s, s->device, props);
    struct names done = {0};
    for (const struct node *list = s->device->first; list; list = list->next) {
        if (list->tag != TAG_peripherals) { continue; }
        for (const struct node *n = list->first; n; n = n->next) {
            if (n->tag != TAG_peripheral) { continue; }
            const char *p = node_text(n, TAG_name);
            if (!p || !*p) {
                svd_find(s, n->line, "a peripheral has no name: left out");
                continue;
            }
            struct group *g = group_of(s, &done, n, props);
            build_instances(s, n, g);
            check_blocks(s, n, g);
            build_interrupts(s, n);
        }
    }
    sort_interrupts(m);
}
