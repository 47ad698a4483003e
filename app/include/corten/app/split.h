// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// An application in one file, or in several. Included by <corten/app.h>.
///
///     #define CT_APP_SPLIT
///     #define CT_APP_MAIN              // in one of the files
///     #include <corten/app.h>
///     CT_TASK(blink, 1);
///     CT_APP(DISPATCHERS(EXTI0), TASKS(blink));
///
/// In one file everything is static. In several, a shared header that begins with
/// `#define CT_APP_SPLIT` has all declarations and CT_APP; every file includes it, one of them
/// behind `#define CT_APP_MAIN`: there the storage and the handlers are, the others refer to them.
/// Bodies stand in any of the files. Spawns and locks are inline in all of them.
#ifndef CORTEN_APP_SPLIT_H
#define CORTEN_APP_SPLIT_H
#pragma GCC system_header

#if !defined CT_APP_SPLIT
#    define CT_APP_BODY_              static
#    define CT_APP_STORAGE_           static
#    define CT_APP_DECLARED_          static
#    define CT_APP_ONCE_(...)         __VA_ARGS__
#    define CT_APP_VARIABLE_(type, n) static __typeof__(type) n
#elif defined CT_APP_MAIN
#    define CT_APP_BODY_
#    define CT_APP_STORAGE_
#    define CT_APP_DECLARED_          extern
#    define CT_APP_ONCE_(...)         __VA_ARGS__
#    define CT_APP_VARIABLE_(type, n) __typeof__(type) n
#else // an initialiser that follows a variable is taken by a constant that nobody uses
#    define CT_APP_BODY_
#    define CT_APP_STORAGE_           extern
#    define CT_APP_DECLARED_          extern
#    define CT_APP_ONCE_(...)
#    define CT_APP_VARIABLE_(type, n) static __attribute__((unused)) const __typeof__(type) n##_elsewhere_
#endif

// Functions that are declared before CT_APP defines them; Clang would warn on the way.
#ifdef __clang__
#    define CT_COMPLETED_BY_APP_                                                                   \
        _Pragma("clang diagnostic push")                                                           \
        _Pragma("clang diagnostic ignored \"-Wtentative-definition-incomplete-type\"")             \
        _Pragma("clang diagnostic ignored \"-Wundefined-internal\"")
#    define CT_COMPLETED_END_ _Pragma("clang diagnostic pop")
#else
#    define CT_COMPLETED_BY_APP_
#    define CT_COMPLETED_END_
#endif

#endif
