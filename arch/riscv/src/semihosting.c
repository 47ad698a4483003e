// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Semihosting calls, as on Arm; the RISC-V semihosting specification (0.3) has the sequence.

#include <corten/reset.h>
#include <corten/semihosting.h>

enum { SYS_OPEN = 0x01, SYS_WRITE = 0x05, SYS_EXIT_EXTENDED = 0x20, MODE_APPEND = 4 };
enum { APPLICATION_EXIT = 0x20026 };

static CT_NOINLINE __attribute__((aligned(16))) int call(int operation, const void *argument) {
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

void ct_semihosting_write(const char *bytes, size_t length) {
    static int handle; // 0: not open yet
    if (handle <= 0) {
        static const char console[] = ":tt";
        const uintptr_t open[] = {(uintptr_t)console, MODE_APPEND, sizeof console - 1};
        handle = call(SYS_OPEN, open);
    }
    const uintptr_t write[] = {(uintptr_t)handle, (uintptr_t)bytes, length};
    (void)call(SYS_WRITE, write);
}

_Noreturn void ct_semihosting_exit(int status) {
    const uintptr_t how[] = {APPLICATION_EXIT, (uintptr_t)status};
    for (;;) (void)call(SYS_EXIT_EXTENDED, how);
}
