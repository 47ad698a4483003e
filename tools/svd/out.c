// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "emit.h"

#include <stdarg.h>
#include <string.h>

static char *room_for(struct out *o, size_t n) {
    if (o->n + n > o->room) {
        size_t room = o->room ? o->room : 1u << 16;
        while (room < o->n + n) { room *= 2; }
        char *text = arena_take(&o->s->arena, room);
        if (o->n) { memcpy(text, o->text, o->n); }
        o->text = text;
        o->room = room;
    }
    return o->text + o->n;
}

void out_text(struct out *o, const char *text) {
    size_t n = strlen(text);
    memcpy(room_for(o, n), text, n);
    o->n += n;
}

void out_hex(struct out *o, uint64_t value) {
    char text[20], *p = text + sizeof text;
    *--p = 0;
    do { *--p = "0123456789ABCDEF"[value & 15]; } while (value >>= 4);
    *--p = 'x';
    *--p = '0';
    out_text(o, p);
}

void out_number(struct out *o, int64_t value) {
    char text[24];
    snprintf(text, sizeof text, "%lld", (long long)value);
    out_text(o, text);
}

void out_print(struct out *o, const char *format, ...) {
    va_list list;
    va_start(list, format);
    va_list again;
    va_copy(again, list);
    int n = vsnprintf(NULL, 0, format, list);
    va_end(list);
    vsnprintf(room_for(o, (size_t)n + 1), (size_t)n + 1, format, again);
    va_end(again);
    o->n += (size_t)n;
}

void out_comment(struct out *o, const char *text) {
    size_t n = 0;
    char line[128];
    bool space = false;
    for (const char *p = text; *p; p++) {
        unsigned char c = (unsigned char)*p;
        if (c <= ' ' || c == 0x7F) {
            space = n != 0;
            continue;
        }
        if (n >= 100 && (c & 0xC0) != 0x80) { // cut before a character, not inside one
            line[n++] = '.', line[n++] = '.', line[n++] = '.';
            break;
        }
        if (n >= 110) { break; }
        if (c == 0xE2 && ((p[1] == '\x80' && ((unsigned char)p[2] | 1) >= 0x8F) || p[1] == '\x81')) {
            p += p[1] && p[2] ? 2 : 0; // characters that turn the writing direction
            continue;
        }
        if (space) { line[n++] = ' '; }
        space = false;
        line[n++] = c == '\\' ? '/' : (char)c; // no line may end in a continuation
    }
    line[n] = 0;
    out_text(o, line);
}
