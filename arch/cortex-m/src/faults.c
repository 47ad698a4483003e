// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What is wrong, in words: a HardFault (on which every other fault is escalated, since none is
// enabled on its own) and an interrupt without a handler become a panic record.
// Facts: ARMv7-M ARM (DDI 0403E) B3.2.15 to B3.2.18, ARMv8-M ARM (DDI 0553) D1.2.

#include <corten/cortex_m.h>
#include <corten/device.h>
#include <corten/panic.h>
#include "panic_port.h"

#ifndef CT_DEVICE_INTERRUPT_COUNT // the linker script says that the list is missing
#    define CT_DEVICE_INTERRUPT_COUNT 0
#endif

enum { FRAME_WORDS = 8, ROOM_FOR_REPORT = 256, UNKNOWN = 0xFFFF };
_Static_assert(sizeof((struct ct_panic_record){0}.registers) == FRAME_WORDS * 4, "a frame fits");

void Reset_Handler(void);
extern uint32_t __stack_limit[], __stack_top[];

static const char no_thumb_bit[] = "call of a null pointer, or of one without the Thumb bit";

#if CT_PORT_HAS_BASEPRI
static const struct {
    uint32_t bits;
    const char *reason;
} reasons[] = {
    {1u << 20 | 1u << 12 | 1u << 4, "stack overflow"},
    {1u << 17, "instruction in a state that this core has not"},
    {1u << 16, "undefined instruction"},
    {1u << 19, "coprocessor instruction while it is off"},
    {1u << 18, "return from an exception with a broken stack"},
    {1u << 24, "unaligned access"},
    {1u << 25, "division by zero"},
    {1u << 8 | 1u << 0, "execution of a bad address"},
    {1u << 9, "access to a bad address"},
    {1u << 10, "write to a bad address, noticed some instructions later"},
    {1u << 1, "access to a protected address"},
    {1u << 11 | 1u << 3, "broken stack at the return from an exception"},
    {1u << 13 | 1u << 5, "stack overflow while saving the floating-point registers"},
};

static const char *reason_of(struct ct_panic_record *record) {
    const uint32_t status = CT_SCB_CFSR;
    // Whatever else is wrong with such an address: the emulator reports a misaligned one first.
    if (!(record->registers[CT_PANIC_XPSR] & 1u << 24)) return no_thumb_bit;
    if (status & 1u << 15) record->address = CT_SCB_BFAR;
    if (status & 1u << 7) record->address = CT_SCB_MMFAR;
    for (size_t i = 0; i < CT_COUNT(reasons); i++)
        if (status & reasons[i].bits) return reasons[i].reason;
    if (CT_SCB_HFSR & 1u << 1) return "the vector table could not be read";
    return "hard fault of unknown reason";
}

/// Inside or below the guard at the low end of the stack, a bad access is an overflow.
static bool is_below_stack(uint32_t address) {
    const uint32_t limit = (uint32_t)__stack_limit;
    return address && address < limit && address + 1024u > limit;
}

/// Where the stack does not tell whom the fault has interrupted, the interrupts that are active
/// do: the most urgent of them ran. 0: none, so it was the main program.
static uint32_t interrupted(void) {
    uint32_t found = 0, priority = 256;
    static const struct {
        uint8_t bit, exception;
    } core[] = {{7, 11}, {8, 12}, {10, 14}, {11, 15}}; // SVC, DebugMon, PendSV, SysTick
    for (size_t i = 0; i < CT_COUNT(core); i++) {
        const uint8_t exception = core[i].exception;
        if ((CT_SCB_SHCSR >> core[i].bit & 1u) && CT_SCB_SHPR[exception - 4] < priority) {
            priority = CT_SCB_SHPR[exception - 4];
            found = exception;
        }
    }
    for (uint32_t irq = 0; irq != CT_DEVICE_INTERRUPT_COUNT; irq++) {
        if ((CT_NVIC_IABR(irq / 32) >> irq % 32 & 1u) && CT_NVIC_IPR[irq] < priority) {
            priority = CT_NVIC_IPR[irq];
            found = irq + 16;
        }
    }
    return found;
}
#else
/// ARMv6-M has no status registers: the frame must do.
static const char *reason_of(struct ct_panic_record *record) {
    if (!(record->registers[CT_PANIC_XPSR] & 1u << 24))
        return no_thumb_bit;
    return "access to a bad or unaligned address, or an undefined instruction";
}
static bool is_below_stack(uint32_t address) { return (void)address, false; }
/// Nor registers that tell what is active.
static uint32_t interrupted(void) { return UNKNOWN; }
#endif

/// Reset_Handler() ends in `udf #0xFF`. Only there is it safe to read at any pc.
static bool main_returned(uint32_t pc) {
    const uint32_t start = (uint32_t)Reset_Handler & ~1u;
    return pc >= start && pc < start + 256u && *(const uint16_t *)pc == 0xDEFF;
}

/// On a stack of its own choice (see HardFault_Handler). `frame` is where the core says that it
/// saved r0–r3, r12, lr, pc and xpsr; below the stack nothing could be saved.
static CT_USED _Noreturn void ct_fault(const uint32_t *frame) {
    struct ct_panic_record record = {0};
    // The limit register of Armv8-M stops at the limit and saves nothing there.
    const bool saved = frame > __stack_limit && frame + FRAME_WORDS <= __stack_top;
    if (saved)
        for (unsigned i = 0; i < FRAME_WORDS; i++) record.registers[i] = frame[i];
    record.message = reason_of(&record);
    if (main_returned(record.registers[CT_PANIC_PC])) record.message = "main() returned";
    if (!saved || is_below_stack(record.address)) record.message = "stack overflow";
    const uint32_t who = saved ? record.registers[CT_PANIC_XPSR] & 0x1FFu : interrupted();
    record.exception = who == UNKNOWN ? 0 : who;
    record.task = who == UNKNOWN ? "unknown: its stack is gone" : ct_task_in_exception_(who);
    ct_panic_with(&record);
}

void HardFault_Handler(void);
__attribute__((naked)) void HardFault_Handler(void) {
    // With too little stack left to report, begin again at its top: what lies there is lost, but
    // nobody returns to it. The limit register of ARMv8-M must not fire a second time.
    __asm__ volatile("mov r0, sp\n\t"
                     "ldr r1, 1f\n\t"
                     "cmp r0, r1\n\t"
                     "bhs 2f\n\t"
                     "ldr r1, 3f\n\t"
                     "mov sp, r1\n"
                     "2:\tbl ct_fault\n\t"
                     ".balign 4\n"
                     "1:\t.word __stack_limit + %c0\n"
                     "3:\t.word __stack_top\n" ::"i"(ROOM_FOR_REPORT));
}

void ct_unhandled_interrupt(void);
void ct_unhandled_interrupt(void) {
    struct ct_panic_record record = {0};
    record.message = "an interrupt without a handler";
    record.exception = ct_panic_port_exception();
    record.task = ct_task_in_exception_(record.exception);
    ct_panic_with(&record);
}
