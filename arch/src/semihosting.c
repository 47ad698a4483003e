// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Semihosting calls of the Arm specification "Semihosting for AArch32 and AArch64", release 2.0,
// which RISC-V shares. Standard output is a handle of SYS_OPEN(":tt", 4): QEMU sends SYS_WRITE0 to
// standard error.

#include <corten/semihosting.h>

#include "semihosting_call.h"

enum { SYS_OPEN = 0x01, SYS_WRITE = 0x05, SYS_EXIT_EXTENDED = 0x20, MODE_APPEND = 4 };
enum { APPLICATION_EXIT = 0x20026 };

void ct_semihosting_write(const char *bytes, size_t length) {
    static int handle; // 0: not open yet
    if (handle <= 0) {
        static const char console[] = ":tt";
        const uintptr_t open[] = {(uintptr_t)console, MODE_APPEND, sizeof console - 1};
        handle = ct_semihosting_call(SYS_OPEN, open);
    }
    const uintptr_t write[] = {(uintptr_t)handle, (uintptr_t)bytes, length};
    (void)ct_semihosting_call(SYS_WRITE, write);
}

_Noreturn void ct_semihosting_exit(int status) {
    const uintptr_t how[] = {APPLICATION_EXIT, (uintptr_t)status};
    for (;;) (void)ct_semihosting_call(SYS_EXIT_EXTENDED, how);
}
