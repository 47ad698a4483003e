// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The end of the road: a message, where, and in which task; then what the build chose.
///
///     if (!crystal_is_running()) CT_PANIC("the crystal does not oscillate");
///
///     // after the reset:
///     const struct ct_panic_record *last = ct_panic_last();
///     if (last) print(last->message);
#ifndef CORTEN_PANIC_H
#define CORTEN_PANIC_H

#include <corten/compiler.h>

#ifndef __FILE_NAME__ // GCC >= 12 and Clang have it
#    define __FILE_NAME__ __FILE__
#endif

/// Where and why: one constant in flash for each place that can panic, so that a call costs two
/// instructions.
struct ct_panic_site {
    const char *message; ///< a sentence
    const char *file;    ///< base name of the source file
    uint32_t line;
};

/// What is kept of a panic or a fault. It lies in no-init RAM and survives a reset.
struct ct_panic_record {
    uint32_t magic_;
    uint32_t sum_;
    const char *message;  ///< a sentence; after a fault the reason in words
    const char *file;     ///< NULL after a fault
    const char *task;     ///< who ran: a task's name, "init", "idle", an interrupt's name
    uint32_t line;        ///< 0 after a fault
    uint32_t exception;   ///< number of the active exception, 0 in thread mode
    uint32_t address;     ///< that could not be accessed, where the core tells; else 0
    uint32_t registers[8]; ///< r0 r1 r2 r3 r12 lr pc xpsr of the faulting code; 0 after a panic
};

/// Index of a register in ct_panic_record.registers.
enum { CT_PANIC_LR = 5, CT_PANIC_PC = 6, CT_PANIC_XPSR = 7 };

/// Stops the firmware with a message. Never returns. Any context, interrupts included.
#define CT_PANIC(message_)                                                                         \
    do {                                                                                           \
        static const struct ct_panic_site ct_site_ = {message_, __FILE_NAME__, __LINE__};          \
        ct_panic(&ct_site_);                                                                       \
    } while (0)

/// Masks interrupts, records, and ends as the build chose: `halt` (stay here, for a debugger),
/// `exit` (print, and end the emulator or the process with status 1) or `reset`. Any context.
_Noreturn void ct_panic(const struct ct_panic_site *site);

/// The same for fault handlers, with a record that they have filled (all but magic_ and sum_).
_Noreturn void ct_panic_with(const struct ct_panic_record *record);

/// The panic before the last reset, or NULL when there was none. The record stays until
/// ct_panic_forget(). Any context.
const struct ct_panic_record *ct_panic_last(void);

/// Forgets the last panic. Any context.
void ct_panic_forget(void);

/// Prints a record over semihosting (the host: on standard output), a line for each fact.
void ct_panic_print(const struct ct_panic_record *record);

/// What the build chose (`panic_halt.c`, `panic_exit.c`, `panic_reset.c` in arch/), or, with
/// PANIC none, a function of the application's own. Interrupts are masked. Never returns.
_Noreturn void ct_panic_end(const struct ct_panic_record *record);

#endif
