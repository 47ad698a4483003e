// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "names.h"

#include <string.h>

static struct names_entry *slot(const struct names *n, const char *name) {
    uint64_t h = 0xCBF29CE484222325u;
    for (const char *p = name; *p; p++) { h = (h ^ (unsigned char)*p) * 0x100000001B3u; }
    h ^= h >> 32;
    for (size_t i = (size_t)h & (n->size - 1);; i = (i + 1) & (n->size - 1)) {
        struct names_entry *e = &n->entries[i];
        if (!e->name || !strcmp(e->name, name)) { return e; }
    }
}

void *names_find(const struct names *n, const char *name) {
    return n->size ? slot(n, name)->of : NULL;
}

void names_add(struct svd *s, struct names *n, const char *name, void *of) {
    if ((n->used + 1) * 2 > n->size) {
        struct names old = *n;
        n->size = old.size ? old.size * 2 : 64;
        n->entries = arena_take(&s->arena, n->size * sizeof *n->entries);
        for (size_t i = 0; i < old.size; i++) {
            if (old.entries[i].name) { *slot(n, old.entries[i].name) = old.entries[i]; }
        }
    }
    *slot(n, name) = (struct names_entry){name, of};
    n->used++;
}

const char *names_unique(struct svd *s, struct names *n, const char *name) {
    const char *candidate = name;
    for (unsigned i = 2; names_find(n, candidate); i++) {
        candidate = arena_print(&s->arena, "%s_%u", name, i);
    }
    names_add(s, n, candidate, n);
    return candidate;
}

static bool is_keyword(const char *name) {
    // of C23 and of both compilers, and what they predefine as macros in the shape of a name
    static const char *const words[] = {
        "alignas",  "alignof",  "and",      "asm",      "auto",     "bool",          "break",
        "case",     "char",     "const",    "constexpr", "continue", "default",      "do",
        "double",   "else",     "enum",     "extern",   "false",    "float",         "for",
        "goto",     "if",       "inline",   "int",      "long",     "linux",         "nullptr",
        "register", "restrict", "return",   "short",    "signed",   "sizeof",        "static",
        "struct",   "switch",   "static_assert",        "thread_local",              "true",
        "typedef",  "typeof",   "typeof_unqual",        "union",    "unix",          "unsigned",
        "void",     "volatile", "while",    "NULL",     "of",       "i386",          "class",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!strcmp(words[i], name)) { return true; }
    }
    return false;
}

const char *names_identifier(struct svd *s, const char *name, bool alone) {
    size_t n = strlen(name);
    if (n > 200) { n = 200; }
    bool digit = alone && (n == 0 || (name[0] >= '0' && name[0] <= '9'));
    char *out = arena_take(&s->arena, n + 3);
    char *p = out;
    if (digit) { *p++ = '_'; }
    for (size_t i = 0; i < n; i++) {
        char c = name[i];
        bool ok = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
        *p++ = ok ? c : '_';
    }
    *p = 0;
    if (alone && is_keyword(out)) { *p++ = '_', *p = 0; }
    return out;
}
