// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Interrupts of the nRF51822 (nRF51 Series Reference Manual 3.0, section 9: the number of a
/// peripheral's interrupt is its ID, bits 12 to 18 of its address).
#ifndef CORTEN_DEVICE_H
#define CORTEN_DEVICE_H

#define CT_DEVICE_PRIORITY_BITS   2
#define CT_DEVICE_INTERRUPT_COUNT 26

/// X(name, number), ascending.
#define CT_DEVICE_INTERRUPTS(X)                                                                    \
    X(POWER_CLOCK, 0) X(RADIO, 1) X(UART0, 2) X(SPI0_TWI0, 3) X(SPI1_TWI1, 4) X(GPIOTE, 6)         \
    X(ADC, 7) X(TIMER0, 8) X(TIMER1, 9) X(TIMER2, 10) X(RTC0, 11) X(TEMP, 12) X(RNG, 13)           \
    X(ECB, 14) X(CCM_AAR, 15) X(WDT, 16) X(RTC1, 17) X(QDEC, 18) X(LPCOMP, 19) X(SWI0, 20)         \
    X(SWI1, 21) X(SWI2, 22) X(SWI3, 23) X(SWI4, 24) X(SWI5, 25)

#define CT_IRQ_(name, number) name##_IRQn = (number), name##_is_an_interrupt_of_this_chip = 1,
enum { CT_DEVICE_INTERRUPTS(CT_IRQ_) };
#undef CT_IRQ_

#endif
