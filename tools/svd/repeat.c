// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// dim, dimIncrement and dimIndex of peripherals, clusters, registers and fields.
#include "build.h"
#include "derive.h"
#include "names.h"

#include <string.h>

#define MAX_DIM 65536u

// One part of a dimIndex: a name, or a range 0-3, A-D. Adds what it means; false at nonsense.
static bool add_part(struct svd *s, const char *p, size_t n, const char **index, uint32_t room,
                     uint32_t *at) {
    while (n && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')) { p++, n--; }
    while (n && (p[n - 1] == ' ' || p[n - 1] == '\t' || p[n - 1] == '\n' || p[n - 1] == '\r')) { n--; }
    if (!n || n > 200) { return false; }
    char text[201];
    memcpy(text, p, n);
    text[n] = 0;
    char *dash = strchr(text, '-');
    if (dash && dash != text && dash[1]) {
        *dash = 0;
        uint64_t from, to;
        if (svd_number(text, &from, NULL) && svd_number(dash + 1, &to, NULL)) {
            if (from > to || to - from >= MAX_DIM) { return false; }
            for (uint64_t i = from; i <= to; i++) {
                if (*at >= room) { return true; }
                index[(*at)++] = arena_print(&s->arena, "%llu", (unsigned long long)i);
            }
            return true;
        }
        if (dash == text + 1 && !dash[2] && text[0] <= dash[1]) {
            for (char c = text[0]; *at < room; c++) {
                index[(*at)++] = arena_copy(&s->arena, &c, 1);
                if (c == dash[1]) { break; }
            }
            return true;
        }
        return false;
    }
    if (*at < room) { index[(*at)++] = arena_copy(&s->arena, text, n); }
    return true;
}

struct repeat build_repeat(struct svd *s, const struct node *n, const char *name, uint64_t step) {
    struct repeat r = {.plain = name, .head = name, .tail = "", .step = step};
    const char *place = strstr(name, "%s");
    if (place) {
        size_t room = strlen(name) + 1;
        char *plain = arena_take(&s->arena, room);
        derive_plain_name(name, plain, room);
        r.plain = plain;
        r.bracket = place > name && place[-1] == '[' && place[2] == ']';
        r.head = arena_copy(&s->arena, name, (size_t)(place - name) - r.bracket);
        char *tail = arena_take(&s->arena, room);
        derive_plain_name(place + (r.bracket ? 3 : 2), tail, room);
        r.tail = tail;
    }
    // dim belongs to the element itself: what is derived from an array is not one by that
    const struct node *dim = node_own_child(n, TAG_dim);
    if (!dim && n->base && place) { dim = node_child(n, TAG_dim); }
    if (!dim) {
        if (place) { svd_find(s, n->line, "%s has a %%s in its name and no dim", name); }
        r.head = r.plain;
        r.tail = "";
        return r;
    }
    uint64_t count;
    if (!svd_number(dim->text, &count, NULL)) {
        svd_fail(s, dim->line, "dim of %s is not a number: \"%.40s\"", name, dim->text);
    }
    if (count > MAX_DIM) {
        svd_fail(s, dim->line, "dim of %s is %llu, more than %u", name, (unsigned long long)count,
                 MAX_DIM);
    }
    if (count == 0) {
        svd_find(s, dim->line, "dim of %s is 0: taken as one", name);
        count = 1;
    }
    if (!place) {
        if (count > 1) { svd_find(s, n->line, "%s has a dim and no %%s in its name: an array", name); }
        r.bracket = true;
        if (count == 1) { return r; }
    }
    r.count = (uint32_t)count;
    if (!node_number(s, n, TAG_dimIncrement, &r.step)) {
        svd_find(s, dim->line, "%s has a dim and no dimIncrement: its own size is taken", name);
    }
    svd_count(s, dim->line, count);
    r.index = arena_take(&s->arena, count * sizeof *r.index);
    uint32_t at = 0;
    const struct node *list = node_child(n, TAG_dimIndex);
    if (list) {
        for (const char *p = list->text;;) {
            const char *comma = strchr(p, ',');
            size_t length = comma ? (size_t)(comma - p) : strlen(p);
            if (!add_part(s, p, length, r.index, r.count, &at)) {
                svd_find(s, list->line, "dimIndex of %s is not understood: \"%.40s\"", name, list->text);
                at = 0;
                break;
            }
            if (!comma) { break; }
            p = comma + 1;
        }
        if (at && at < r.count) {
            svd_find(s, list->line, "dimIndex of %s names %u of %u elements: numbers instead", name,
                     at, r.count);
            at = 0;
        }
    }
    if (!at) {
        for (; at < r.count; at++) { r.index[at] = arena_print(&s->arena, "%u", at); }
    }
    return r;
}

struct values build_index_names(struct svd *s, const struct node *n) {
    struct values list = {0};
    const struct node *of = node_child(n, TAG_dimArrayIndex);
    for (const struct node *c = of ? of->first : NULL; c; c = c->next) {
        uint64_t value;
        const char *name = node_text(c, TAG_name);
        if (c->tag != TAG_enumeratedValue || !name || !*name) { continue; }
        if (!node_number_or_find(s, c, TAG_value, &value)) { continue; }
        struct value v = {.name = names_identifier(s, name, false), .value = value};
        ARENA_PUSH(&s->arena, &list, v);
    }
    return list;
}
