// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Registers of the STM32L475 that Corten's drivers use, by hand. RM0351: memory map 2.2, FLASH 3.7,
/// RCC 6.4, GPIO 8.5, SYSCFG 9.2, EXTI 14.5, USART 40.8.
///
///     CT_RCC->AHB2ENR |= 1u << 0;       // clock for port A
#ifndef CORTEN_REGISTERS_H
#define CORTEN_REGISTERS_H

#include <corten/compiler.h>

struct ct_rcc {
    volatile uint32_t CR, ICSCR, CFGR, PLLCFGR, PLLSAI1CFGR, PLLSAI2CFGR, CIER, CIFR, CICR;
    volatile uint32_t reserved1_, AHB1RSTR, AHB2RSTR, AHB3RSTR, reserved2_, APB1RSTR1, APB1RSTR2;
    volatile uint32_t APB2RSTR, reserved3_, AHB1ENR, AHB2ENR, AHB3ENR, reserved4_, APB1ENR1;
    volatile uint32_t APB1ENR2, APB2ENR;
};
#define CT_RCC ((struct ct_rcc *)0x40021000u)
_Static_assert(offsetof(struct ct_rcc, AHB2ENR) == 0x4C, "");
_Static_assert(offsetof(struct ct_rcc, APB2ENR) == 0x60, "");
enum {
    CT_RCC_CR_MSION = 1u << 0,
    CT_RCC_CR_MSIRDY = 1u << 1,
    CT_RCC_CR_PLLON = 1u << 24,
    CT_RCC_CR_PLLRDY = 1u << 25,
    CT_RCC_PLLCFGR_SRC_MSI = 1u << 0,
    CT_RCC_PLLCFGR_REN = 1u << 24,
    CT_RCC_CFGR_SW = 3u << 0,
    CT_RCC_CFGR_SW_PLL = 3u << 0,
    CT_RCC_CFGR_SWS = 3u << 2,
    CT_RCC_CFGR_SWS_PLL = 3u << 2,
    CT_RCC_CFGR_PRESCALERS = 0x3FF0u, ///< HPRE, PPRE1, PPRE2
    CT_RCC_APB2ENR_SYSCFG = 1u << 0,
};

struct ct_flash {
    volatile uint32_t ACR;
};
#define CT_FLASH ((struct ct_flash *)0x40022000u)
enum {
    CT_FLASH_ACR_LATENCY = 0x7u,
    CT_FLASH_ACR_PREFETCH = 1u << 8,
};

/// What the drivers of all STM32 need to know of this one.
#define CT_STM32_GPIO_BASE   0x48000000u ///< port A; each takes 0x400
#define CT_STM32_GPIO_ENABLE (CT_RCC->AHB2ENR) ///< bit 0 for port A
#define CT_STM32_EXTI_BASE   0x40010400u ///< lines 0 to 31
#define CT_STM32_SYSCFG_BASE 0x40010000u
#define CT_STM32_PORTS       "ABCDEFGH"

struct ct_usart_registers {
    volatile uint32_t CR1, CR2, CR3, BRR, GTPR, RTOR, RQR, ISR, ICR, RDR, TDR;
};
enum {
    CT_USART_ISR_PE = 1u << 0,
    CT_USART_ISR_FE = 1u << 1,
    CT_USART_ISR_NF = 1u << 2,
    CT_USART_ISR_ORE = 1u << 3,
    CT_USART_ISR_RXNE = 1u << 5,
    CT_USART_ISR_TC = 1u << 6,
    CT_USART_ISR_TXE = 1u << 7,
    CT_USART_ICR_ERRORS = 0xFu, ///< PE FE NF ORE
    CT_USART_CR1_UE = 1u << 0,
    CT_USART_CR1_RE = 1u << 2,
    CT_USART_CR1_TE = 1u << 3,
    CT_USART_CR1_RXNEIE = 1u << 5,
    CT_USART_CR1_TXEIE = 1u << 7,
};
/// (address, register and bit that gives it its clock)
#define CT_USART_OF_USART1 (0x40013800u, APB2ENR, 14)
#define CT_USART_OF_USART2 (0x40004400u, APB1ENR1, 17)
#define CT_USART_OF_USART3 (0x40004800u, APB1ENR1, 18)
#define CT_USART_OF_UART4  (0x40004C00u, APB1ENR1, 19)
#define CT_USART_OF_UART5  (0x40005000u, APB1ENR1, 20)

#endif
