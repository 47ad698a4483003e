// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CORTEN_ARCH_SEMIHOSTING_CALL_H
#define CORTEN_ARCH_SEMIHOSTING_CALL_H

/// The core's own way to the debugger: one operation with the address of its arguments.
int ct_semihosting_call(int operation, const void *argument);

#endif
