// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Interrupts of the LM3S6965 (Stellaris LM3S6965 data sheet, DS-LM3S6965-12746.2515, table 2-9).
#ifndef CORTEN_DEVICE_H
#define CORTEN_DEVICE_H

#define CT_DEVICE_PRIORITY_BITS   3
#define CT_DEVICE_INTERRUPT_COUNT 44

/// X(name, number), ascending.
#define CT_DEVICE_INTERRUPTS(X)                                                                    \
    X(GPIOA, 0) X(GPIOB, 1) X(GPIOC, 2) X(GPIOD, 3) X(GPIOE, 4) X(UART0, 5) X(UART1, 6)            \
    X(SSI0, 7) X(I2C0, 8) X(PWM_FAULT, 9) X(PWM0, 10) X(PWM1, 11) X(PWM2, 12) X(QEI0, 13)          \
    X(ADC0, 14) X(ADC1, 15) X(ADC2, 16) X(ADC3, 17) X(WATCHDOG, 18) X(TIMER0A, 19)                 \
    X(TIMER0B, 20) X(TIMER1A, 21) X(TIMER1B, 22) X(TIMER2A, 23) X(TIMER2B, 24) X(COMP0, 25)        \
    X(COMP1, 26) X(SYSCTL, 28) X(FLASH_CTRL, 29) X(GPIOF, 30) X(GPIOG, 31) X(UART2, 33)            \
    X(TIMER3A, 35) X(TIMER3B, 36) X(I2C1, 37) X(QEI1, 38) X(ETHERNET, 42) X(HIBERNATE, 43)

#define CT_IRQ_(name, number) name##_IRQn = (number), name##_is_an_interrupt_of_this_chip = 1,
enum { CT_DEVICE_INTERRUPTS(CT_IRQ_) };
#undef CT_IRQ_

#endif
