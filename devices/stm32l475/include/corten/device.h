// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Interrupts of the STM32L475 (reference manual RM0351, table 58).
#ifndef CORTEN_DEVICE_H
#define CORTEN_DEVICE_H

#define CT_DEVICE_PRIORITY_BITS   4
#define CT_DEVICE_INTERRUPT_COUNT 82

/// X(name, number), ascending.
#define CT_DEVICE_INTERRUPTS(X)                                                                    \
    X(WWDG, 0) X(PVD_PVM, 1) X(TAMP_STAMP, 2) X(RTC_WKUP, 3) X(FLASH, 4) X(RCC, 5) X(EXTI0, 6)     \
    X(EXTI1, 7) X(EXTI2, 8) X(EXTI3, 9) X(EXTI4, 10) X(DMA1_Channel1, 11) X(DMA1_Channel2, 12)     \
    X(DMA1_Channel3, 13) X(DMA1_Channel4, 14) X(DMA1_Channel5, 15) X(DMA1_Channel6, 16)            \
    X(DMA1_Channel7, 17) X(ADC1_2, 18) X(CAN1_TX, 19) X(CAN1_RX0, 20) X(CAN1_RX1, 21)              \
    X(CAN1_SCE, 22) X(EXTI9_5, 23) X(TIM1_BRK_TIM15, 24) X(TIM1_UP_TIM16, 25)                      \
    X(TIM1_TRG_COM_TIM17, 26) X(TIM1_CC, 27) X(TIM2, 28) X(TIM3, 29) X(TIM4, 30) X(I2C1_EV, 31)    \
    X(I2C1_ER, 32) X(I2C2_EV, 33) X(I2C2_ER, 34) X(SPI1, 35) X(SPI2, 36) X(USART1, 37)             \
    X(USART2, 38) X(USART3, 39) X(EXTI15_10, 40) X(RTC_Alarm, 41) X(DFSDM1_FLT3, 42)               \
    X(TIM8_BRK, 43) X(TIM8_UP, 44) X(TIM8_TRG_COM, 45) X(TIM8_CC, 46) X(ADC3, 47) X(FMC, 48)       \
    X(SDMMC1, 49) X(TIM5, 50) X(SPI3, 51) X(UART4, 52) X(UART5, 53) X(TIM6_DAC, 54) X(TIM7, 55)    \
    X(DMA2_Channel1, 56) X(DMA2_Channel2, 57) X(DMA2_Channel3, 58) X(DMA2_Channel4, 59)            \
    X(DMA2_Channel5, 60) X(DFSDM1_FLT0, 61) X(DFSDM1_FLT1, 62) X(DFSDM1_FLT2, 63) X(COMP, 64)      \
    X(LPTIM1, 65) X(LPTIM2, 66) X(OTG_FS, 67) X(DMA2_Channel6, 68) X(DMA2_Channel7, 69)            \
    X(LPUART1, 70) X(QUADSPI, 71) X(I2C3_EV, 72) X(I2C3_ER, 73) X(SAI1, 74) X(SAI2, 75)            \
    X(SWPMI1, 76) X(TSC, 77) X(RNG, 80) X(FPU, 81)

#define CT_IRQ_(name, number) name##_IRQn = (number), name##_is_an_interrupt_of_this_chip = 1,
enum { CT_DEVICE_INTERRUPTS(CT_IRQ_) };
#undef CT_IRQ_

#endif
