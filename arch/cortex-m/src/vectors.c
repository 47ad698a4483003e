// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The vector table, from the device's interrupt list. Every handler is weak; one that nobody
// defines ends in ct_unhandled_interrupt() of faults.c, which tells which one it was, or, with
// CT_FAULTS_PLAIN, stops.

#include <corten/compiler.h>
#include <corten/device.h>

typedef void handler(void);
handler Reset_Handler, HardFault_Handler;

#ifdef CT_FAULTS_PLAIN
static CT_USED void ct_no_handler(void) {
    for (;;) CT_COMPILER_BARRIER();
}
CT_WEAK __attribute__((alias("ct_no_handler"))) handler HardFault_Handler;
#else // faults.c has the HardFault_Handler
handler ct_unhandled_interrupt;
static CT_USED void ct_no_handler(void) { ct_unhandled_interrupt(); }
#endif

#define DEFAULT(name, ...) CT_WEAK __attribute__((alias("ct_no_handler"))) handler name##_Handler;
#define CORE_EXCEPTIONS(X)                                                                         \
    X(NMI, 2) X(MemManage, 4) X(BusFault, 5) X(UsageFault, 6) X(SecureFault, 7) X(SVC, 11)         \
    X(DebugMon, 12) X(PendSV, 14) X(SysTick, 15)
CORE_EXCEPTIONS(DEFAULT)
#ifdef CT_DEVICE_INTERRUPTS
CT_DEVICE_INTERRUPTS(DEFAULT)
#else // the linker script says that the list is missing
#    define CT_DEVICE_INTERRUPTS(X)
#    define CT_DEVICE_INTERRUPT_COUNT 0
#endif

extern uint32_t __stack_top[];

#pragma GCC diagnostic ignored "-Wpragmas"
#pragma GCC diagnostic ignored "-Winitializer-overrides" // gaps first, then the entries
#pragma GCC diagnostic ignored "-Woverride-init"
#pragma GCC diagnostic ignored "-Wunknown-warning-option"

#define EXCEPTION_ENTRY(name, number) [number] = {.call = name##_Handler},
#define INTERRUPT_ENTRY(name, number) [16 + (number)] = {.call = name##_Handler},
const union {
    handler *call;
    const void *stack;
} ct_vectors[16 + CT_DEVICE_INTERRUPT_COUNT] CT_USED __attribute__((section(".vectors"))) = {
    [2 ... 16 + CT_DEVICE_INTERRUPT_COUNT - 1] = {.call = ct_no_handler},
    [0] = {.stack = __stack_top},
    [1] = {.call = Reset_Handler},
    [3] = {.call = HardFault_Handler},
    CORE_EXCEPTIONS(EXCEPTION_ENTRY)
    CT_DEVICE_INTERRUPTS(INTERRUPT_ENTRY)
};

#define EXCEPTION_NAME(name, number) [number] = #name,
#define INTERRUPT_NAME(name, number) [16 + (number)] = #name,
static const char *const names[16 + CT_DEVICE_INTERRUPT_COUNT] = {
    [0] = "the main program", [3] = "HardFault",
    CORE_EXCEPTIONS(EXCEPTION_NAME)
    CT_DEVICE_INTERRUPTS(INTERRUPT_NAME)
};

/// Name of an exception by its number in IPSR, for reports only: without them it is not linked.
const char *ct_exception_name(uint32_t exception);
const char *ct_exception_name(uint32_t exception) {
    const char *name = exception < CT_COUNT(names) ? names[exception] : NULL;
    return name ? name : "an interrupt that this chip has not";
}
