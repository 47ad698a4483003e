// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Talking to the debugger or the emulator (Arm semihosting; a native build uses stdio).
///
///     ct_semihosting_print("hello\n");
///     ct_semihosting_exit(0);
///
/// On silicon without a debugger these calls fault: they are for tests, demos and panic reports.
#ifndef CORTEN_SEMIHOSTING_H
#define CORTEN_SEMIHOSTING_H

#include <corten/compiler.h>

/// Writes `length` bytes to standard output. Any context.
void ct_semihosting_write(const char *bytes, size_t length);

/// Writes a terminated string to standard output. Any context.
void ct_semihosting_print(const char *text);

/// Writes a number in decimal. Any context.
void ct_semihosting_print_u32(uint32_t value);

/// Writes a number as 0x and eight hexadecimal digits. Any context.
void ct_semihosting_print_hex(uint32_t value);

/// Ends the emulator or the process with an exit status. Any context.
_Noreturn void ct_semihosting_exit(int status);

#endif
