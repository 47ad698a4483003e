// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Port to a native process: a model of an interrupt controller with priorities, pending bits,
/// preemption and ceilings, and virtual time. The same application runs here, under a debugger and
/// the sanitizers. The contract is the one in arch/README.md.
///
/// A handler runs as a call from the point where the chip would take the interrupt: where one is
/// pended, unmasked, let through by the end of a lock, or becomes due while the process sleeps or
/// waits. Between such points nothing preempts: races inside a task are for the emulator's tests.
#ifndef CORTEN_PORT_H
#define CORTEN_PORT_H

#include <corten/compiler.h>
#include <corten/device.h>

/// Exceptions of the core to which a task can be bound, numbered as on a Cortex-M.
enum { PendSV_IRQn = -2, SysTick_IRQn = -1 };
enum { PendSV_is_an_interrupt_of_this_chip = 1, SysTick_is_an_interrupt_of_this_chip = 1 };
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
};

#define CT_PORT_PRIORITY_BITS CT_DEVICE_PRIORITY_BITS
#define CT_PORT_LEVELS        (1 << CT_PORT_PRIORITY_BITS)

typedef uint32_t ct_port_mask_t;

/// Masks all interrupts; returns the state before.
ct_port_mask_t ct_port_mask(void);

/// Back to a state that ct_port_mask() returned; what waited runs now.
void ct_port_unmask(ct_port_mask_t before);

void ct_port_mask_all(void);
void ct_port_unmask_all(void);

/// What a lock must restore.
struct ct_port_lock {
    uint32_t before;
};

/// Keeps every task up to level `ceiling` from running; only ever raises.
struct ct_port_lock ct_port_raise(unsigned ceiling, uint32_t sources);

/// Ends what ct_port_raise() began; what waited runs now.
void ct_port_lower(struct ct_port_lock lock, unsigned ceiling, uint32_t sources);

/// Makes an interrupt pending; where it may preempt, it has run before the next statement.
void ct_port_pend(int irq);
ct_inline void ct_port_post(int irq) { ct_port_pend(irq); }

/// Gives an interrupt the priority of a level and lets it through.
void ct_port_enable(int irq, unsigned level);
bool ct_port_is_enabled(int irq);
ct_inline void ct_port_start(void) {}

/// A tick of virtual time every `cycles` of a clock of 1 GHz.
void SysTick_tick_start(uint32_t cycles);
ct_inline void SysTick_tick_acknowledge(void) {}
#define SysTick_tick_most_cycles UINT32_MAX

/// Sleeps: virtual time goes on to the next event. Thread mode.
void ct_port_wait(void);

/// Inside a busy wait: virtual time goes on by a microsecond.
void ct_port_relax(void);

#endif
