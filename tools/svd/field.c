// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Fields, their named values, and what the register can do because of them.
#include "build.h"
#include "names.h"

#include <string.h>

bool build_access(struct svd *s, const struct node *n, unsigned *can, bool *once) {
    const struct node *c = node_child(n, TAG_access);
    if (!c) { return false; }
    static const struct {
        const char *name;
        unsigned can;
        bool once;
    } table[] = {{"read-only", CAN_READ, false},
                 {"write-only", CAN_WRITE, false},
                 {"read-write", CAN_READ | CAN_WRITE, false},
                 {"writeOnce", CAN_WRITE, true},
                 {"read-writeOnce", CAN_READ | CAN_WRITE, true}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (!strcmp(table[i].name, c->text)) {
            *can = table[i].can;
            *once = table[i].once;
            return true;
        }
    }
    svd_find(s, c->line, "access of %s is not one of the standard's: \"%.40s\"; passed over",
             node_name(n), c->text);
    return false;
}

enum effect build_effect(struct svd *s, const struct node *n, enum effect outer) {
    static const char *const names[] = {"",           "oneToClear",   "zeroToClear",
                                        "oneToSet",   "zeroToSet",    "oneToToggle",
                                        "zeroToToggle", "clear",      "set",
                                        "modify"};
    const struct node *c = node_child(n, TAG_modifiedWriteValues);
    if (!c) { return outer; }
    for (unsigned i = 1; i < sizeof names / sizeof *names; i++) {
        if (!strcmp(names[i], c->text)) { return (enum effect)i; }
    }
    if (strcmp(c->text, "none")) {
        svd_find(s, c->line, "modifiedWriteValues of %s is not one of the standard's: \"%.40s\"",
                 node_name(n), c->text);
    }
    return EFFECT_NONE;
}

enum read_effect build_read(struct svd *s, const struct node *n, enum read_effect outer) {
    const struct node *c = node_child(n, TAG_readAction);
    if (!c) { return outer; }
    if (!strcmp(c->text, "clear")) { return READ_CLEARS; }
    if (!strcmp(c->text, "set")) { return READ_SETS; }
    if (!strcmp(c->text, "modify") || !strcmp(c->text, "modifyExternal")) { return READ_MODIFIES; }
    svd_find(s, c->line, "readAction of %s is not one of the standard's: \"%.40s\"", node_name(n),
             c->text);
    return READ_NONE;
}

// "[7:4]"; also "7:4" and "[7]", which some write.
static bool range_of(struct svd *s, const struct node *range, uint64_t *msb, uint64_t *lsb) {
    char text[48];
    size_t n = strlen(range->text), at = 0;
    for (size_t i = 0; i < n; i++) {
        char c = range->text[i];
        if (c == ' ' || (c == '[' && i == 0) || (c == ']' && i == n - 1)) { continue; }
        if (at + 1 == sizeof text) { return false; }
        text[at++] = c;
    }
    text[at] = 0;
    char *colon = strchr(text, ':');
    if (colon) { *colon = 0; }
    if (!svd_number(text, msb, NULL) || (colon && !svd_number(colon + 1, lsb, NULL))) { return false; }
    if (!colon) { *lsb = *msb; }
    if (!colon || range->text[0] != '[' || range->text[n - 1] != ']') {
        svd_find(s, range->line, "bitRange is not written [msb:lsb]: \"%.40s\"", range->text);
    }
    return true;
}

// [7:4], bitOffset 4 bitWidth 4, or lsb 4 msb 7; false if there is none of them or it makes no sense.
static bool bit_range(struct svd *s, const struct node *n, uint64_t *lsb, uint64_t *width) {
    // Which of the three forms is nearest in the chain of derivations counts.
    for (const struct node *at = n; at; at = at->base) {
        const struct node *range = node_own_child(at, TAG_bitRange);
        const struct node *offset = node_own_child(at, TAG_bitOffset);
        const struct node *low = node_own_child(at, TAG_lsb), *high = node_own_child(at, TAG_msb);
        uint64_t msb;
        if (range) {
            if (!range_of(s, range, &msb, lsb)) {
                svd_fail(s, range->line, "bitRange of %s is not [msb:lsb]: \"%.40s\"", node_name(n),
                         range->text);
            }
        } else if (offset) {
            node_number(s, at, TAG_bitOffset, lsb);
            *width = 1;
            if (!node_number(s, n, TAG_bitWidth, width)) {
                svd_find(s, offset->line, "%s has a bitOffset and no bitWidth: one bit", node_name(n));
            }
            if (*lsb > 4096 || *width > 4096) { return false; }
            if (!*width) {
                svd_find(s, n->line, "field %s is no bits wide", node_name(n));
                return false;
            }
            return true;
        } else if (low && high) {
            node_number(s, at, TAG_lsb, lsb);
            node_number(s, at, TAG_msb, &msb);
        } else {
            continue;
        }
        if (msb > 4096 || *lsb > 4096) { return false; }
        if (msb < *lsb) {
            svd_find(s, at->line, "field %s has its bits the wrong way round", node_name(n));
            uint64_t t = msb;
            msb = *lsb;
            *lsb = t;
        }
        *width = msb - *lsb + 1;
        return true;
    }
    return false;
}

