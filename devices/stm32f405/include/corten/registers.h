// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Registers of the STM32F405 that Corten's drivers use, by hand. RM0090: memory map 2.3, RCC 7.3,
/// GPIO 8.4, SYSCFG 9.2, EXTI 12.3, USART 30.6, FLASH 3.9.
///
///     CT_RCC->AHB1ENR |= 1u << 0;       // clock for port A
#ifndef CORTEN_REGISTERS_H
#define CORTEN_REGISTERS_H

#include <corten/compiler.h>

struct ct_rcc {
    volatile uint32_t CR, PLLCFGR, CFGR, CIR;
    volatile uint32_t AHB1RSTR, AHB2RSTR, AHB3RSTR, reserved1_, APB1RSTR, APB2RSTR, reserved2_[2];
    volatile uint32_t AHB1ENR, AHB2ENR, AHB3ENR, reserved3_, APB1ENR, APB2ENR;
};
#define CT_RCC ((struct ct_rcc *)0x40023800u)
enum {
    CT_RCC_CR_HSION = 1u << 0,
    CT_RCC_CR_HSIRDY = 1u << 1,
    CT_RCC_CR_HSEON = 1u << 16,
    CT_RCC_CR_HSERDY = 1u << 17,
    CT_RCC_CR_PLLON = 1u << 24,
    CT_RCC_CR_PLLRDY = 1u << 25,
    CT_RCC_PLLCFGR_SRC_HSE = 1u << 22,
    CT_RCC_CFGR_SW = 3u << 0,
    CT_RCC_CFGR_SW_PLL = 2u << 0,
    CT_RCC_CFGR_SWS = 3u << 2,
    CT_RCC_CFGR_SWS_PLL = 2u << 2,
    CT_RCC_CFGR_PRESCALERS = 0xFCF0u, ///< HPRE, PPRE1, PPRE2
    CT_RCC_APB2ENR_SYSCFG = 1u << 14,
};

struct ct_flash {
    volatile uint32_t ACR;
};
#define CT_FLASH ((struct ct_flash *)0x40023C00u)
enum {
    CT_FLASH_ACR_LATENCY = 0x7u,
    CT_FLASH_ACR_PREFETCH = 1u << 8,
    CT_FLASH_ACR_CACHES = 3u << 9, ///< instructions and data
};

/// What the drivers of all STM32 need to know of this one.
#define CT_STM32_GPIO_BASE   0x40020000u ///< port A; each takes 0x400
#define CT_STM32_GPIO_ENABLE (CT_RCC->AHB1ENR) ///< bit 0 for port A
#define CT_STM32_EXTI_BASE   0x40013C00u
#define CT_STM32_SYSCFG_BASE 0x40013800u
#define CT_STM32_PORTS       "ABCDEFGHI"

struct ct_usart_registers {
    volatile uint32_t SR, DR, BRR, CR1, CR2, CR3, GTPR;
};
enum {
    CT_USART_SR_PE = 1u << 0,
    CT_USART_SR_FE = 1u << 1,
    CT_USART_SR_NF = 1u << 2,
    CT_USART_SR_ORE = 1u << 3,
    CT_USART_SR_RXNE = 1u << 5,
    CT_USART_SR_TC = 1u << 6,
    CT_USART_SR_TXE = 1u << 7,
    CT_USART_CR1_RE = 1u << 2,
    CT_USART_CR1_TE = 1u << 3,
    CT_USART_CR1_RXNEIE = 1u << 5,
    CT_USART_CR1_TXEIE = 1u << 7,
    CT_USART_CR1_UE = 1u << 13,
};
/// (address, register and bit that gives it its clock)
#define CT_USART_OF_USART1 (0x40011000u, APB2ENR, 4)
#define CT_USART_OF_USART2 (0x40004400u, APB1ENR, 17)
#define CT_USART_OF_USART3 (0x40004800u, APB1ENR, 18)
#define CT_USART_OF_UART4  (0x40004C00u, APB1ENR, 19)
#define CT_USART_OF_UART5  (0x40005000u, APB1ENR, 20)
#define CT_USART_OF_USART6 (0x40011400u, APB2ENR, 5)

#endif
