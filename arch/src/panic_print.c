// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/panic.h>
#include <corten/semihosting.h>

static void print_register(const char *name, uint32_t value) {
    ct_semihosting_print(name);
    ct_semihosting_print_hex(value);
}

void ct_panic_print(const struct ct_panic_record *record) {
    ct_semihosting_print("panic: ");
    ct_semihosting_print(record->message);
    if (record->file) {
        ct_semihosting_print("\n  at ");
        ct_semihosting_print(record->file);
        ct_semihosting_print(":");
        ct_semihosting_print_u32(record->line);
    }
    ct_semihosting_print("\n  in ");
    ct_semihosting_print(record->task);
    ct_semihosting_print(" (exception ");
    ct_semihosting_print_u32(record->exception);
    ct_semihosting_print(")\n");
    if (record->address) {
        print_register("  address ", record->address);
        ct_semihosting_print("\n");
    }
    if (record->registers[CT_PANIC_PC] || record->registers[CT_PANIC_LR]) {
        static const char *const names[8] = {"  r0 ",   " r1 ", " r2 ", " r3 ",
                                             "\n  r12 ", " lr ", " pc ", " xpsr "};
        for (unsigned i = 0; i < 8; i++) print_register(names[i], record->registers[i]);
        ct_semihosting_print("\n");
    }
}
