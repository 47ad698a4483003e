// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The overlay: what a vendor's description lacks or has wrong, in a file of its own beside it. It is a
// subset of TOML, a table for each element that is patched:
//
//     [USART*.SR.TC]                          # names, * and ? stand for any; CCR is CCR[%s] too
//     modifiedWriteValues = "zeroToClear"     # any element of the standard that holds a text
//     was.access = "read-write"               # stop if the vendor has changed this meanwhile
//     values = { Busy = 0, Done = 1 }         # named values, instead of those there are
//
//     [TIM2.CNT2]
//     delete = true                           # or rename = "CNT_HIGH"
//
//     [RCC.CR.PLLI2SON]
//     add = "field"                           # also "register", "cluster", "peripheral", "interrupt"
//     bitRange = "[26:26]"
//
//     [cpu]                                   # the <cpu>; [device] is the <device>
//     nvicPrioBits = 4
//
// A table that matches nothing is an error: the patch no longer applies.
#include "derive.h"

#include <string.h>

struct overlay {
    struct svd *s;
    const char *at, *end;
    uint32_t line;
    const char *path;       // of the table we are in, as written
    struct node **targets;  // what it matches
    size_t n, room;
    bool used; // has the table any key?
};

#define FAIL(o, ...) svd_fail((o)->s, (o)->line, __VA_ARGS__)

static void space(struct overlay *o) {
    while (o->at < o->end && (*o->at == ' ' || *o->at == '\t')) { o->at++; }
}

static void skip_lines(struct overlay *o) {
    for (;;) {
        space(o);
        if (o->at < o->end && *o->at == '#') {
            while (o->at < o->end && *o->at != '\n') { o->at++; }
        }
        if (o->at < o->end && *o->at == '\r') { o->at++; }
        if (o->at == o->end || *o->at != '\n') { return; }
        o->at++;
        o->line++;
    }
}

static bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == '+' || c == '#';
}

// A key or a value: "text", 'text', or a bare word.
static char *word(struct overlay *o) {
    space(o);
    if (o->at < o->end && (*o->at == '"' || *o->at == '\'')) {
        char quote = *o->at++;
        const char *from = o->at;
        while (o->at < o->end && *o->at != quote && *o->at != '\n') { o->at++; }
        if (o->at == o->end || *o->at != quote) { FAIL(o, "a text without its closing quote"); }
        return arena_copy(&o->s->arena, from, (size_t)(o->at++ - from));
    }
    const char *from = o->at;
    while (o->at < o->end && is_bare(*o->at)) { o->at++; }
    return arena_copy(&o->s->arena, from, (size_t)(o->at - from));
}

static bool take(struct overlay *o, char c) {
    space(o);
    if (o->at == o->end || *o->at != c) { return false; }
    o->at++;
    return true;
}

// Does the pattern (* any text, ? any character) match? No recursion: one * is remembered at a time.
static bool matches(const char *pattern, size_t n, const char *text) {
    const char *p = pattern, *end = pattern + n, *star = NULL, *from = NULL;
    while (*text) {
        if (p < end && (*p == '?' || *p == *text)) {
            p++, text++;
        } else if (p < end && *p == '*') {
            star = p++;
            from = text;
        } else if (star) {
            p = star + 1;
            text = ++from;
        } else {
            return false;
        }
    }
    while (p < end && *p == '*') { p++; }
    return p == end;
}

static bool is_named(enum svd_tag tag) {
    return tag == TAG_peripheral || tag == TAG_cluster || tag == TAG_register || tag == TAG_field ||
           tag == TAG_interrupt;
}

static bool has_name(const struct node *n, const char *pattern, size_t length) {
    const struct node *c = node_own_child(n, TAG_name);
    char plain[256];
    if (!c) { return false; }
    if (matches(pattern, length, c->text)) { return true; }
    derive_plain_name(c->text, plain, sizeof plain);
    return matches(pattern, length, plain);
}

// The element of the path's first `count` names that n is, counted from the outside.
static bool matches_path(const struct node *n, const char *path) {
    const char *end = path + strlen(path);
    const struct node *at = n;
    for (;;) { // from the last name of the path outwards
        const char *from = end;
        while (from > path && from[-1] != '.') { from--; }
        if (!at || !is_named(at->tag) || !has_name(at, from, (size_t)(end - from))) { return false; }
        at = at->parent;
        while (at && !is_named(at->tag)) { at = at->parent; }
        if (from == path) { return at == NULL; }
        end = from - 1;
    }
}

static void find_targets(struct overlay *o, const char *path) {
    o->n = 0;
    if (!strcmp(path, "device") || !strcmp(path, "cpu")) {
        struct node *n = o->s->device;
        if (!strcmp(path, "cpu")) {
            n = node_own_child(n, TAG_cpu);
            if (!n) { n = node_new(o->s, o->s->device, TAG_cpu, o->line); }
        }
        o->targets = arena_grow(&o->s->arena, o->targets, &o->room, o->n, sizeof *o->targets);
        o->targets[o->n++] = n;
        return;
    }
    for (struct node *n = o->s->device; n; n = derive_next(n, o->s->device)) {
        if (is_named(n->tag) && matches_path(n, path)) {
            o->targets = arena_grow(&o->s->arena, o->targets, &o->room, o->n, sizeof *o->targets);
            o->targets[o->n++] = n;
        }
    }
}

