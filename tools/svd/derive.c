// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// derivedFrom: a name, or a path of names with dots, becomes a pointer to the element it means. It is
// looked for in the nearest scope first: beside the element, then beside what contains it, up to the
// device. A set of enumerated values is also found by its name alone anywhere in the scope.
#include "derive.h"

#include <string.h>

#define MAX_CHAIN 256

struct entry {
    const struct node *scope;
    const char *name;
    uint32_t length;
    enum svd_tag tag;
    struct node *node;
};

struct index {
    struct entry *entries;
    size_t size; // a power of two
    size_t used;
};

static bool is_named(enum svd_tag tag) {
    return tag == TAG_peripheral || tag == TAG_cluster || tag == TAG_register || tag == TAG_field ||
           tag == TAG_enumeratedValues;
}

// The element that a name is local to: the next named one outwards, or the device.
static struct node *scope_of(const struct node *n) {
    struct node *p = n->parent;
    while (p && p->parent && !is_named(p->tag)) { p = p->parent; }
    return p;
}

size_t derive_plain_name(const char *name, char *out, size_t room) {
    size_t n = 0;
    for (const char *p = name; *p && n + 1 < room;) {
        if (!strncmp(p, "[%s]", 4)) {
            p += 4;
        } else if (!strncmp(p, "%s", 2)) {
            p += 2;
        } else {
            out[n++] = *p++;
        }
    }
    out[n] = 0;
    return n;
}

static struct entry *slot(struct index *x, const struct node *scope, enum svd_tag tag,
                          const char *name, size_t length) {
    uint64_t h = (uint64_t)(uintptr_t)scope * 0x9E3779B97F4A7C15u + (unsigned)tag;
    for (size_t i = 0; i < length; i++) { h = (h ^ (unsigned char)name[i]) * 0x100000001B3u; }
    h ^= h >> 32;
    for (size_t i = (size_t)h & (x->size - 1);; i = (i + 1) & (x->size - 1)) {
        struct entry *e = &x->entries[i];
        if (!e->name || (e->scope == scope && e->tag == tag && e->length == length &&
                         !memcmp(e->name, name, length))) {
            return e;
        }
    }
}

static void insert(struct svd *s, struct index *x, const struct node *scope, const char *name,
                   struct node *n) {
    if ((x->used + 1) * 2 > x->size) {
        struct index old = *x;
        x->size = old.size ? old.size * 2 : 1024;
        x->entries = arena_take(&s->arena, x->size * sizeof *x->entries);
        for (size_t i = 0; i < old.size; i++) {
            struct entry *e = &old.entries[i];
            if (e->name) { *slot(x, e->scope, e->tag, e->name, e->length) = *e; }
        }
    }
    size_t length = strlen(name);
    struct entry *e = slot(x, scope, n->tag, name, length);
    if (e->name) { return; } // the first of a name is meant
    *e = (struct entry){scope, name, (uint32_t)length, n->tag, n};
    x->used++;
}

struct node *derive_next(const struct node *n, const struct node *root) {
    if (n->first) { return n->first; }
    while (n != root && !n->next) { n = n->parent; }
    return n == root ? NULL : n->next;
}

static void make_index(struct svd *s) {
    struct index *x = arena_take(&s->arena, sizeof *x);
    s->index = x;
    // Fields are most of a file, and rarely derived from.
    bool fields = false;
    for (struct node *n = s->device; n && !fields; n = derive_next(n, s->device)) {
        fields = n->derived && (n->tag == TAG_field || n->tag == TAG_enumeratedValues);
    }
    for (struct node *n = s->device; n; n = derive_next(n, s->device)) {
        if (!is_named(n->tag) || (!fields && (n->tag == TAG_field || n->tag == TAG_enumeratedValues))) {
            continue;
        }
        const struct node *c = node_own_child(n, TAG_name);
        if (!c || !*c->text) { continue; }
        if (n->tag == TAG_enumeratedValues) {
            for (struct node *up = scope_of(n); up; up = scope_of(up)) { insert(s, x, up, c->text, n); }
            continue;
        }
        struct node *scope = scope_of(n);
        insert(s, x, scope, c->text, n);
        if (strstr(c->text, "%s")) { // REG[%s], REG%s: also by REG
            size_t room = strlen(c->text) + 1;
            char *plain = arena_take(&s->arena, room);
            derive_plain_name(c->text, plain, room);
            insert(s, x, scope, plain, n);
        }
    }
}

// An element of this kind (or a cluster, for a register) by one name in a scope.
static struct node *find_one(struct svd *s, const struct node *scope, enum svd_tag tag,
                             const char *name, size_t length) {
    struct entry *e = slot(s->index, scope, tag, name, length);
    if (e->name) { return e->node; }
    // GPIO3 of an array GPIO%s
    size_t n = length;
    while (n && name[n - 1] >= '0' && name[n - 1] <= '9') { n--; }
    if (n && n < length) {
        e = slot(s->index, scope, tag, name, n);
        if (e->name && node_own_child(e->node, TAG_dim)) { return e->node; }
    }
    return NULL;
}

