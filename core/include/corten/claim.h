// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Ownership checked by the linker.
///
///     CT_CLAIM(PA5);            // in led.c
///     CT_CLAIM(PA5);            // in spi.c: multiple definition of `PA5_is_already_claimed'
///
/// A claim defines a symbol named after the thing, in a section that is not loaded: no byte of the
/// image. A second claim anywhere in the firmware is a compile error (same file) or a link error
/// (another file, named in the message). Pins, peripherals, DMA streams, timers and interrupts are
/// claimed by the macros that hand them out; claim what is yours alone in the same way.
#ifndef CORTEN_CLAIM_H
#define CORTEN_CLAIM_H
#pragma GCC system_header // a second claim is said at its line, without what the macro is made of

#include <corten/compiler.h>

/// At file scope, ends with a semicolon. `thing` is any identifier, macro-expanded first.
#define CT_CLAIM(thing) CT_CLAIM_(thing)
#define CT_CLAIM_(thing)                                                                           \
    CT_USED __attribute__((section(".corten.claims"))) const char thing##_is_already_claimed = 0

#endif