static enum svd_tag tag_of(const char *name) {
    for (enum svd_tag t = TAG_OTHER + 1; t < TAG_COUNT; t++) {
        if (!strcmp(svd_tag_name(t), name)) { return t; }
    }
    return TAG_OTHER;
}

// A word that the build would only pass over must be right in a patch.
static void check_word(struct overlay *o, enum svd_tag tag, const char *value) {
    static const char *const access[] = {"read-only", "write-only", "read-write", "writeOnce",
                                         "read-writeOnce", NULL};
    static const char *const write[] = {"oneToClear", "zeroToClear", "oneToSet", "zeroToSet",
                                        "oneToToggle", "zeroToToggle", "clear", "set", "modify",
                                        "none", NULL};
    static const char *const read[] = {"clear", "set", "modify", "modifyExternal", "none", NULL};
    const char *const *list = tag == TAG_access                ? access
                              : tag == TAG_modifiedWriteValues ? write
                              : tag == TAG_readAction          ? read
                                                               : NULL;
    for (; list && *list; list++) {
        if (!strcmp(*list, value)) { return; }
    }
    if (list) { FAIL(o, "%s cannot be \"%.40s\"", svd_tag_name(tag), value); }
}

static void set_child(struct overlay *o, struct node *n, enum svd_tag tag, const char *value) {
    struct node *c = node_own_child(n, tag);
    if (!c) { c = node_new(o->s, n, tag, o->line); }
    c->text = value;
    c->line = o->line;
    if (tag == TAG_derivedFrom) { n->derived = value; }
}

static void drop_children(struct node *n, enum svd_tag tag) {
    struct node **link = &n->first;
    n->last = NULL;
    while (*link) {
        if ((*link)->tag == tag) {
            *link = (*link)->next;
        } else {
            n->last = *link;
            link = &(*link)->next;
        }
    }
}

// The bits of a field are given in one of three forms: a new one replaces the others.
static void set_property(struct overlay *o, struct node *n, enum svd_tag tag, const char *value) {
    static const enum svd_tag forms[] = {TAG_bitRange, TAG_bitOffset, TAG_lsb, TAG_msb};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        bool same_form = (tag == TAG_lsb || tag == TAG_msb) &&
                         (forms[i] == TAG_lsb || forms[i] == TAG_msb);
        bool is_form = tag == TAG_bitRange || tag == TAG_bitOffset || tag == TAG_lsb || tag == TAG_msb;
        if (is_form && forms[i] != tag && !same_form) { drop_children(n, forms[i]); }
    }
    set_child(o, n, tag, value);
}

static void set_values(struct overlay *o, struct node *n) {
    if (n->tag != TAG_field) { FAIL(o, "values are for a field, %s is none", o->path); }
    drop_children(n, TAG_enumeratedValues);
    struct node *set = node_new(o->s, n, TAG_enumeratedValues, o->line);
    for (bool first = true; !take(o, '}'); first = false) {
        if (!first && !take(o, ',')) { FAIL(o, "a comma or } is missing in values"); }
        if (take(o, '}')) { break; }
        const char *name = word(o);
        if (!*name || !take(o, '=')) { FAIL(o, "values are written { Name = number, … }"); }
        const char *number = word(o);
        uint64_t value, care;
        if (!svd_number(number, &value, &care)) { FAIL(o, "not a number: \"%.40s\"", number); }
        struct node *v = node_new(o->s, set, TAG_enumeratedValue, o->line);
        node_new(o->s, v, TAG_name, o->line)->text = name;
        node_new(o->s, v, TAG_value, o->line)->text = number;
    }
}

static void expect_old(struct overlay *o, const struct node *n, enum svd_tag tag, const char *value) {
    const struct node *c = node_own_child(n, tag);
    uint64_t a, b;
    if (c && !strcmp(c->text, value)) { return; }
    if (c && svd_number(c->text, &a, NULL) && svd_number(value, &b, NULL) && a == b) { return; }
    FAIL(o, "[%.80s] no longer applies: %s is \"%.40s\", not \"%.40s\"", o->path,
             svd_tag_name(tag), c ? c->text : "(not stated)", value);
}

