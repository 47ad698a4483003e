// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The machine that a native build pretends to be: one core, an interrupt controller with 16
/// levels, and lines under the names that boards use most.
#ifndef CORTEN_DEVICE_H
#define CORTEN_DEVICE_H

#define CT_DEVICE_PRIORITY_BITS   4
#define CT_DEVICE_INTERRUPT_COUNT 32

/// X(name, number), ascending.
#define CT_DEVICE_INTERRUPTS(X)                                                                    \
    X(GPIOA, 0) X(GPIOB, 1) X(GPIOC, 2) X(GPIOD, 3) X(GPIOE, 4) X(UART0, 5) X(UART1, 6)            \
    X(SSI0, 7) X(I2C0, 8) X(EXTI0, 9) X(EXTI1, 10) X(EXTI2, 11) X(EXTI3, 12) X(QEI0, 13)           \
    X(ADC0, 14) X(TIM2, 15) X(TIM3, 16) X(TIM4, 17) X(TIM5, 18) X(TIMER0, 19) X(TIMER1, 20)        \
    X(TIMER2, 21) X(USART1, 22) X(USART2, 23) X(SPI1, 24) X(SPI2, 25) X(DMA0, 26) X(DMA1, 27)      \
    X(RTC, 28) X(WATCHDOG, 29) X(SPARE0, 30) X(SPARE1, 31)

#define CT_IRQ_(name, number) name##_IRQn = (number), name##_is_an_interrupt_of_this_chip = 1,
enum { CT_DEVICE_INTERRUPTS(CT_IRQ_) };
#undef CT_IRQ_

#endif
