// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// One instance of generic code: a function of its own for one set of constant arguments.
///
///     CT_INSTANCE(void, blink_status, blink_led, (BOARD_LED, BOARD_TIMER));
///     blink_status();
///
/// The generic function is ct_inline and takes interfaces of hal/ (pairs of operations and
/// object); the instance is never inlined, so that the driver exists once for each device and
/// every call of its operations is the chip's own code.
#ifndef CORTEN_HAL_INSTANCE_H
#define CORTEN_HAL_INSTANCE_H

#include <corten/compiler.h>

/// At file scope: `static RESULT NAME(void)`, which is GENERIC with the arguments in parentheses.
#define CT_INSTANCE(result, name, generic, arguments)                                              \
    static CT_NOINLINE __attribute__((unused)) result name(void) { return generic arguments; }      \
    static result name(void)

/// A function that is kept as one for all callers, where that is smaller; what they all agree on
/// (the object of a device's operations) the compiler puts into it. For operations that are more
/// than a few instructions; those that are less are ct_inline.
#define ct_outline __attribute__((unused)) static

#endif
