// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The few attributes that both GCC and Clang have, under readable names.
///
///     ct_inline uint32_t twice(uint32_t x) { return 2u * x; }     // never a call, never "unused"
///     CT_MUST_USE enum ct_error open(void);                       // dropping the result warns
#ifndef CORTEN_COMPILER_H
#define CORTEN_COMPILER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A function that is part of its caller: always inlined, at -O0 too, and never warned about when
/// it is not used (macros make many of them).
#define ct_inline __attribute__((always_inline, unused)) static inline

/// The result says whether the call worked; dropping it warns.
#define CT_MUST_USE __attribute__((warn_unused_result))

/// Never inlined: one instance in the image, for code that several places share.
#define CT_NOINLINE __attribute__((noinline))

/// Kept in the image although nothing in C refers to it.
#define CT_USED __attribute__((used))

/// Can be replaced by a definition elsewhere.
#define CT_WEAK __attribute__((weak))

/// The path beside this one is the usual one.
#define CT_UNLIKELY(condition) __builtin_expect(!!(condition), 0)

/// The compiler may not move memory accesses across this point. Emits nothing.
#define CT_COMPILER_BARRIER() __asm__ volatile("" ::: "memory")

#define CT_STRING_(x) #x
/// The macro-expanded argument as a string: CT_STRING(CT_TICK_HZ) is "1000".
#define CT_STRING(x) CT_STRING_(x)

#define CT_CONCAT_(a, b) a##b
/// The macro-expanded arguments as one name.
#define CT_CONCAT(a, b) CT_CONCAT_(a, b)

/// Number of elements of an array.
#define CT_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
