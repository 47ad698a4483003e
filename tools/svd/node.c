// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "svd.h"

#include <stdarg.h>
#include <string.h>

const struct svd_limits svd_limits = {
    .file = (size_t)256 << 20,
    .memory = (size_t)1 << 30,
    .depth = 40,
    .items = 2000000,
    .text = 65536,
};

// Which file a line is in; the line becomes that of the file.
static const char *file_of(const struct svd *s, uint32_t *line) {
    uint32_t file = *line >> SVD_LINE_BITS;
    *line &= (1u << SVD_LINE_BITS) - 1;
    return file && file < s->file_count ? s->files[file] : s->file;
}

_Noreturn void svd_fail(struct svd *s, uint32_t line, const char *format, ...) {
    const char *file = file_of(s, &line);
    int n = line ? snprintf(s->message, sizeof s->message, "%.200s:%u: error: ", file, line)
                 : snprintf(s->message, sizeof s->message, "%.200s: error: ", file);
    va_list list;
    va_start(list, format);
    vsnprintf(s->message + n, sizeof s->message - (size_t)n, format, list);
    va_end(list);
    for (char *p = s->message; *p; p++) { // a name from the file must not break the one line
        if ((unsigned char)*p < ' ' || *p == 0x7F) { *p = '?'; }
    }
    longjmp(s->failed, 1);
}

void svd_find(struct svd *s, uint32_t line, const char *format, ...) {
    s->finding_count++;
    if (!s->findings) { return; }
    char text[600];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    for (char *p = text; *p; p++) {
        if ((unsigned char)*p < ' ' || *p == 0x7F) { *p = '?'; }
    }
    const char *file = file_of(s, &line);
    fprintf(s->findings, "%s:%u: %s\n", file, line, text);
}

void svd_count(struct svd *s, uint32_t line, uint64_t n) {
    if (n > svd_limits.items - s->items) {
        svd_fail(s, line, "more than %u registers, fields and values, arrays written out",
                 svd_limits.items);
    }
    s->items += (uint32_t)n;
}

const char *svd_tag_name(enum svd_tag tag) {
    static const char *const names[] = {"?",
#define X(name) #name,
                                        SVD_TAGS(X)
#undef X
    };
    return names[tag];
}

struct node *node_new(struct svd *s, struct node *parent, enum svd_tag tag, uint32_t line) {
    struct node *n = arena_take(&s->arena, sizeof *n);
    n->tag = (uint8_t)tag;
    n->line = line;
    n->text = "";
    n->parent = parent;
    if (parent) {
        if (parent->last) {
            parent->last->next = n;
        } else {
            parent->first = n;
        }
        parent->last = n;
    }
    return n;
}

struct node *node_own_child(const struct node *n, enum svd_tag tag) {
    for (struct node *c = n->first; c; c = c->next) {
        if (c->tag == tag) { return c; }
    }
    return NULL;
}

struct node *node_child(const struct node *n, enum svd_tag tag) {
    for (; n; n = n->base) {
        struct node *c = node_own_child(n, tag);
        if (c) { return c; }
    }
    return NULL;
}

const char *node_text(const struct node *n, enum svd_tag tag) {
    struct node *c = node_child(n, tag);
    return c ? c->text : NULL;
}

const char *node_name(const struct node *n) {
    const char *name = node_text(n, TAG_name);
    return name && *name ? name : "(no name)";
}

static int digit(char c) {
    if (c >= '0' && c <= '9') { return c - '0'; }
    if (c >= 'a' && c <= 'f') { return c - 'a' + 10; }
    if (c >= 'A' && c <= 'F') { return c - 'A' + 10; }
    return 99;
}

bool svd_number(const char *text, uint64_t *value, uint64_t *care) {
    const char *p = text;
    while (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r') { p++; }
    if (*p == '+') { p++; }
    int base = 10;
    if (*p == '#') {
        base = 2;
        p += 1;
    } else if (p[0] == '0' && (p[1] == 'b' || p[1] == 'B')) {
        base = 2;
        p += 2;
    } else if (p[0] == '0' && (p[1] == 'x' || p[1] == 'X')) {
        base = 16;
        p += 2;
    }
    uint64_t v = 0, c = 0;
    int digits = 0;
    for (;; p++, digits++) {
        if (*p == '_' && digits) { // between digits, as in 0x4000_0000
            digits--;
            continue;
        }
        int d = digit(*p);
        bool any = care && base == 2 && (*p == 'x' || *p == 'X');
        if (any) { d = 0; }
        if (d >= base) { break; }
        if (v > (UINT64_MAX - (uint64_t)d) / (uint64_t)base) { return false; }
        v = v * (uint64_t)base + (uint64_t)d;
        c = c << 1 | !any;
        if (base == 2 && digits >= 64) { return false; }
    }
    if (digits == 0) { return false; }
    int shift = 0;
    switch (*p) {
    case 'k': case 'K': shift = 10; break;
    case 'm': case 'M': shift = 20; break;
    case 'g': case 'G': shift = 30; break;
    case 't': case 'T': shift = 40; break;
    }
    if (shift) {
        if (v > UINT64_MAX >> shift) { return false; }
        v <<= shift;
        p++;
    }
    while (*p == 'u' || *p == 'U' || *p == 'l' || *p == 'L') { p++; } // as some vendors write it
    while (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r') { p++; }
    if (*p) { return false; }
    *value = v;
    if (care) {
        // digits not written are zeros that count
        *care = base != 2 ? UINT64_MAX : digits >= 64 ? c : c | UINT64_MAX << digits;
    }
    return true;
}

bool node_number(struct svd *s, const struct node *n, enum svd_tag tag, uint64_t *value) {
    const struct node *c = node_child(n, tag);
    if (!c) { return false; }
    if (!*c->text) {
        svd_find(s, c->line, "%s of %s is empty: passed over", svd_tag_name(tag), node_name(n));
        return false;
    }
    if (!svd_number(c->text, value, NULL)) {
        svd_fail(s, c->line, "%s of %s is not a number: \"%.40s\"", svd_tag_name(tag), node_name(n),
                 c->text);
    }
    return true;
}

bool node_number_or_find(struct svd *s, const struct node *n, enum svd_tag tag, uint64_t *value) {
    const struct node *c = node_child(n, tag);
    if (!c) { return false; }
    if (svd_number(c->text, value, NULL)) { return true; }
    svd_find(s, c->line, "%s of %s is not a number: \"%.40s\"; passed over", svd_tag_name(tag),
             node_name(n), c->text);
    return false;
}

bool node_flag(struct svd *s, const struct node *n, enum svd_tag tag, bool otherwise) {
    const struct node *c = node_child(n, tag);
    if (!c) { return otherwise; }
    if (!strcmp(c->text, "true") || !strcmp(c->text, "1")) { return true; }
    if (!strcmp(c->text, "false") || !strcmp(c->text, "0")) { return false; }
    svd_find(s, c->line, "%s is neither true nor false: \"%.40s\"", svd_tag_name(tag), c->text);
    return otherwise;
}
