// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Two assertions, since there are two people to tell: the caller, and us.
///
///     CT_REQUIRE(n <= 32, "at most 32 bytes fit into one packet");   // the caller's mistake
///     CT_ASSERT(head < capacity);                                    // a bug of this very code
///
/// Both panic with file and line. A condition must have no side effect. `CT_ASSERT` vanishes when
/// CT_NO_ASSERT is defined, and the compiler may then rely on the condition; `CT_REQUIRE` stays.
#ifndef CORTEN_ASSERT_H
#define CORTEN_ASSERT_H

#include <corten/panic.h>

/// Bad input of the caller: panics with the sentence. Any context.
#define CT_REQUIRE(condition, sentence)                                                            \
    do {                                                                                           \
        if (CT_UNLIKELY(!(condition))) CT_PANIC(sentence);                                         \
    } while (0)

/// A call that must not fail here: panics with its text when it returns an error.
///
///     CT_MUST(report_spawn(reading));
#define CT_MUST(call)                                                                              \
    do {                                                                                           \
        if (CT_UNLIKELY((call) != 0)) CT_PANIC("failed: " #call);                                  \
    } while (0)

/// A bug of the code that holds the assertion: panics with the condition's text. Any context.
#ifdef CT_NO_ASSERT
#    define CT_ASSERT(condition)                                                                   \
        do {                                                                                       \
            if (!(condition)) __builtin_unreachable();                                             \
        } while (0)
#else
#    define CT_ASSERT(condition)                                                                   \
        do {                                                                                       \
            if (CT_UNLIKELY(!(condition))) CT_PANIC("bug: not " #condition);                       \
        } while (0)
#endif

#endif
