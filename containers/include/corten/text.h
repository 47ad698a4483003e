// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A string of up to N bytes, always terminated, which never loses its end silently.
///
///     static CT_TEXT(24) line;                                          // "", in .bss
///     if (ct_text_append(&line, "t = ")) return;                        // CT_FULL: unchanged
///     if (ct_text_format(&line, "%d.%d °C", 21, 5)) return;             // checked like printf's
///     puts(ct_text_c(&line));                                           // t = 21.5 °C
///
/// Its invariant: `length` bytes, none of them 0, and a 0 behind them.
///
///     slots   │ t │ = │ 2 │ 1 │ 0 │   │        length 4 ≤ capacity 5, and one slot for the 0
///
/// What does not fit is not begun: a text is as before when an operation fails. Bytes from
/// outside come in by ct_text_append_utf8(), which refuses what is not UTF-8; truncating and
/// popping keep whole characters. For one context at a time.
#ifndef CORTEN_TEXT_H
#define CORTEN_TEXT_H

#include <corten/container.h>
#include <corten/sequence.h>
#include <stdarg.h>

/// A text of up to `capacity` (1 … 0x7FFFFFFE) bytes. All zero is empty.
#define CT_TEXT(capacity)                                                                          \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_((capacity) > 0 ? (capacity) + 1u : 0)                                   \
        CT_OWNER_(char, ((capacity) > 0 ? (capacity) : 0) + 1, capacity, 1)                        \
    }
/// A text in a char array of yours (one slot is the terminator's): CT_TEXT_OVER t =
/// CT_TEXT_ON(array); the array must begin with 0.
#define CT_TEXT_OVER                                                                               \
    struct {                                                                                       \
        CT_OVER_(char, 1)                                                                          \
    }
#define CT_TEXT_ON(array) CT_ON_(array)

/// Any text, its capacity erased. One type for all: void greet(struct ct_text to);
struct ct_text {
    CT_VIEW_(char)
};
#define ct_text_view(text) ((struct ct_text){CT_VIEW_OF_(text)})

/// The bytes, terminated (const char *).
#define ct_text_c(text)        ((const char *)&(text)->slots_[0])
#define ct_text_length(text)   ct_state_get_((text)->state_, ct_width_(text), 0)
#define ct_text_capacity(text) (ct_capacity_(text) - 1u)
#define ct_text_is_empty(text) (ct_text_length(text) == 0u)

/// Appends a terminated string; `count` bytes; a byte that is not 0. CT_FULL, CT_INVALID (a 0
/// among the bytes).
#define ct_text_append(text, string)         ct_text_append_(ct_text_view(text), (string))
#define ct_text_append_bytes(text, from, count) ct_text_append_bytes_(ct_text_view(text), (from), (count))
#define ct_text_push(text, byte)                                                                   \
    ct_text_append_bytes_(ct_text_view(text), (const char[1]){(char)(byte)}, 1)
/// Appends bytes that must be UTF-8 (RFC 3629: no overlong forms, no surrogates, up to U+10FFFF).
/// CT_FULL, CT_INVALID.
#define ct_text_append_utf8(text, from, count) ct_text_append_utf8_(ct_text_view(text), (from), (count))
/// Appends a character as UTF-8. CT_FULL, CT_INVALID (a surrogate, or beyond U+10FFFF).
#define ct_text_append_character(text, code_point)                                                 \
    ct_text_append_character_(ct_text_view(text), (code_point))

/// Appends formatted, as printf does, with the format checked by the compiler. CT_FULL: it did
/// not fit, nothing was appended. CT_INVALID: the format made no sense to the C library.
/// Needs about as much stack and code as the library's vsnprintf.
#define ct_text_format(text, ...) ct_text_format_(ct_text_view(text), __VA_ARGS__)

/// Shortens to at most `length` bytes, and to the end of a whole character.
#define ct_text_truncate(text, length) ct_text_truncate_(ct_text_view(text), (length))
#define ct_text_clear(text)            ct_text_truncate_(ct_text_view(text), 0u)
/// Removes the last character; its code point. CT_EMPTY is -3, any other error CT_INVALID (the
/// text is not UTF-8: the last byte was removed).
#define ct_text_pop(text) ct_text_pop_(ct_text_view(text))

#define ct_text_equal(text, string)  (__builtin_strcmp(ct_text_c(text), (string)) == 0)
#define ct_text_is_utf8(text) ct_utf8_is_valid(ct_text_c(text), ct_text_length(text))

/// Are the bytes UTF-8, all of them?
bool ct_utf8_is_valid(const char *bytes, size_t count);
/// Length of the valid UTF-8 sequence that the bytes begin with, 1 … 4; 0 when there is none.
/// *code_point is its character.
uint32_t ct_utf8_first(const char *bytes, size_t count, uint32_t *code_point);

CT_MUST_USE enum ct_error ct_text_append_(struct ct_text text, const char *string);
CT_MUST_USE enum ct_error ct_text_append_bytes_(struct ct_text text, const char *from, uint32_t count);
CT_MUST_USE enum ct_error ct_text_append_utf8_(struct ct_text text, const char *from, uint32_t count);
CT_MUST_USE enum ct_error ct_text_append_character_(struct ct_text text, uint32_t code_point);
CT_MUST_USE __attribute__((format(printf, 2, 3))) enum ct_error
ct_text_format_(struct ct_text text, const char *format, ...);
CT_MUST_USE __attribute__((format(printf, 2, 0))) enum ct_error
ct_text_format_list(struct ct_text text, const char *format, va_list arguments);
void ct_text_truncate_(struct ct_text text, uint32_t length);
int32_t ct_text_pop_(struct ct_text text);

#endif
