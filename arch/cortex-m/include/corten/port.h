// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Port to Cortex-M: masks, locks, pending, enabling, sleeping. Everything is inline; the contract
/// is the one in arch/README.md.
///
///     ct_port_mask_t before = ct_port_mask();     // PRIMASK
///     ct_port_pend(EXTI0_IRQn);
///     ct_port_unmask(before);                     // EXTI0's handler runs here
#ifndef CORTEN_PORT_H
#define CORTEN_PORT_H

#include <corten/cortex_m.h>
#include <corten/device.h>

#define CT_PORT_CORTEX_M 1

/// Exceptions of the core to which a task can be bound, numbered as in CMSIS: SVC (the instruction
/// `svc`), PendSV, SysTick, and where there is BASEPRI the faults MemManage, BusFault and UsageFault.
/// An `svc`, or a fault, where its task may not preempt (in a lock up to its priority, in
/// CT_CRITICAL, in init) is a HardFault: the core knows no later for what the next instruction
/// depends on. NMI and HardFault have no priority that a ceiling could reach; DebugMon is the
/// debugger's.
enum {
    NMI_IRQn = -14,
    HardFault_IRQn = -13,
    MemManage_IRQn = -12,
    BusFault_IRQn = -11,
    UsageFault_IRQn = -10,
    SecureFault_IRQn = -9,
    SVC_IRQn = -5,
    DebugMon_IRQn = -4,
    PendSV_IRQn = -2,
    SysTick_IRQn = -1
};
enum {
    NMI_is_an_interrupt_of_this_chip = 0,
    HardFault_is_an_interrupt_of_this_chip = 0,
    MemManage_is_an_interrupt_of_this_chip = CT_PORT_HAS_BASEPRI,
    BusFault_is_an_interrupt_of_this_chip = CT_PORT_HAS_BASEPRI,
    UsageFault_is_an_interrupt_of_this_chip = CT_PORT_HAS_BASEPRI,
    SecureFault_is_an_interrupt_of_this_chip = 0,
    SVC_is_an_interrupt_of_this_chip = 1,
    DebugMon_is_an_interrupt_of_this_chip = 0,
    PendSV_is_an_interrupt_of_this_chip = 1,
    SysTick_is_an_interrupt_of_this_chip = 1
};

/// The bits that tasks use. ARMv6-M has two (DDI 0419E, B1.5.4). Where all 8 are implemented, the
/// lowest is a sub-priority whatever PRIGROUP says (DDI 0403E, B1.5.4).
#if !CT_PORT_HAS_BASEPRI
#    define CT_PORT_PRIORITY_BITS 2
#elif CT_DEVICE_PRIORITY_BITS > 5 // 32 levels are enough; the upper bits decide alone
#    define CT_PORT_PRIORITY_BITS 5
#else
#    define CT_PORT_PRIORITY_BITS CT_DEVICE_PRIORITY_BITS
#endif

/// Tasks have the levels 1 (lowest) to CT_PORT_LEVELS (highest).
#define CT_PORT_LEVELS (1 << CT_PORT_PRIORITY_BITS)

/// A level as the hardware wants it: 0 is the most urgent, in the implemented bits.
#define CT_PORT_PRIORITY_(level)                                                                   \
    ((uint32_t)(CT_PORT_LEVELS - (int)(level)) << (8 - CT_PORT_PRIORITY_BITS))

/* ---- everything masked */

typedef uint32_t ct_port_mask_t;

/// Masks all interrupts; returns the state before.
ct_inline ct_port_mask_t ct_port_mask(void) {
    ct_port_mask_t before;
    __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(before)::"memory");
    return before;
}

/// Back to a state that ct_port_mask() returned.
ct_inline void ct_port_unmask(ct_port_mask_t before) {
    __asm__ volatile("msr primask, %0" ::"r"(before) : "memory");
}

ct_inline void ct_port_mask_all(void) { __asm__ volatile("cpsid i" ::: "memory"); }
ct_inline void ct_port_unmask_all(void) { __asm__ volatile("cpsie i" ::: "memory"); }

/* ---- a ceiling: what is above it goes on */

/// What a lock must restore.
struct ct_port_lock {
    uint32_t before;
};

/// Keeps every task up to level `ceiling` from running. `sources`: the interrupts of these tasks
/// as bits, for cores without BASEPRI, or all ones when a core exception is among them.
/// It only ever raises: a lock inside a lock with a higher ceiling changes nothing (BASEPRI_MAX;
/// by words ANDed with what was enabled). The clobbers keep the guarded accesses inside.
ct_inline struct ct_port_lock ct_port_raise(unsigned ceiling, uint32_t sources) {
    struct ct_port_lock lock;
#if CT_PORT_HAS_BASEPRI
    (void)sources;
    if (ceiling < CT_PORT_LEVELS) {
        __asm__ volatile("mrs %0, basepri" : "=r"(lock.before)::"memory");
#    ifdef CT_DEVICE_ERRATUM_837070
        // Cortex-M7 r0p0, r0p1: an interrupt that the write masks can still be taken once
        const ct_port_mask_t mask = ct_port_mask();
        __asm__ volatile("msr basepri_max, %0" ::"r"(CT_PORT_PRIORITY_(ceiling)) : "memory");
        ct_port_unmask(mask);
#    else
        __asm__ volatile("msr basepri_max, %0" ::"r"(CT_PORT_PRIORITY_(ceiling)) : "memory");
#    endif
    } else { // BASEPRI = 0 means unmasked, not the highest level
        lock.before = ct_port_mask();
    }
#else
    (void)ceiling;
    if (sources != ~0u) {
        lock.before = CT_NVIC_ISER(0) & sources;
        CT_NVIC_ICER(0) = sources;
        __asm__ volatile("dsb\n\tisb" ::: "memory"); // from here on none of them is taken
    } else {
        lock.before = ct_port_mask();
    }
#endif
    return lock;
}