static void add_value(struct svd *s, const struct node *n, struct field *f, unsigned can) {
    const char *name = node_text(n, TAG_name);
    const struct node *number = node_child(n, TAG_value);
    if (!number) {
        if (!node_child(n, TAG_isDefault)) {
            svd_find(s, n->line, "enumerated value %s has no value", node_name(n));
        }
        return;
    }
    struct value v = {.can = can, .care = UINT64_MAX};
    if (!svd_number(number->text, &v.value, &v.care)) {
        svd_find(s, number->line, "value of %s is not a number: \"%.40s\"; left out", node_name(n),
                 number->text);
        return;
    }
    uint64_t max = f->width >= 64 ? UINT64_MAX : (UINT64_C(1) << f->width) - 1;
    if (v.value & ~max) {
        svd_find(s, n->line, "value %s does not fit in the %u bits of field %s", node_name(n),
                 f->width, f->name);
        return;
    }
    v.care &= max;
    v.name = name && *name ? names_identifier(s, name, false)
                           : arena_print(&s->arena, "V%llu", (unsigned long long)v.value);
    for (size_t i = 0; i < f->values.n && f->values.n < 512; i++) {
        struct value *old = &f->values.items[i];
        if (strcmp(old->name, v.name)) { continue; }
        if (old->value == v.value && old->care == v.care) {
            old->can |= v.can; // the same in the set for reading and in the one for writing
            return;
        }
        if (old->can == v.can) {
            svd_find(s, n->line, "field %s has two values of the name %s", f->name, v.name);
            v.name = arena_print(&s->arena, "%s_%llu", v.name, (unsigned long long)v.value);
        } else {
            v.name = arena_print(&s->arena, "%s_%s", v.name, v.can & CAN_WRITE ? "write" : "read");
        }
        i = (size_t)-1; // is the new name free?
    }
    svd_count(s, n->line, 1);
    ARENA_PUSH(&s->arena, &f->values, v);
}

static void add_values(struct svd *s, const struct node *n, struct field *f) {
    const struct node *from = n;
    while (from && !node_own_child(from, TAG_enumeratedValues)) { from = from->base; }
    if (!from) { return; }
    for (const struct node *set = from->first; set; set = set->next) {
        if (set->tag != TAG_enumeratedValues) { continue; }
        const char *usage = node_text(set, TAG_usage);
        unsigned can = CAN_READ | CAN_WRITE;
        if (usage && !strcmp(usage, "read")) { can = CAN_READ; }
        if (usage && !strcmp(usage, "write")) { can = CAN_WRITE; }
        const struct node *values = set;
        while (values->base && !node_own_child(values, TAG_enumeratedValue)) { values = values->base; }
        for (const struct node *v = values->first; v; v = v->next) {
            if (v->tag == TAG_enumeratedValue) { add_value(s, v, f, can & f->can ? can & f->can : can); }
        }
    }
}

static void add_constraint(struct svd *s, const struct node *n, struct field *f) {
    const struct node *c = node_child(n, TAG_writeConstraint);
    const struct node *range = c ? node_own_child(c, TAG_range) : NULL;
    if (!range || !(f->can & CAN_WRITE)) { return; }
    uint64_t max = f->width >= 64 ? UINT64_MAX : (UINT64_C(1) << f->width) - 1;
    f->minimum = 0;
    f->maximum = max;
    node_number_or_find(s, range, TAG_minimum, &f->minimum);
    node_number_or_find(s, range, TAG_maximum, &f->maximum);
    if (f->minimum > f->maximum || f->maximum > max) {
        if (f->minimum > f->maximum || f->minimum > max) {
            svd_find(s, range->line, "the range of %s allows no value; passed over", f->name);
            return;
        }
        f->maximum = max;
    }
    f->limited = f->minimum != 0 || f->maximum != max;
}

