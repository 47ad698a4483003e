// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The system control space of a Cortex-M, as far as start-up, locks and faults need it.
/// Addresses: ARMv7-M Architecture Reference Manual (DDI 0403E), B3.2.2 and B3.4.3.
#ifndef CORTEN_CORTEX_M_H
#define CORTEN_CORTEX_M_H

#include <corten/compiler.h>

/// ARMv6-M and ARMv8-M baseline: no BASEPRI, no exclusive access (v6-M), priorities by words only.
#if defined __ARM_ARCH_6M__ || defined __ARM_ARCH_8M_BASE__
#    define CT_PORT_HAS_BASEPRI 0
#else
#    define CT_PORT_HAS_BASEPRI 1
#endif

#define CT_REGISTER_(address) (*(volatile uint32_t *)(address))

#define CT_SYSTICK_CTRL CT_REGISTER_(0xE000E010u)
#define CT_SYSTICK_LOAD CT_REGISTER_(0xE000E014u)
#define CT_SYSTICK_VAL  CT_REGISTER_(0xE000E018u)

#define CT_NVIC_ISER(n) CT_REGISTER_(0xE000E100u + 4u * (n))
#define CT_NVIC_ICER(n) CT_REGISTER_(0xE000E180u + 4u * (n))
#define CT_NVIC_ISPR(n) CT_REGISTER_(0xE000E200u + 4u * (n))
#define CT_NVIC_IABR(n) CT_REGISTER_(0xE000E300u + 4u * (n)) ///< not on ARMv6-M
#define CT_NVIC_IPR     ((volatile uint8_t *)0xE000E400u)

#define CT_SCB_ICSR  CT_REGISTER_(0xE000ED04u)
#define CT_SCB_VTOR  CT_REGISTER_(0xE000ED08u)
#define CT_SCB_AIRCR CT_REGISTER_(0xE000ED0Cu)
#define CT_SCB_SHPR  ((volatile uint8_t *)0xE000ED18u) ///< byte n is of exception n + 4
#define CT_SCB_SHCSR CT_REGISTER_(0xE000ED24u)
#define CT_SCB_CFSR  CT_REGISTER_(0xE000ED28u)
#define CT_SCB_HFSR  CT_REGISTER_(0xE000ED2Cu)
#define CT_SCB_MMFAR CT_REGISTER_(0xE000ED34u)
#define CT_SCB_BFAR  CT_REGISTER_(0xE000ED38u)
#define CT_SCB_CPACR CT_REGISTER_(0xE000ED88u)

#define CT_MPU_TYPE CT_REGISTER_(0xE000ED90u)
#define CT_MPU_CTRL CT_REGISTER_(0xE000ED94u)
#define CT_MPU_RNR  CT_REGISTER_(0xE000ED98u)
#define CT_MPU_RBAR CT_REGISTER_(0xE000ED9Cu)
#define CT_MPU_RASR CT_REGISTER_(0xE000EDA0u) ///< RLAR on ARMv8-M

enum {
    CT_SYSTICK_ENABLE = 1u << 0,
    CT_SYSTICK_INTERRUPT = 1u << 1,
    CT_SYSTICK_CORE_CLOCK = 1u << 2,
    CT_ICSR_PEND_SYSTICK = 1u << 26,
    CT_ICSR_PEND_PENDSV = 1u << 28,
};
// ARMv7-M ARM (DDI 0403E), B3.2.13; enable: MemManage, then BusFault and UsageFault
enum {
    CT_SHCSR_PEND_USAGE_FAULT = 1u << 12,
    CT_SHCSR_PEND_MEM_MANAGE = 1u << 13,
    CT_SHCSR_PEND_BUS_FAULT = 1u << 14,
    CT_SHCSR_PEND_SVC = 1u << 15,
    CT_SHCSR_ENABLE_MEM_MANAGE = 1u << 16,
};
// ARMv7-M ARM (DDI 0403E), B3.5.5 to B3.5.9; no access is AP = 0.
enum {
    CT_MPU_CTRL_ENABLE = 1u << 0,
    CT_MPU_CTRL_DEFAULT_MAP = 1u << 2, ///< where no region is, privileged code sees the usual map
    CT_MPU_RBAR_VALID = 1u << 4,       ///< the region's number is in the same write
    CT_MPU_RASR_ENABLE = 1u << 0,
    CT_MPU_RASR_32 = 4u << 1,          ///< size 2^(4 + 1)
    CT_MPU_RASR_FIRST_EIGHTH_OF_256 = 7u << 1 | 0xFEu << 8,
    CT_MPU_RASR_NO_EXECUTE = 1u << 28,
};
#define CT_AIRCR_KEY   0x05FA0000u
#define CT_AIRCR_RESET (1u << 2)

#endif
