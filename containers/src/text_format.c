// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/text.h>

#include <stdio.h>

enum ct_error ct_text_format_list(struct ct_text text, const char *format, va_list arguments) {
    uint32_t const length = ct_text_length(&text);
    uint32_t const room = ct_text_capacity(&text) - length;
    int const count = vsnprintf(text.slots_ + length, room + 1u, format, arguments);
    if (count < 0 || (uint32_t)count > room) {
        text.slots_[length] = 0;
        return count < 0 ? CT_INVALID : CT_FULL;
    }
    ct_state_set_(text.state_, text.width_, 0, length + (uint32_t)count);
    return CT_OK;
}

enum ct_error ct_text_format_(struct ct_text text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    enum ct_error const error = ct_text_format_list(text, format, arguments);
    va_end(arguments);
    return error;
}