struct node *derive_find(struct svd *s, const struct node *scope, enum svd_tag tag,
                         const char *path) {
    static const enum svd_tag between[] = {TAG_peripheral, TAG_cluster, TAG_register, TAG_field};
    if (!s->index->size) { return NULL; }
    for (;;) {
        const char *dot = strchr(path, '.');
        size_t n = dot ? (size_t)(dot - path) : strlen(path);
        if (!dot) { return find_one(s, scope, tag, path, n); }
        struct node *down = NULL;
        for (size_t i = 0; i < sizeof between / sizeof *between && !down; i++) {
            down = find_one(s, scope, between[i], path, n);
        }
        if (!down) { return NULL; }
        scope = down;
        path = dot + 1;
    }
}

static struct node *find_base(struct svd *s, const struct node *n) {
    for (const struct node *scope = scope_of(n); scope; scope = scope_of(scope)) {
        struct node *found = derive_find(s, scope, n->tag, n->derived);
        if (found && found != n) { return found; }
        if (found == n && !strchr(n->derived, '.')) {
            // derived from itself, or from its namesake further out
            const struct node *up = scope_of(scope);
            if (!up) { return found; }
        }
        // DEVICE.PERIPHERAL.…, PERIPHERAL.… as seen from inside the peripheral
        const char *name = node_text(scope, TAG_name);
        size_t length = name ? strlen(name) : 0;
        if (length && !strncmp(n->derived, name, length) && n->derived[length] == '.') {
            found = derive_find(s, scope, n->tag, n->derived + length + 1);
            if (found && found != n) { return found; }
        }
    }
    return NULL;
}

// The values of the field that derivedFrom names, as some vendors write it.
static struct node *values_of_field(struct svd *s, const struct node *n) {
    for (const struct node *scope = scope_of(n); scope; scope = scope_of(scope)) {
        struct node *field = derive_find(s, scope, TAG_field, n->derived);
        struct node *set = field ? node_own_child(field, TAG_enumeratedValues) : NULL;
        if (set && set != n) { return set; }
    }
    return NULL;
}

// Has it, without what it derives from, enough to stand alone?
static bool stands_alone(const struct node *n) {
    switch (n->tag) {
    case TAG_peripheral: return node_own_child(n, TAG_registers) != NULL;
    case TAG_cluster: return node_own_child(n, TAG_register) || node_own_child(n, TAG_cluster);
    case TAG_register: return true;
    case TAG_field:
        return node_own_child(n, TAG_bitOffset) || node_own_child(n, TAG_bitRange) ||
               node_own_child(n, TAG_lsb);
    default: return node_own_child(n, TAG_enumeratedValue) != NULL;
    }
}

static const char *node_name_own(const struct node *n) {
    const struct node *c = node_own_child(n, TAG_name);
    return c ? c->text : svd_tag_name(n->tag);
}

void svd_derive(struct svd *s) {
    make_index(s);
    for (struct node *n = s->device; n; n = derive_next(n, s->device)) {
        if (!n->derived || !is_named(n->tag)) { continue; }
        if (strlen(n->derived) > 1000) { svd_fail(s, n->line, "derivedFrom is too long a name"); }
        n->base = find_base(s, n);
        if (!n->base && n->tag == TAG_enumeratedValues) { n->base = values_of_field(s, n); }
        if (n->base) {
            n->base->lends = true;
            continue;
        }
        if (n->tag == TAG_enumeratedValues) { // the register means the same without them
            if (n->parent->tag != TAG_field) { continue; }
            svd_find(s, n->line, "named values derived from %.60s, which does not exist: left out",
                     n->derived);
            continue;
        }
        const struct node *self = derive_find(s, scope_of(n), n->tag, n->derived);
        if (self == n) { svd_fail(s, n->line, "%s is derived from itself", node_name_own(n)); }
        if (!stands_alone(n)) {
            svd_fail(s, n->line, "%s %s is derived from %.60s, which does not exist",
                     svd_tag_name(n->tag), node_name_own(n), n->derived);
        }
        svd_find(s, n->line, "%s is derived from %.60s, which does not exist: taken as it stands",
                 node_name_own(n), n->derived);
    }
    for (struct node *n = s->device; n; n = derive_next(n, s->device)) {
        unsigned step = 0;
        for (const struct node *b = n->base; b; b = b->base) {
            if (b == n || ++step > MAX_CHAIN) {
                svd_fail(s, n->line, "the derivations of %s go round in a circle%s", node_name_own(n),
                         b == n ? "" : ", or are more than 256 deep");
            }
        }
        for (const struct node *up = n->parent; up && n->base; up = up->parent) {
            if (up == n->base) {
                svd_fail(s, n->line, "%s is derived from %.60s, which contains it",
                         svd_tag_name(n->tag), n->derived);
            }
        }
    }
}
