// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/text.h>

#include <string.h>

static void set_length(struct ct_text text, uint32_t length) {
    ct_state_set_(text.state_, text.width_, 0, length);
    text.slots_[length] = 0;
}

enum ct_error ct_text_append_bytes_(struct ct_text text, const char *from, uint32_t count) {
    uint32_t const length = ct_text_length(&text);
    if (!ct_range_fits(length, count, ct_text_capacity(&text))) return CT_FULL;
    if (memchr(from, 0, count)) return CT_INVALID;
    memmove(text.slots_ + length, from, count);
    set_length(text, length + count);
    return CT_OK;
}

enum ct_error ct_text_append_(struct ct_text text, const char *string) {
    size_t const count = strlen(string);
    return count > text.capacity_ ? CT_FULL : ct_text_append_bytes_(text, string, (uint32_t)count);
}

enum ct_error ct_text_append_utf8_(struct ct_text text, const char *from, uint32_t count) {
    if (!ct_utf8_is_valid(from, count)) return CT_INVALID;
    return ct_text_append_bytes_(text, from, count);
}

enum ct_error ct_text_append_character_(struct ct_text text, uint32_t c) {
    char bytes[4];
    uint32_t count = 0;
    if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return CT_INVALID;
    if (c < 0x80) {
        bytes[count++] = (char)c;
    } else {
        uint32_t const more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        bytes[count++] = (char)(0xFF00u >> (more + 1) | c >> 6 * more);
        for (uint32_t i = more; i--;) bytes[count++] = (char)(0x80u | (c >> 6 * i & 0x3Fu));
    }
    return ct_text_append_bytes_(text, bytes, count);
}

// RFC 3629, section 4: what the second byte may be depends on the first.
uint32_t ct_utf8_first(const char *text, size_t count, uint32_t *code_point) {
    const uint8_t *const b = (const uint8_t *)text;
    if (count == 0) return 0;
    if (b[0] < 0x80) return *code_point = b[0], 1;
    uint32_t const length = b[0] >= 0xF0 ? 4 : b[0] >= 0xE0 ? 3 : 2;
    if (b[0] < 0xC2 || b[0] > 0xF4 || count < length) return 0;
    uint8_t const least = b[0] == 0xE0 ? 0xA0 : b[0] == 0xF0 ? 0x90 : 0x80;
    uint8_t const most = b[0] == 0xED ? 0x9F : b[0] == 0xF4 ? 0x8F : 0xBF;
    if (b[1] < least || b[1] > most) return 0;
    uint32_t c = b[0] & (0xFFu >> (length + 1));
    for (uint32_t i = 1; i < length; i++) {
        if ((b[i] & 0xC0) != 0x80) return 0;
        c = c << 6 | (b[i] & 0x3Fu);
    }
    *code_point = c;
    return length;
}

bool ct_utf8_is_valid(const char *bytes, size_t count) {
    uint32_t c;
    for (uint32_t n; count; bytes += n, count -= n)
        if (!(n = ct_utf8_first(bytes, count, &c))) return false;
    return true;
}

static bool begins_character(char byte) { return ((uint8_t)byte & 0xC0) != 0x80; }

void ct_text_truncate_(struct ct_text text, uint32_t length) {
    if (length >= ct_text_length(&text)) return;
    while (length && !begins_character(text.slots_[length])) length--;
    set_length(text, length);
}

int32_t ct_text_pop_(struct ct_text text) {
    uint32_t const length = ct_text_length(&text);
    if (!length) return CT_EMPTY;
    uint32_t count = 1, c = 0;
    while (count < 4 && count < length && !begins_character(text.slots_[length - count])) count++;
    bool const valid = ct_utf8_first(text.slots_ + length - count, count, &c) == count;
    set_length(text, length - (valid ? count : 1));
    return valid ? (int32_t)c : CT_INVALID;
}