static void add_element(struct overlay *o, const char *kind) {
    enum svd_tag tag = tag_of(kind);
    if (!is_named(tag)) { FAIL(o, "add = \"%.40s\": not a kind of element", kind); }
    const char *dot = strrchr(o->path, '.');
    const char *name = dot ? dot + 1 : o->path;
    if (o->n) { FAIL(o, "[%.80s] is already there", o->path); }
    if (dot) {
        find_targets(o, arena_copy(&o->s->arena, o->path, (size_t)(dot - o->path)));
        if (!o->n) { FAIL(o, "[%.80s] has nothing to be added to", o->path); }
    } else {
        o->targets = arena_grow(&o->s->arena, o->targets, &o->room, o->n, sizeof *o->targets);
        o->targets[o->n++] = o->s->device;
    }
    for (size_t i = 0; i < o->n; i++) {
        struct node *p = o->targets[i];
        enum svd_tag list = tag == TAG_field        ? TAG_fields
                            : tag == TAG_peripheral ? TAG_peripherals
                            : tag != TAG_interrupt && p->tag == TAG_peripheral ? TAG_registers
                                                                               : TAG_OTHER;
        if (list != TAG_OTHER) {
            struct node *c = node_own_child(p, list);
            p = c ? c : node_new(o->s, p, list, o->line);
        }
        struct node *n = node_new(o->s, p, tag, o->line);
        node_new(o->s, n, TAG_name, o->line)->text = name;
        o->targets[i] = n;
    }
}

static void remove_element(struct node *n) {
    struct node *p = n->parent;
    struct node **link = &p->first;
    while (*link != n) { link = &(*link)->next; }
    *link = n->next;
    p->last = NULL;
    for (struct node *c = p->first; c; c = c->next) { p->last = c; }
}

static void key(struct overlay *o) {
    const char *name = word(o);
    if (!*name) { FAIL(o, "neither a [table] nor a key"); }
    if (!o->path) { FAIL(o, "%.40s stands before any [table]", name); }
    if (!take(o, '=')) { FAIL(o, "%.40s has no value", name); }
    bool add = !strcmp(name, "add");
    if (!o->n && !add) { // found only now: `add` may come first
        FAIL(o, "[%.80s] no longer applies: the description has no such element", o->path);
    }
    o->used = true;
    if (!strcmp(name, "values")) {
        if (!take(o, '{')) { FAIL(o, "values are written { Name = number, … }"); }
        const char *from = o->at;
        for (size_t i = 0; i < o->n; i++) {
            o->at = from;
            svd_count(o->s, o->line, 1);
            set_values(o, o->targets[i]);
        }
        return;
    }
    const char *value = word(o);
    if (!*value) { FAIL(o, "%.40s has no value", name); }
    bool was = !strncmp(name, "was.", 4);
    enum svd_tag tag = tag_of(was ? name + 4 : !strcmp(name, "rename") ? "name" : name);
    if (add) {
        add_element(o, value);
        return;
    }
    if (!strcmp(name, "delete")) {
        if (strcmp(value, "true")) { FAIL(o, "delete = true is all that it can be"); }
        for (size_t i = 0; i < o->n; i++) { remove_element(o->targets[i]); }
        return;
    }
    if (tag == TAG_OTHER) { FAIL(o, "no element of a description is called %.40s", name); }
    check_word(o, tag, value);
    for (size_t i = 0; i < o->n; i++) {
        if (was) {
            expect_old(o, o->targets[i], tag, value);
        } else {
            set_property(o, o->targets[i], tag, value);
        }
    }
}

static void table(struct overlay *o) {
    if (o->path && !o->used) { FAIL(o, "[%.80s] says nothing", o->path); }
    const char *from = ++o->at;
    while (o->at < o->end && *o->at != '\n') { o->at++; }
    const char *close = o->at;
    const char *hash = memchr(from, '#', (size_t)(close - from));
    if (hash) { close = hash; }
    while (close > from && close[-1] != ']') { close--; }
    if (close == from) { FAIL(o, "a [table] without its ]"); }
    char *path = arena_copy(&o->s->arena, from, (size_t)(close - 1 - from));
    char *to = path;
    for (const char *p = path; *p; p++) { // quotes and blanks are only for TOML's eyes
        if (*p != '"' && *p != '\'' && *p != ' ' && *p != '\t') { *to++ = *p; }
    }
    *to = 0;
    char *plain = arena_take(&o->s->arena, (size_t)(to - path) + 1);
    derive_plain_name(path, plain, (size_t)(to - path) + 1);
    if (!*plain) { FAIL(o, "an empty [table]"); }
    o->path = plain;
    o->used = false;
    find_targets(o, plain);
}

void svd_overlay(struct svd *s, const char *file, const char *text, size_t size) {
    if (s->file_count == SVD_MAX_FILES) { svd_fail(s, 0, "more than %d files", SVD_MAX_FILES); }
    s->files[s->file_count] = file;
    struct overlay o = {.s = s, .at = text, .end = text + size};
    o.line = (s->file_count++ << SVD_LINE_BITS) + 1;
    for (skip_lines(&o); o.at < o.end; skip_lines(&o)) {
        if (*o.at == '[') {
            table(&o);
        } else {
            key(&o);
        }
        space(&o);
        if (o.at < o.end && *o.at != '\n' && *o.at != '\r' && *o.at != '#') {
            FAIL(&o, "more on the line than is understood");
        }
    }
    if (o.path && !o.used) { FAIL(&o, "[%.80s] says nothing", o.path); }
}