static void add_field(struct svd *s, const struct node *n, struct reg *reg) {
    uint64_t lsb, width;
    const char *name = node_text(n, TAG_name);
    if (!name || !*name) {
        svd_find(s, n->line, "a field of %s has no name: left out", reg->name);
        return;
    }
    if (!bit_range(s, n, &lsb, &width)) {
        svd_find(s, n->line, "field %s of %s has no sensible bits: left out", name, reg->name);
        return;
    }
    if (lsb >= reg->width) {
        svd_find(s, n->line, "field %s lies outside its register of %u bits: left out", name,
                 reg->width);
        return;
    }
    if (lsb + width > reg->width) {
        svd_find(s, n->line, "field %s reaches beyond its register of %u bits: cut off", name,
                 reg->width);
        width = reg->width - lsb;
    }
    struct repeat r = build_repeat(s, n, name, width);
    struct field f = {.line = n->line, .lsb = (uint32_t)lsb, .width = (uint32_t)width};
    f.name = names_identifier(s, r.plain, false);
    f.head = r.head;
    f.tail = r.tail;
    f.index = r.index;
    f.count = r.count;
    f.step = r.step > 64 ? 64 : (uint32_t)r.step;
    if (f.count && f.count > 1 && (f.step == 0 || f.step > 63)) {
        svd_find(s, n->line, "the elements of field array %s are not a sensible distance apart",
                 name);
        f.count = 1;
    }
    while (f.count > 1 && f.lsb + (uint64_t)f.step * (f.count - 1) + f.width > reg->width) {
        f.count = (reg->width - f.lsb - f.width) / f.step + 1;
        svd_find(s, n->line, "field array %s reaches beyond its register: %u elements left", name,
                 f.count);
    }
    bool once = false;
    f.can = reg->can;
    build_access(s, n, &f.can, &once);
    reg->once |= once;
    f.effect = f.can & CAN_WRITE ? build_effect(s, n, reg->effect) : EFFECT_NONE;
    f.read = f.can & CAN_READ ? build_read(s, n, reg->read) : READ_NONE;
    add_values(s, n, &f);
    add_constraint(s, n, &f);
    svd_count(s, n->line, 1 + f.count);
    ARENA_PUSH(&s->arena, &reg->fields, f);
}

// Adds a field that `at` in the chain of derivations of n lists, unless one nearer to n has its name.
static void add_if_new(struct svd *s, const struct node *f, const struct node *n,
                       const struct node *at, struct names *own, struct reg *reg) {
    const char *name = node_text(f, TAG_name);
    if (n->base && name && *name) {
        const void *before = names_find(own, name);
        if (before && before != at) { return; }
        if (!before) { names_add(s, own, name, (void *)(uintptr_t)at); }
    }
    add_field(s, f, reg);
}

void build_fields(struct svd *s, const struct node *n, struct reg *reg) {
    struct names own = {0};
    // A derived register has the fields of what it derives from, those it names itself replaced.
    for (const struct node *at = n; at; at = at->base) {
        bool bare = false;
        for (const struct node *list = at->first; list; list = list->next) {
            if (list->tag == TAG_fields) {
                for (const struct node *f = list->first; f; f = f->next) {
                    if (f->tag == TAG_field) { add_if_new(s, f, n, at, &own, reg); }
                }
            } else if (list->tag == TAG_field) {
                if (!bare) { svd_find(s, list->line, "fields of %s without <fields> around them", reg->name); }
                bare = true;
                add_if_new(s, list, n, at, &own, reg);
            }
        }
    }
}

void build_flags(struct svd *s, struct reg *reg, bool access_stated) {
    uint64_t all = reg->width >= 64 ? UINT64_MAX : (UINT64_C(1) << reg->width) - 1;
    reg->keep = all;
    bool plain = false, side_effect = false;
    unsigned can = 0;
    for (size_t i = 0; i < reg->fields.n; i++) {
        const struct field *f = &reg->fields.items[i];
        uint64_t one = (f->width >= 64 ? UINT64_MAX : (UINT64_C(1) << f->width) - 1) << f->lsb;
        uint64_t mask = one;
        for (uint32_t k = 1; k < f->count; k++) { mask |= one << (k * f->step); }
        can |= f->can;
        if (f->read != READ_NONE) { reg->read = f->read; }
        if (f->effect >= EFFECT_1C && f->effect <= EFFECT_0T) {
            reg->flag_mask |= mask;
            if (f->effect == EFFECT_0C || f->effect == EFFECT_0S || f->effect == EFFECT_0T) {
                reg->ones |= mask;
            }
        } else if (f->effect == EFFECT_CLEAR || f->effect == EFFECT_SET) {
            side_effect = true;
        } else if (f->can == CAN_WRITE) {
            reg->keep &= ~mask; // what reads of it give is not what was written
        } else if (f->can & CAN_WRITE) {
            plain = true;
        }
    }
    if (!reg->fields.n) {
        side_effect = reg->effect == EFFECT_CLEAR || reg->effect == EFFECT_SET;
        if (reg->effect >= EFFECT_1C && reg->effect <= EFFECT_0T) {
            reg->flag_mask = all;
            if (reg->effect == EFFECT_0C || reg->effect == EFFECT_0S || reg->effect == EFFECT_0T) {
                reg->ones = all;
            }
        } else {
            plain = true;
        }
    } else if (!access_stated) {
        reg->can = can;
    } else if (can & ~reg->can) {
        svd_find(s, reg->line, "register %s allows less than its fields: taken as theirs", reg->name);
        reg->can |= can;
    }
    reg->flags = reg->flag_mask != 0;
    reg->keep &= ~reg->flag_mask;
    if (reg->flags && !plain) { reg->keep = 0; } // nothing to keep: no need to read it
    if (side_effect) { reg->once = true; }       // a write-back would have the effect
}
