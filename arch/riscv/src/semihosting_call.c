// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "../../src/semihosting_call.h"

/// The sequence of the RISC-V semihosting specification (0.3), in one block of 16 bytes, so that it
/// crosses no page. One instance: the alignment is in the code.
__attribute__((noinline, aligned(16))) int ct_semihosting_call(int operation,
                                                               const void *argument) {
    register int a0 __asm__("a0") = operation;
    register const void *a1 __asm__("a1") = argument;
    __asm__ volatile(".option push\n\t.option norvc\n\t.balign 16\n\t"
                     "slli zero, zero, 0x1f\n\tebreak\n\tsrai zero, zero, 7\n\t"
                     ".option pop"
                     : "+r"(a0)
                     : "r"(a1)
                     : "memory");
    return a0;
}
