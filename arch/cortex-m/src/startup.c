// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// From reset to main(). The stack pointer is set by the hardware from the vector table.

#include <corten/cortex_m.h>

extern uint32_t __data_start[], __data_end[], __bss_end[];
extern const char __data_load_offset[]; // of the image in flash from the place in RAM
#ifdef CT_HAS_CCM
extern uint32_t __ccm_data_start[], __ccm_data_end[], __ccm_bss_end[];
extern const char __ccm_data_load_offset[];
#endif

/// Of size 0: it makes the stack's section a writable one, which lld does not see by itself.
static CT_USED char stack_begin[0] __attribute__((section(".noinit.stack")));

int main(void);

/// Copies [start, data_end) from flash and zeroes what follows up to bss_end. One loop for both is
/// the smallest; the assembly keeps compilers from making it larger, or a call of memcpy.
ct_inline void initialise(uint32_t *start, const uint32_t *data_end, const uint32_t *bss_end,
                          uintptr_t load_offset) {
    for (uint32_t *to = start; to < bss_end;) {
        uint32_t value;
        __asm__("" : "+r"(load_offset)); // keeps it an offset: a second pointer costs a register
        __asm__ volatile("movs %0, #0" : "=l"(value)::"cc"); // then one conditional load
        if (to < data_end) value = *(const uint32_t *)((uintptr_t)to + load_offset);
        __asm__ volatile("stmia %0!, {%1}" : "+l"(to) : "l"(value) : "memory"); // *to++ = value
    }
}

_Noreturn void Reset_Handler(void);
_Noreturn void Reset_Handler(void) {
#ifdef CT_STACK_LIMIT_REGISTER // ARMv8-M mainline: the core itself checks the stack
    extern uint32_t __stack_limit[];
    __asm__ volatile("msr msplim, %0" ::"r"(__stack_limit));
#endif
#ifdef CT_STACK_GUARD // 32 bytes below the stack that nobody may touch; a handler of HardFault may
    extern uint32_t __stack_guard[];
    if (CT_MPU_TYPE >> 8 & 0xFFu) { // the last region wins over the application's own
        CT_MPU_RBAR = (uint32_t)__stack_guard | CT_MPU_RBAR_VALID | 7u;
        CT_MPU_RASR = CT_MPU_RASR_NO_EXECUTE | CT_MPU_RASR_ENABLE |
                      (CT_STACK_GUARD == 32 ? CT_MPU_RASR_32 : CT_MPU_RASR_FIRST_EIGHTH_OF_256);
        CT_MPU_CTRL = CT_MPU_CTRL_ENABLE | CT_MPU_CTRL_DEFAULT_MAP;
        __asm__ volatile("dsb\n\tisb" ::: "memory");
    }
#endif
#ifdef CT_VECTORS_MOVED // behind a boot loader
    extern const uint32_t __vectors[];
    CT_SCB_VTOR = (uint32_t)__vectors;
#endif
#if defined __ARM_FP
    CT_SCB_CPACR |= 0xFu << 20; // full access to CP10 and CP11 (DDI 0403E, B3.2.20)
    __asm__ volatile("dsb\n\tisb" ::: "memory");
#endif
    initialise(__data_start, __data_end, __bss_end, (uintptr_t)__data_load_offset);
#ifdef CT_HAS_CCM
    initialise(__ccm_data_start, __ccm_data_end, __ccm_bss_end,
               (uintptr_t)__ccm_data_load_offset);
#endif
    main();
    __asm__ volatile("udf #0xFF"); // main() returned: faults.c knows this instruction
    __builtin_unreachable();
}
