// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Interrupt lines without peripherals, for tests that pend them.
#ifndef CORTEN_DEVICE_H
#define CORTEN_DEVICE_H

#ifdef __ARM_ARCH_6M__
#    define CT_DEVICE_PRIORITY_BITS 2
#else
#    define CT_DEVICE_PRIORITY_BITS 8
#endif
#define CT_DEVICE_INTERRUPT_COUNT 8
#define CT_DEVICE_INTERRUPTS(X)                                                                    \
    X(LINE0, 0) X(LINE1, 1) X(LINE2, 2) X(LINE3, 3) X(LINE4, 4) X(LINE5, 5) X(LINE6, 6) X(LINE7, 7)

#define CT_IRQ_(name, number) name##_IRQn = (number), name##_is_an_interrupt_of_this_chip = 1,
enum { CT_DEVICE_INTERRUPTS(CT_IRQ_) };
#undef CT_IRQ_

#endif
