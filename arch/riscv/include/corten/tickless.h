// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The machine timer as a counter for TICKLESS and CT_TICKLESS: MTIME, of which 32 bits are used. It
/// cannot be divided; QEMU's counts 10 MHz: `CT_TICKLESS(fine, 3, MTIME, 10000000, 10000000);`, an
/// FE310's 32,768 Hz. It is the same interrupt as SysTick's, so an application has one of them. RISC-V Privileged
/// Architecture 1.12, 3.2.1; SiFive FE310-G002 manual, 9.3.
#ifndef CORTEN_TICKLESS_H
#define CORTEN_TICKLESS_H

#include <corten/port.h>

enum { MTIME_IRQn = SysTick_IRQn, MTIME_is_an_interrupt_of_this_chip = 1 };
void MTIME_Handler(void) __asm__("SysTick_Handler");

enum { MTIME_counter_bits = 32, MTIME_counter_least = 1 };
#define MTIME_COUNTER_DIVIDES(n) ((n) == 1)
#define MTIME_COUNTER_CLAIMS

ct_inline void MTIME_counter_prepare(uint32_t divider) { (void)divider; }
ct_inline void MTIME_counter_start(void) { ct_riscv_counter_start(); }
ct_inline uint32_t MTIME_counter_read(void) {
    return ct_riscv_counter.runs ? CT_CLINT_MTIME[0] - ct_riscv_counter.base : 0;
}
ct_inline void MTIME_counter_alarm(uint32_t at) { ct_riscv_counter_alarm(at); }
ct_inline void MTIME_counter_acknowledge(void) {}

#endif
