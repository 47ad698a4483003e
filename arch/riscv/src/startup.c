// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// From reset to main(), and the one trap vector. In C but for what has no stack yet or must save
// registers.

#include <corten/compiler.h>

int main(void);
void ct_trap(uint32_t cause, uint32_t pc, const uint32_t *frame);

extern uint32_t __data_start[], __data_end[], __bss_end[];
extern const char __data_load_offset[];
#ifdef CT_HAS_CCM
extern uint32_t __ccm_data_start[], __ccm_data_end[], __ccm_bss_end[];
extern const char __ccm_data_load_offset[];
#endif

/// Copies [start, data_end) from flash and zeroes what follows up to bss_end.
ct_inline void initialise(uint32_t *start, const uint32_t *data_end, const uint32_t *bss_end,
                          uintptr_t offset) {
    for (volatile uint32_t *to = start; to < bss_end; to++)
        *to = to < data_end ? *(const uint32_t *)((uintptr_t)to + offset) : 0;
}

/// No access to the lowest bytes of the stack, by a locked entry of the PMP (Privileged Architecture
/// 1.12, 3.7.1): below the stack there may be memory that an overflow would corrupt.
static void guard_stack(void) {
    enum { GUARD = 64, LOCKED_NAPOT = 0x98 };
    extern char __stack_limit[];
    __asm__ volatile("csrw pmpaddr0, %0" ::"r"((uintptr_t)__stack_limit >> 2 | (GUARD / 8 - 1)));
    __asm__ volatile("csrw pmpcfg0, %0" ::"r"(LOCKED_NAPOT));
}

static CT_USED _Noreturn void ct_start(void) {
    guard_stack();
    initialise(__data_start, __data_end, __bss_end, (uintptr_t)__data_load_offset);
#ifdef CT_HAS_CCM
    initialise(__ccm_data_start, __ccm_data_end, __ccm_bss_end, (uintptr_t)__ccm_data_load_offset);
#endif
    main();
    __asm__ volatile("unimp"); // main() returned: interrupts.c says so
    __builtin_unreachable();
}

/// Where the stack has no room for a trap: begin again at its top, to report.
static CT_USED _Noreturn void ct_stack_overflow(void) {
    ct_trap(0, 0, NULL);
    __builtin_unreachable();
}

/// Saves what C may change, t0–t6, a0–a7, ra, and the two CSRs that a nested trap overwrites.
static CT_USED __attribute__((naked, aligned(4))) void ct_trap_entry(void) {
    __asm__ volatile("csrw mscratch, t0\n\t"
                     "la t0, __stack_limit + 64 + 256\n\t"
                     "bltu sp, t0, 1f\n\t"
                     "csrr t0, mscratch\n\t"
                     "addi sp, sp, -80\n\t"
                     "sw ra, 0(sp)\n\tsw t0, 4(sp)\n\tsw t1, 8(sp)\n\tsw t2, 12(sp)\n\t"
                     "sw t3, 16(sp)\n\tsw t4, 20(sp)\n\tsw t5, 24(sp)\n\tsw t6, 28(sp)\n\t"
                     "sw a0, 32(sp)\n\tsw a1, 36(sp)\n\tsw a2, 40(sp)\n\tsw a3, 44(sp)\n\t"
                     "sw a4, 48(sp)\n\tsw a5, 52(sp)\n\tsw a6, 56(sp)\n\tsw a7, 60(sp)\n\t"
                     "csrr a0, mcause\n\tcsrr a1, mepc\n\tmv a2, sp\n\tcsrr t0, mstatus\n\t"
                     "sw a1, 64(sp)\n\tsw t0, 68(sp)\n\t"
                     "call ct_trap\n\t"
                     "lw a1, 64(sp)\n\tlw t0, 68(sp)\n\tcsrw mepc, a1\n\tcsrw mstatus, t0\n\t"
                     "lw ra, 0(sp)\n\tlw t0, 4(sp)\n\tlw t1, 8(sp)\n\tlw t2, 12(sp)\n\t"
                     "lw t3, 16(sp)\n\tlw t4, 20(sp)\n\tlw t5, 24(sp)\n\tlw t6, 28(sp)\n\t"
                     "lw a0, 32(sp)\n\tlw a1, 36(sp)\n\tlw a2, 40(sp)\n\tlw a3, 44(sp)\n\t"
                     "lw a4, 48(sp)\n\tlw a5, 52(sp)\n\tlw a6, 56(sp)\n\tlw a7, 60(sp)\n\t"
                     "addi sp, sp, 80\n\t"
                     "mret\n"
                     "1:\tla sp, __stack_top\n\t"
                     "j ct_stack_overflow");
}

_Noreturn void Reset_Handler(void);
__attribute__((naked, section(".vectors"))) _Noreturn void Reset_Handler(void) {
    __asm__ volatile(".option push\n\t.option norelax\n\t"
                     "la gp, __global_pointer\n\t"
                     ".option pop\n\t"
                     "la sp, __stack_top\n\t"
                     "la t0, ct_trap_entry\n\t"
                     "csrw mtvec, t0\n\t"
                     "j ct_start");
}
