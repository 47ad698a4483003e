// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Where the drivers that all STM32 share (<corten/gpio.h>, <corten/exti.h>) find what differs: here
/// as the STM32F401 has it. Not for applications.
///
///     CT_STM32_ENABLE_PORT(2);                       // port C gets its clock
#ifndef CORTEN_STM32_H
#define CORTEN_STM32_H

#include <corten/registers.h>

/// Address of port A; each port takes 0x400.
#define CT_STM32_PORTS_AT 0x40020000u
/// Letters of the ports; port H, whose pins 0 and 1 are those of the crystal, is left out.
#define CT_STM32_PORTS "ABCDE"
/// Sets bit `index` of the register that gives the ports their clock, and reads it back, since a
/// port answers two cycles later only (RM0368, 6.3.9).
#define CT_STM32_ENABLE_PORT(index)                                                                \
    do {                                                                                           \
        reg_write_raw(RCC->AHB1ENR, reg_raw(RCC->AHB1ENR) | 1u << (index));                                \
        (void)reg_raw(RCC->AHB1ENR);                                                                  \
    } while (0)
/// Register of the lines 0 to 31: IMR, RTSR, FTSR, PR.
#define CT_STM32_EXTI(name) (EXTI->name)

/// Limits of the clock tree (RM0368, 6.2 and 6.3.2; DS9716, table 14), in MHz.
#define CT_STM32_MOST_CORE_MHZ 84
#define CT_STM32_MOST_APB1_MHZ 42
#define CT_STM32_MOST_APB2_MHZ 84
#define CT_STM32_LEAST_VCO_MHZ 192
#define CT_STM32_LEAST_PLL_N   192

/// Sectors of the flash of the largest variant, 512 KiB (RM0368, table 5).
#define CT_STM32_FLASH_SECTORS 8

#endif
