// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A test that must end in a panic, and goes on.
///
///     assert_string_equal(PANIC_OF(ct_vec_at(&v, 9) = 1), "the index is out of range");
///
/// Without a panic PANIC_OF() is "no panic". The tests link this file's ct_panic(), which jumps
/// back, or prints and aborts where no panic is expected.
#ifndef CORTEN_TESTS_EXPECT_PANIC_H
#define CORTEN_TESTS_EXPECT_PANIC_H

#include <setjmp.h>

#ifndef __clang__
// Of macros' own variables, which nobody reads after the jump. What a test reads after it and
// changes before it, it declares static.
#    pragma GCC diagnostic ignored "-Wclobbered"
#endif
#include <stdbool.h>

extern jmp_buf expect_panic_back;
extern bool expect_panic_armed;
extern const char *expect_panic_message;

#define PANIC_OF(...)                                                                              \
    ({                                                                                             \
        expect_panic_message = "no panic";                                                         \
        expect_panic_armed = true;                                                                 \
        if (!setjmp(expect_panic_back)) {                                                          \
            __VA_ARGS__;                                                                           \
        }                                                                                          \
        expect_panic_armed = false;                                                                \
        expect_panic_message;                                                                      \
    })

#endif
