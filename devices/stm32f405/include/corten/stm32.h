// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Where the drivers that all STM32 share (<corten/gpio.h>, <corten/exti.h>) find what differs: here
/// as the STM32F405 has it. Not for applications.
///
///     CT_STM32_ENABLE_PORT(2);                       // port C gets its clock
#ifndef CORTEN_STM32_H
#define CORTEN_STM32_H

#include <corten/registers.h>

/// Address of port A; each port takes 0x400.
#define CT_STM32_PORTS_AT 0x40020000u
/// Letters of the ports.
#define CT_STM32_PORTS "ABCDEFGHI"
/// Sets bit `index` of the register that gives the ports their clock, and reads it back, since a
/// port answers two cycles later only (RM0090, 7.3.10).
#define CT_STM32_ENABLE_PORT(index)                                                                \
    do {                                                                                           \
        reg_write_raw(RCC->AHB1ENR, reg_raw(RCC->AHB1ENR) | 1u << (index));                                \
        (void)reg_raw(RCC->AHB1ENR);                                                                  \
    } while (0)
/// Register of the lines 0 to 31: IMR, RTSR, FTSR, PR.
#define CT_STM32_EXTI(name) (EXTI->name)

/// Limits of the clock tree (RM0090, 7.2 and 7.3.2; DocID022152, tables 14 and 36), in MHz.
#define CT_STM32_MOST_CORE_MHZ 168
#define CT_STM32_MOST_APB1_MHZ 42
#define CT_STM32_MOST_APB2_MHZ 84
#define CT_STM32_LEAST_VCO_MHZ 100
#define CT_STM32_LEAST_PLL_N   50

/// USART3, UART4 and UART5 besides USART1, 2 and 6.
#define CT_STM32_HAS_USART3 1

/// Sectors of the flash of the largest variant, 1 MiB (RM0090, table 5).
#define CT_STM32_FLASH_SECTORS 12

#endif
