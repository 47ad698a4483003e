// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Port to RV32 with a CLINT and a PLIC, machine mode, one hart. The contract is the one in
/// arch/README.md.
///
/// Neither has lines that software can pend at several priorities, so the lines are kept in RAM
/// (struct ct_riscv): a pended line sets its bit and raises the CLINT's software interrupt, whose
/// handler runs the highest line above the current level, with interrupts on again. Sources of
/// the PLIC come the same way; the PLIC's threshold follows the current level, so that lower ones
/// do not even interrupt. A lock is a store to the current level. The addresses are those that
/// SiFive's FE310 and QEMU's machines share; a test compares them with their descriptions.
#ifndef CORTEN_PORT_H
#define CORTEN_PORT_H

#include <corten/compiler.h>
#include <corten/device.h>

#define CT_PORT_RISCV 1

/// Tasks have the levels 1 (lowest) to 7: the priorities of the PLIC.
#define CT_PORT_LEVELS 7

/// SysTick is the machine timer; there is no PendSV. Lines above the PLIC's are software's.
enum { SysTick_IRQn = 0 };
enum { SysTick_is_an_interrupt_of_this_chip = 1 };
// Exceptions that only Cortex-M cores have: a task that is bound to one is refused by name.
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
};
enum {
    NMI_is_an_interrupt_of_this_chip = 0,
    HardFault_is_an_interrupt_of_this_chip = 0,
    MemManage_is_an_interrupt_of_this_chip = 0,
    BusFault_is_an_interrupt_of_this_chip = 0,
    UsageFault_is_an_interrupt_of_this_chip = 0,
    SecureFault_is_an_interrupt_of_this_chip = 0,
    SVC_is_an_interrupt_of_this_chip = 0,
    DebugMon_is_an_interrupt_of_this_chip = 0,
    PendSV_is_an_interrupt_of_this_chip = 0,
};
_Static_assert(CT_DEVICE_INTERRUPT_COUNT <= 32, "the pending lines are one word");

struct ct_riscv {
    volatile uint32_t pending;           ///< a bit a line
    volatile uint32_t current;           ///< level that runs, or that a lock has raised to
    uint32_t enabled;                    ///< a bit a line
    uint32_t at_level[CT_PORT_LEVELS + 1]; ///< the enabled lines of each level
};
extern struct ct_riscv ct_riscv;

#define CT_CLINT_MSIP     (*(volatile uint32_t *)0x02000000u)
#define CT_CLINT_MTIMECMP ((volatile uint32_t *)0x02004000u)
#define CT_CLINT_MTIME    ((volatile uint32_t *)0x0200BFF8u)
#define CT_PLIC_PRIORITY  ((volatile uint32_t *)0x0C000000u)
#define CT_PLIC_ENABLE    ((volatile uint32_t *)0x0C002000u)
#define CT_PLIC_THRESHOLD (*(volatile uint32_t *)0x0C200000u)
#define CT_PLIC_CLAIM     (*(volatile uint32_t *)0x0C200004u)

/* ---- everything masked */

typedef uint32_t ct_port_mask_t;

/// Masks all interrupts; returns the state before.
ct_inline ct_port_mask_t ct_port_mask(void) {
    ct_port_mask_t before;
    __asm__ volatile("csrrci %0, mstatus, 8" : "=r"(before)::"memory");
    return before;
}

/// Back to a state that ct_port_mask() returned.
ct_inline void ct_port_unmask(ct_port_mask_t before) {
    __asm__ volatile("csrs mstatus, %0" ::"r"(before & 8u) : "memory");
}
ct_inline void ct_port_mask_all(void) { __asm__ volatile("csrci mstatus, 8" ::: "memory"); }
ct_inline void ct_port_unmask_all(void) { __asm__ volatile("csrsi mstatus, 8" ::: "memory"); }

/* ---- a ceiling */

/// What a lock must restore.
struct ct_port_lock {
    uint32_t before;
};

/// Raises the software interrupt; it has run before the next statement where it may. The read back
/// waits for the store, and the write of a CSR that nobody uses ends the emulator's block.
ct_inline void ct_port_software_interrupt_(void) {
    CT_CLINT_MSIP = 1;
    (void)CT_CLINT_MSIP;
    __asm__ volatile("csrw mscratch, zero" ::: "memory");
}

/// Keeps every task up to level `ceiling` from running; only ever raises.
ct_inline struct ct_port_lock ct_port_raise(unsigned ceiling, uint32_t sources) {
    (void)sources;
    const struct ct_port_lock lock = {ct_riscv.current};
    if (ceiling > lock.before) {
        ct_riscv.current = ceiling;
        CT_PLIC_THRESHOLD = ceiling;
    }
    CT_COMPILER_BARRIER();
    return lock;
}

/// Ends what ct_port_raise() began; what waited runs now.
ct_inline void ct_port_lower(struct ct_port_lock lock, unsigned ceiling, uint32_t sources) {
    (void)ceiling;
    (void)sources;
    CT_COMPILER_BARRIER();
    ct_riscv.current = lock.before;
    CT_PLIC_THRESHOLD = lock.before;
    if (ct_riscv.pending) ct_port_software_interrupt_();
}

/* ---- interrupts */

/// Makes a line pending; where it may preempt, it has run before the next statement.
ct_inline void ct_port_pend(int irq) {
    CT_COMPILER_BARRIER();
    __atomic_fetch_or(&ct_riscv.pending, 1u << ((unsigned)irq & 31u), __ATOMIC_RELAXED);
    ct_port_software_interrupt_();
}
ct_inline void ct_port_post(int irq) { ct_port_pend(irq); }

/// Gives a line a level and lets it through. Interrupts must be masked.
void ct_port_enable(int irq, unsigned level);
ct_inline bool ct_port_is_enabled(int irq) { return ct_riscv.enabled >> ((unsigned)irq & 31u) & 1u; }

/// Before the first ct_port_enable().
void ct_port_start(void);

/* ---- the tick of a monotonic, on the machine timer */

/// From now on SysTick's handler runs every `cycles` of mtime.
void SysTick_tick_start(uint32_t cycles);
ct_inline void SysTick_tick_acknowledge(void) {}
#define SysTick_tick_most_cycles 0x7FFFFFFF

/* ---- the same as a counter that runs freely, for <corten/tickless.h> */

/// What it showed when it was started; before that it stands at 0.
struct ct_riscv_counter {
    uint32_t base;
    bool runs;
};
extern struct ct_riscv_counter ct_riscv_counter;
void ct_riscv_counter_start(void);
/// One interrupt when the counter next reaches `at`. Interrupts masked.
void ct_riscv_counter_alarm(uint32_t at);

/* ---- waiting */

/// Sleeps until an interrupt is pending. Thread mode.
ct_inline void ct_port_wait(void) { __asm__ volatile("wfi" ::: "memory"); }
ct_inline void ct_port_relax(void) { CT_COMPILER_BARRIER(); }

#endif
