// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Do two peripherals have the same layout? Then they share their types, and code for one works on the
// other; where only reset values differ, reg_init must not know them.
#include "build.h"

#include <string.h>

static bool same_text(const char *a, const char *b) {
    return a == b || (a && b && !strcmp(a, b));
}

static bool same_field(const struct field *a, const struct field *b) {
    if (strcmp(a->name, b->name) || a->lsb != b->lsb || a->width != b->width || a->count != b->count ||
        a->step != b->step || a->can != b->can || a->effect != b->effect || a->read != b->read ||
        a->limited != b->limited || a->values.n != b->values.n ||
        (a->limited && (a->minimum != b->minimum || a->maximum != b->maximum))) {
        return false;
    }
    for (uint32_t i = 0; i < a->count; i++) {
        if (!same_text(a->index[i], b->index[i])) { return false; }
    }
    for (size_t i = 0; i < a->values.n; i++) {
        const struct value *x = &a->values.items[i], *y = &b->values.items[i];
        if (strcmp(x->name, y->name) || x->value != y->value || x->care != y->care ||
            x->can != y->can) {
            return false;
        }
    }
    return true;
}

static bool same_reg(const struct reg *a, const struct reg *b) {
    if (strcmp(a->name, b->name) || a->width != b->width || a->words != b->words ||
        a->stride != b->stride || a->can != b->can || a->effect != b->effect || a->read != b->read ||
        a->once != b->once || a->keep != b->keep || a->ones != b->ones ||
        memcmp(a->atomic, b->atomic, sizeof a->atomic) || a->fields.n != b->fields.n) {
        return false;
    }
    for (size_t i = 0; i < a->fields.n; i++) {
        if (!same_field(&a->fields.items[i], &b->fields.items[i])) { return false; }
    }
    return true;
}

// Items are sorted by offset then; names tell those of one offset apart.
bool build_same_group(struct group *a, struct group *b, bool join) {
    if (a->items.n != b->items.n || a->size != b->size || a->align != b->align) { return false; }
    for (size_t i = 0; i < a->items.n; i++) {
        const struct item *x = &a->items.items[i], *y = &b->items.items[i];
        if (strcmp(x->name, y->name) || x->offset != y->offset || x->size != y->size ||
            x->count != y->count || !x->reg != !y->reg) {
            return false;
        }
        if (x->reg) {
            if (join) {
                x->reg->reset_differs |= x->reg->reset != y->reg->reset || y->reg->reset_differs;
            } else if (!same_reg(x->reg, y->reg)) {
                return false;
            }
        } else if (!build_same_group(x->group, y->group, join)) {
            return false;
        }
    }
    return true;
}
