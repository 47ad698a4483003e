// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: format '%s' expects argument of type 'char *'
// clang: format specifies type 'char *'
// flags: -Werror=format
// target: host
#include <corten/text.h>

static CT_TEXT(16) line;

int write(int n) {
#ifdef OK
    return ct_text_format(&line, "%d", n);
#else
    return ct_text_format(&line, "%s", n);
#endif
}
