// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The clock tree of the STM32L475, in constants.
///
///     CT_CLOCK_TREE(board, PLL(1, 40, 2), BUSES(1, 1, 1));
///     CT_USART(console, USART1);
///
///     // in init
///     const struct ct_clock_result result = ct_clocks_start(board);      // 80 MHz
///     ct_usart_start(console, board_apb2_hz, 115200);
///
///     MSI 4 MHz --/m--> 4..16 MHz --*n--> VCO 64..344 MHz --/r--> SYSCLK --/ahb--> AHB = core
///                                                                 AHB --/apb1--> APB1
///                                                                 AHB --/apb2--> APB2
///
/// Limits in voltage range 1, the one after reset: RM0351, 5.1.7, 6.2 and 6.4.4; data sheet
/// DS10969, table 62; wait states: RM0351, table 9.
#ifndef CORTEN_CLOCKS_H
#define CORTEN_CLOCKS_H

#include <corten/hal/clock.h>
#include <corten/registers.h>

/// The internal oscillator that runs after reset. 1 % from 0 to 85 °C.
#define CT_MSI_HZ 4000000

/// At file scope: checks a plan and names its rates: NAME_core_hz, NAME_apb1_hz, NAME_apb2_hz,
/// NAME_timers1_hz, NAME_timers2_hz (of the timers on APB1 and APB2).
/// - PLL(m, n, r): m 1 to 8, n 8 to 86, r 2 4 6 8;
/// - BUSES(ahb, apb1, apb2): divisors, ahb 1 2 4 8 16 64 … 512, apb 1 2 4 8 16.
/// Refused, in a sentence: whatever is outside the chip's limits.
#define CT_CLOCK_TREE(name, pll, buses) CT_CLOCK_TREE_(name, CT_CLOCK_##pll, CT_CLOCK_##buses)
#define CT_CLOCK_PLL(m, n, r)           m, n, r
#define CT_CLOCK_BUSES(ahb, apb1, apb2) ahb, apb1, apb2
#define CT_CLOCK_TREE_(...)             CT_CLOCK_PLAN_(__VA_ARGS__)
#define CT_CLOCK_PLAN_(name, m, n, r, ahb, apb1, apb2)                                             \
    enum {                                                                                         \
        name##_pll_in_hz = CT_MSI_HZ / (m),                                                        \
        name##_vco_hz = name##_pll_in_hz * (n),                                                    \
        name##_core_hz = name##_vco_hz / (r) / (ahb),                                              \
        name##_apb1_hz = name##_core_hz / (apb1),                                                  \
        name##_apb2_hz = name##_core_hz / (apb2),                                                  \
        name##_timers1_hz = name##_apb1_hz * ((apb1) == 1 ? 1 : 2),                                \
        name##_timers2_hz = name##_apb2_hz * ((apb2) == 1 ? 1 : 2),                                \
        name##_wait_states_ = (name##_core_hz - 1) / 16000000,                                     \
        name##_pllcfgr_ = ((m)-1) << 4 | (n) << 8 | ((r) / 2 - 1) << 25,                           \
        name##_cfgr_ = (CT_CLOCK_AHB_(ahb) & 15) << 4 | (CT_CLOCK_APB_(apb1) & 7) << 8 |                    \
                       (CT_CLOCK_APB_(apb2) & 7) << 11, \
    };                                                                                             \
    _Static_assert((m) >= 1 && (m) <= 8 && name##_pll_in_hz >= 4000000 &&                          \
                       name##_pll_in_hz <= 16000000,                                               \
                   "clocks: the input of the PLL, 4 MHz / m, must be 4 to 16 MHz");                     \
    _Static_assert((n) >= 8 && (n) <= 86 && name##_vco_hz >= 64000000 &&                           \
                       name##_vco_hz <= 344000000,                                                 \
                   "clocks: the VCO must run at 64 to 344 MHz, n be 8 to 86");                     \
    _Static_assert((r) == 2 || (r) == 4 || (r) == 6 || (r) == 8, "clocks: r must be 2, 4, 6 or 8"); \
    _Static_assert(CT_CLOCK_AHB_(ahb) >= 0, "clocks: the divisor of the AHB must be 1, 2, 4, 8, 16, 64, 128, 256 or 512"); \
    _Static_assert(CT_CLOCK_APB_(apb1) >= 0 && CT_CLOCK_APB_(apb2) >= 0,                           \
                   "clocks: the divisor of an APB must be 1, 2, 4, 8 or 16");                           \
    _Static_assert(name##_vco_hz / (r) <= 80000000, "clocks: SYSCLK is above the limit of this chip of 80 MHz"); \
    _Static_assert(1, "")

// The fields HPRE and PPRE; -1 for a divisor that there is not.
#define CT_CLOCK_APB_(d) ((d) == 1 ? 0 : (d) == 2 ? 4 : (d) == 4 ? 5 : (d) == 8 ? 6 : (d) == 16 ? 7 : -1)
#define CT_CLOCK_AHB_(d)                                                                           \
    ((d) == 1 ? 0 : (d) == 2 ? 8 : (d) == 4 ? 9 : (d) == 8 ? 10 : (d) == 16 ? 11 : (d) == 64 ? 12  \
     : (d) == 128 ? 13 : (d) == 256 ? 14 : (d) == 512 ? 15 : -1)

/// Looks at a flag before it is given up: at 4 MHz and at least 5 cycles a look, 100 ms or more.
#define CT_CLOCK_TRIES 80000u

/// Brings the core to a plan's rate, from the state after reset; once, before anything is timed.
/// When the MSI is not ready (MSIRDY), the PLL does not lock (PLLRDY) or cannot be switched to
/// (SWS), the core stays at 4 MHz. Never hangs.
#define ct_clocks_start(name)                                                                      \
    ct_clocks_start_(name##_core_hz, name##_wait_states_, name##_pllcfgr_, name##_cfgr_)

ct_inline struct ct_clock_result ct_clocks_start_(uint32_t core_hz, uint32_t wait_states,
                                                  uint32_t pllcfgr, uint32_t cfgr) {
    if (!CT_CLOCK_COMES(reg_get(RCC->CR, RCC_CR_MSIRDY), CT_CLOCK_TRIES))
        return (struct ct_clock_result){CT_TIMEOUT, "MSIRDY", CT_MSI_HZ};
    reg_write_raw(RCC->PLLCFGR, pllcfgr | reg_value(RCC_PLLCFGR_PLLSRC_MSI) |
                                    reg_mask(RCC_PLLCFGR_PLLREN));
    reg_set(RCC->CR, RCC_CR_PLLON);
    if (!CT_CLOCK_COMES(reg_get(RCC->CR, RCC_CR_PLLRDY), CT_CLOCK_TRIES)) {
        reg_clear(RCC->CR, RCC_CR_PLLON);
        return (struct ct_clock_result){CT_TIMEOUT, "PLLRDY", CT_MSI_HZ};
    }
    // before the rate rises
    reg_modify(FLASH->ACR, FLASH_ACR_LATENCY(wait_states), FLASH_ACR_PRFTEN(1));
    reg_modify(RCC->CFGR, RCC_CFGR_HPRE(cfgr >> 4), RCC_CFGR_PPRE1(cfgr >> 8),
               RCC_CFGR_PPRE2(cfgr >> 11));
    reg_modify(RCC->CFGR, RCC_CFGR_SW_PLL);
    if (!CT_CLOCK_COMES(reg_is(RCC->CFGR, RCC_CFGR_SWS_PLL), CT_CLOCK_TRIES)) {
        reg_modify(RCC->CFGR, RCC_CFGR_SW_MSI, RCC_CFGR_HPRE(0), RCC_CFGR_PPRE1(0),
                   RCC_CFGR_PPRE2(0));
        return (struct ct_clock_result){CT_TIMEOUT, "SWS", CT_MSI_HZ};
    }
    return (struct ct_clock_result){CT_OK, NULL, core_hz};
}

#endif