/// Ends what ct_port_raise() with the same arguments began.
ct_inline void ct_port_lower(struct ct_port_lock lock, unsigned ceiling, uint32_t sources) {
#if CT_PORT_HAS_BASEPRI
    (void)sources;
    if (ceiling < CT_PORT_LEVELS)
        __asm__ volatile("msr basepri, %0" ::"r"(lock.before) : "memory");
    else
        ct_port_unmask(lock.before);
#else
    (void)ceiling;
    if (sources != ~0u) {
        CT_COMPILER_BARRIER();
        CT_NVIC_ISER(0) = lock.before;
        __asm__ volatile("dsb\n\tisb" ::: "memory"); // what waited runs before the next statement
    } else {
        ct_port_unmask(lock.before);
    }
#endif
}

/* ---- interrupts */

/// Makes an interrupt pending, without waiting for it.
ct_inline void ct_port_post(int irq) {
    CT_COMPILER_BARRIER();
    if (irq == SysTick_IRQn)
        CT_SCB_ICSR = CT_ICSR_PEND_SYSTICK;
    else if (irq == PendSV_IRQn)
        CT_SCB_ICSR = CT_ICSR_PEND_PENDSV;
    else if (irq < 0) // on ARMv6-M only a debugger can: there, `svc` is the way (DDI 0419E, B3.2.9)
        CT_SCB_SHCSR |= irq == SVC_IRQn          ? CT_SHCSR_PEND_SVC
                        : irq == MemManage_IRQn  ? CT_SHCSR_PEND_MEM_MANAGE
                        : irq == BusFault_IRQn   ? CT_SHCSR_PEND_BUS_FAULT
                        : irq == UsageFault_IRQn ? CT_SHCSR_PEND_USAGE_FAULT
                                                 : 0u;
    else
        CT_NVIC_ISPR((unsigned)irq >> 5) = 1u << ((unsigned)irq & 31u);
    CT_COMPILER_BARRIER();
}

/// Makes an interrupt pending; where it may preempt, it has run before the next statement.
ct_inline void ct_port_pend(int irq) {
    ct_port_post(irq);
    __asm__ volatile("dsb\n\tisb" ::: "memory");
}

/// Gives an interrupt the priority of a level and lets it through.
ct_inline void ct_port_enable(int irq, unsigned level) {
    const uint32_t priority = CT_PORT_PRIORITY_(level);
#if CT_PORT_HAS_BASEPRI
    if (irq < 0)
        CT_SCB_SHPR[irq + 16 - 4] = (uint8_t)priority;
    if (irq >= MemManage_IRQn && irq <= UsageFault_IRQn)
        CT_SCB_SHCSR |= (uint32_t)CT_SHCSR_ENABLE_MEM_MANAGE << (irq - MemManage_IRQn);
    if (irq >= 0)
        CT_NVIC_IPR[irq] = (uint8_t)priority;
#else // words only (DDI 0419E, B3.4.1); the place is 0 after reset and written once
    volatile uint32_t *word = irq < 0 ? (volatile uint32_t *)&CT_SCB_SHPR[(irq + 16 - 4) & ~3]
                                      : (volatile uint32_t *)&CT_NVIC_IPR[irq & ~3];
    *word |= priority << (((unsigned)irq & 3u) * 8u);
#endif
    if (irq >= 0) CT_NVIC_ISER((unsigned)irq >> 5) = 1u << ((unsigned)irq & 31u);
}

/// Whether ct_port_enable() was called for an interrupt; not for core exceptions.
ct_inline bool ct_port_is_enabled(int irq) {
    return irq >= 0 && CT_NVIC_ISER((unsigned)irq >> 5) >> ((unsigned)irq & 31u) & 1u;
}

/// Before the first ct_port_enable(): no priority bit is a sub-priority.
ct_inline void ct_port_start(void) {
#if CT_PORT_HAS_BASEPRI
    CT_SCB_AIRCR = CT_AIRCR_KEY;
#endif
}

/* ---- the tick of a monotonic, on SysTick */

/// From now on SysTick's handler runs every `cycles` of the core clock (2 to 2^24).
ct_inline void SysTick_tick_start(uint32_t cycles) {
    CT_SYSTICK_LOAD = cycles - 1u;
    CT_SYSTICK_VAL = 0;
    CT_SYSTICK_CTRL = CT_SYSTICK_ENABLE | CT_SYSTICK_INTERRUPT | CT_SYSTICK_CORE_CLOCK;
}
enum { SysTick_tick_most_cycles = 1 << 24 };

/// At the start of its handler: the hardware has done it.
ct_inline void SysTick_tick_acknowledge(void) {}

/* ---- waiting */

/// Sleeps until an interrupt has run. Thread mode.
ct_inline void ct_port_wait(void) { __asm__ volatile("wfi" ::: "memory"); }

/// Inside a busy wait.
ct_inline void ct_port_relax(void) { CT_COMPILER_BARRIER(); }

#endif
