// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The clock tree of the STM32F4, in constants; the limits are the chip's (<corten/stm32.h>).
///
///     CT_CLOCK_TREE(board, CRYSTAL(8000000), PLL(8, 336, 2, 7), BUSES(1, 4, 2));
///     CT_USART(console, USART1);
///
///     // in init
///     const struct ct_clock_result result = ct_clocks_start(board);      // 168 MHz
///     ct_usart_start(console, board_apb2_hz, 115200);
///
///     crystal --/m--> 1..2 MHz --*n--> VCO up to 432 MHz --/p--> SYSCLK --/ahb--> AHB = core
///                                                       `--/q--> USB    AHB --/apb1--> APB1
///                                                                       AHB --/apb2--> APB2
///
/// Limits of the STM32F405: RM0090, 7.2 and 7.3.2; data sheet DocID022152, tables 14 and 36; of the
/// STM32F401: RM0368, 6.2 and 6.3.2. Wait states at 2.7 to 3.6 V: RM0090, table 10; RM0368, 3.4.1.
#ifndef CORTEN_CLOCKS_H
#define CORTEN_CLOCKS_H

#include <corten/hal/clock.h>
#include <corten/registers.h>
#include <corten/stm32.h>

/// The internal oscillator, on after reset. 1 % at 25 °C.
#define CT_HSI_HZ 16000000

/// At file scope: checks a plan and names its rates: NAME_core_hz, NAME_apb1_hz, NAME_apb2_hz,
/// NAME_timers1_hz and NAME_timers2_hz (of the timers on APB1 and APB2), NAME_usb_hz.
/// - CRYSTAL(Hz): 4 to 26 MHz; or EXTERNAL(Hz): a clock that comes from outside, 1 to 50 MHz;
/// - PLL(m, n, p, q): m 2 to 63, n 50 to 432 (F401: from 192), p 2 4 6 8, q 2 to 15;
/// - BUSES(ahb, apb1, apb2): divisors, ahb 1 2 4 8 16 64 … 512, apb 1 2 4 8 16.
/// Refused, in a sentence: whatever is outside the chip's limits.
#define CT_CLOCK_TREE(name, crystal, pll, buses)                                                   \
    CT_CLOCK_TREE_(name, CT_CLOCK_##crystal, CT_CLOCK_##pll, CT_CLOCK_##buses)
#define CT_CLOCK_CRYSTAL(hz)             hz, 0
#define CT_CLOCK_EXTERNAL(hz)            hz, 1
#define CT_CLOCK_PLL(m, n, p, q)         m, n, p, q
#define CT_CLOCK_BUSES(ahb, apb1, apb2)  ahb, apb1, apb2
#define CT_CLOCK_TREE_(...)              CT_CLOCK_PLAN_(__VA_ARGS__)
#define CT_CLOCK_PLAN_(name, crystal, bypass, m, n, p, q, ahb, apb1, apb2)                                 \
    enum {                                                                                         \
        name##_pll_in_hz = (crystal) / (m),                                                        \
        name##_vco_hz = name##_pll_in_hz * (n),                                                    \
        name##_usb_hz = name##_vco_hz / (q),                                                       \
        name##_core_hz = name##_vco_hz / (p) / (ahb),                                              \
        name##_apb1_hz = name##_core_hz / (apb1),                                                  \
        name##_apb2_hz = name##_core_hz / (apb2),                                                  \
        name##_timers1_hz = name##_apb1_hz * ((apb1) == 1 ? 1 : 2),                                \
        name##_timers2_hz = name##_apb2_hz * ((apb2) == 1 ? 1 : 2),                                \
        name##_wait_states_ = (name##_core_hz - 1) / 30000000,                                     \
        name##_pllcfgr_ = (n) << 6 | ((p) / 2 - 1) << 16 | (q) << 24,                              \
        name##_m_crystal_ = (m),                                                                   \
        name##_bypass_ = (bypass),                                                                 \
        name##_m_internal_ = CT_HSI_HZ / name##_pll_in_hz,                                         \
        name##_cfgr_ = (CT_CLOCK_AHB_(ahb) & 15) << 4 | (CT_CLOCK_APB_(apb1) & 7) << 10 |                    \
                       (CT_CLOCK_APB_(apb2) & 7) << 13, \
    };                                                                                             \
    _Static_assert((bypass) || ((crystal) >= 4000000 && (crystal) <= 26000000),                    \
                   "clocks: a crystal must have 4 to 26 MHz");                                     \
    _Static_assert(!(bypass) || ((crystal) >= 1000000 && (crystal) <= 50000000),                   \
                   "clocks: an external clock must have 1 to 50 MHz");                             \
    _Static_assert((crystal) % (m) == 0 && (m) >= 2 && (m) <= 63,                                  \
                   "clocks: m must be 2 to 63 and divide the rate of the crystal");                     \
    _Static_assert(name##_pll_in_hz >= 1000000 && name##_pll_in_hz <= 2000000,                     \
                   "clocks: the input of the PLL, crystal / m, must be 1 to 2 MHz");                    \
    _Static_assert(CT_HSI_HZ % name##_pll_in_hz == 0,                                              \
                   "clocks: the input of the PLL must divide 16 MHz too, for when the crystal fails");  \
    _Static_assert((n) >= CT_STM32_LEAST_PLL_N && (n) <= 432 &&                                    \
                       name##_vco_hz >= CT_STM32_LEAST_VCO_MHZ * 1000000 &&                        \
                       name##_vco_hz <= 432000000,                                                 \
                   "clocks: the VCO must run at " CT_STRING(CT_STM32_LEAST_VCO_MHZ)                \
                   " to 432 MHz, n be " CT_STRING(CT_STM32_LEAST_PLL_N) " to 432");                \
    _Static_assert((p) == 2 || (p) == 4 || (p) == 6 || (p) == 8, "clocks: p must be 2, 4, 6 or 8"); \
    _Static_assert((q) >= 2 && (q) <= 15 && name##_usb_hz <= 48000000,                             \
                   "clocks: q must be 2 to 15, and VCO / q at most 48 MHz");                       \
    _Static_assert(CT_CLOCK_AHB_(ahb) >= 0, "clocks: the divisor of the AHB must be 1, 2, 4, 8, 16, 64, 128, 256 or 512"); \
    _Static_assert(CT_CLOCK_APB_(apb1) >= 0 && CT_CLOCK_APB_(apb2) >= 0,                           \
                   "clocks: the divisor of an APB must be 1, 2, 4, 8 or 16");                           \
    CT_CLOCK_MOST_(name##_vco_hz / (p), "SYSCLK", CT_STM32_MOST_CORE_MHZ);                         \
    CT_CLOCK_MOST_(name##_apb1_hz, "APB1", CT_STM32_MOST_APB1_MHZ);                                \
    CT_CLOCK_MOST_(name##_apb2_hz, "APB2", CT_STM32_MOST_APB2_MHZ);                                \
    _Static_assert(1, "")

#define CT_CLOCK_MOST_(hz, what, most_mhz)                                                         \
    _Static_assert((hz) <= (most_mhz)*1000000,                                                     \
                   "clocks: " what " is above the limit of this chip of " CT_STRING(most_mhz) " MHz")

/// At file scope: the same, with the PLL and the buses solved at compile time: `crystal` as above,
/// CORE(Hz), a multiple of 1 MHz. USB gets its 48 MHz where that is possible; each bus runs as fast
/// as it may.
///
///     CT_CLOCK_TREE_FOR(board, CRYSTAL(25000000), CORE(84000000));     // m 25, n 336, p 4, q 7
///
/// Refused: a rate that the PLL cannot make, and what CT_CLOCK_TREE refuses.
#define CT_CLOCK_TREE_FOR(name, crystal, core)                                                     \
    CT_CLOCK_SOLVE_(name, CT_CLOCK_##crystal, CT_CLOCK_##core)
#define CT_CLOCK_CORE(hz)    hz
#define CT_CLOCK_SOLVE_(...) CT_CLOCK_SOLVED_(__VA_ARGS__)
#define CT_CLOCK_SOLVED_(name, crystal, bypass, core)                                              \
    enum {                                                                                         \
        name##_solved_m_ = (crystal) / 1000000, /* 1 MHz, which suits the internal oscillator too */ \
        name##_solved_p_ = CT_CLOCK_P_FOR_(core),                                                  \
        name##_solved_n_ = (core) / 1000000 * (name##_solved_p_ ? name##_solved_p_ : 2),           \
        name##_solved_q_ = (name##_solved_n_ + 47) / 48,                                           \
        name##_solved_apb1_ = CT_CLOCK_BUS_FOR_(core, CT_STM32_MOST_APB1_MHZ * 1000000),           \
        name##_solved_apb2_ = CT_CLOCK_BUS_FOR_(core, CT_STM32_MOST_APB2_MHZ * 1000000),           \
    };                                                                                             \
    _Static_assert((crystal) % 1000000 == 0, "clocks: only crystals of whole MHz can be solved for"); \
    _Static_assert((core) % 1000000 == 0 && name##_solved_p_ != 0,                                 \
                   "clocks: no setting of the PLL makes this rate of the core");                   \
    CT_CLOCK_PLAN_(name, crystal, bypass, name##_solved_m_, name##_solved_n_,                      \
                   (name##_solved_p_ ? name##_solved_p_ : 2), name##_solved_q_, 1,                 \
                   name##_solved_apb1_, name##_solved_apb2_)
// The divider p: one with which the VCO is in its range, and a multiple of 48 MHz if there is one.
#define CT_CLOCK_P_FOR_(core)                                                                      \
    (CT_CLOCK_P_IS_FINE_(core, 2)   ? 2                                                            \
     : CT_CLOCK_P_IS_FINE_(core, 4) ? 4                                                            \
     : CT_CLOCK_P_IS_FINE_(core, 6) ? 6                                                            \
     : CT_CLOCK_P_IS_FINE_(core, 8) ? 8                                                            \
     : CT_CLOCK_P_IS_IN_(core, 2)   ? 2                                                            \
     : CT_CLOCK_P_IS_IN_(core, 4)   ? 4                                                            \
     : CT_CLOCK_P_IS_IN_(core, 6)   ? 6                                                            \
     : CT_CLOCK_P_IS_IN_(core, 8)   ? 8                                                            \
                                    : 0)
#define CT_CLOCK_P_IS_IN_(core, p)   ((core) / 1000000 * (p) >= 192 && (core) / 1000000 * (p) <= 432)
#define CT_CLOCK_P_IS_FINE_(core, p) (CT_CLOCK_P_IS_IN_(core, p) && (core) / 1000000 * (p) % 48 == 0)
#define CT_CLOCK_BUS_FOR_(core, most)                                                              \
    ((core) <= (most) ? 1 : (core) <= 2 * (most) ? 2 : (core) <= 4 * (most) ? 4 : 8)

// The fields HPRE and PPRE; -1 for a divisor that there is not.
#define CT_CLOCK_APB_(d) ((d) == 1 ? 0 : (d) == 2 ? 4 : (d) == 4 ? 5 : (d) == 8 ? 6 : (d) == 16 ? 7 : -1)
#define CT_CLOCK_AHB_(d)                                                                           \
    ((d) == 1 ? 0 : (d) == 2 ? 8 : (d) == 4 ? 9 : (d) == 8 ? 10 : (d) == 16 ? 11 : (d) == 64 ? 12  \
     : (d) == 128 ? 13 : (d) == 256 ? 14 : (d) == 512 ? 15 : -1)

/// Looks at a flag before it is given up: at 16 MHz and at least 5 cycles a look, 100 ms or more.
/// A crystal takes a few ms, the PLL 0.2 ms.
#define CT_CLOCK_TRIES 320000u

/// Brings the core to a plan's rate, from the state after reset; once, before anything is timed.
/// When the crystal does not start (HSERDY), the PLL is fed by the internal oscillator, at the same
/// rate within 1 %. When the PLL does not lock (PLLRDY) or cannot be switched to (SWS), the core
/// stays on the internal oscillator. Never hangs.
#define ct_clocks_start(name)                                                                      \
    ct_clocks_start_(name##_core_hz, name##_wait_states_, name##_pllcfgr_, name##_m_crystal_,      \
                     name##_m_internal_, name##_cfgr_, name##_bypass_)

ct_inline struct ct_clock_result ct_clocks_start_(uint32_t core_hz, uint32_t wait_states,
                                                  uint32_t pllcfgr, uint32_t m_crystal,
                                                  uint32_t m_internal, uint32_t cfgr,
                                                  bool bypass) {
    struct ct_clock_result result = {CT_OK, NULL, CT_HSI_HZ};
    const uint32_t reserved = reg_raw(RCC->PLLCFGR) &
                              ~(uint32_t)(reg_mask(RCC_PLLCFGR_PLLM) | reg_mask(RCC_PLLCFGR_PLLN) |
                                          reg_mask(RCC_PLLCFGR_PLLP) | reg_mask(RCC_PLLCFGR_PLLSRC) |
                                          reg_mask(RCC_PLLCFGR_PLLQ));
    uint32_t pll = pllcfgr | m_crystal | reg_mask(RCC_PLLCFGR_PLLSRC); // from the crystal
    if (bypass) reg_set(RCC->CR, RCC_CR_HSEBYP); // while HSE is off
    reg_set(RCC->CR, RCC_CR_HSEON);
    if (!CT_CLOCK_COMES(reg_get(RCC->CR, RCC_CR_HSERDY), CT_CLOCK_TRIES)) {
        result.error = CT_TIMEOUT;
        result.flag = "HSERDY";
        reg_clear(RCC->CR, RCC_CR_HSEON);
        pll = pllcfgr | m_internal;
    }
    reg_write_raw(RCC->PLLCFGR, reserved | pll);
    reg_set(RCC->CR, RCC_CR_PLLON);
    if (!CT_CLOCK_COMES(reg_get(RCC->CR, RCC_CR_PLLRDY), CT_CLOCK_TRIES)) {
        reg_clear(RCC->CR, RCC_CR_PLLON);
        if (!result.flag) result.flag = "PLLRDY";
        result.error = CT_TIMEOUT;
        return result;
    }
    // before the rate rises
    reg_write(FLASH->ACR, FLASH_ACR_LATENCY(wait_states), FLASH_ACR_PRFTEN(1), FLASH_ACR_ICEN(1),
              FLASH_ACR_DCEN(1));
    reg_modify(RCC->CFGR, RCC_CFGR_HPRE(cfgr >> 4), RCC_CFGR_PPRE1(cfgr >> 10),
               RCC_CFGR_PPRE2(cfgr >> 13));
    reg_modify(RCC->CFGR, RCC_CFGR_SW_PLL);
    if (!CT_CLOCK_COMES(reg_is(RCC->CFGR, RCC_CFGR_SWS_PLL), CT_CLOCK_TRIES)) {
        reg_modify(RCC->CFGR, RCC_CFGR_SW_HSI, RCC_CFGR_HPRE(0), RCC_CFGR_PPRE1(0),
                   RCC_CFGR_PPRE2(0));
        if (!result.flag) result.flag = "SWS";
        result.error = CT_TIMEOUT;
        return result;
    }
    result.core_hz = core_hz;
    return result;
}

/* ---- when the crystal stops later */

/// Watches the crystal from now on: when it stops, the core goes on at 16 MHz and NMI comes, whose
/// handler (NMI_Handler) must call ct_clocks_rescue(). After ct_clocks_start(). RM0090, 7.2.7.
ct_inline void ct_clocks_watch(void) { reg_set(RCC->CR, RCC_CR_CSSON); }

/// In NMI_Handler: ends the interrupt and, if it was the crystal that stopped, feeds the PLL from the
/// internal oscillator, so that the core has the plan's rate again within 1 %. CT_OK; CT_NOT_FOUND:
/// the NMI had another cause; CT_TIMEOUT and the flag's name: the core stays at 16 MHz.
#define ct_clocks_rescue(name)                                                                     \
    ct_clocks_rescue_(name##_core_hz, name##_pllcfgr_, name##_m_internal_)

ct_inline struct ct_clock_result ct_clocks_rescue_(uint32_t core_hz, uint32_t pllcfgr, uint32_t m_internal) {
    struct ct_clock_result result = {CT_NOT_FOUND, NULL, core_hz};
    if (!reg_get(RCC->CIR, RCC_CIR_CSSF)) return result;
    reg_clear(RCC->CIR, RCC_CIR_CSSC);
    result = (struct ct_clock_result){CT_TIMEOUT, "PLLRDY", CT_HSI_HZ};
    const uint32_t reserved = reg_raw(RCC->PLLCFGR) &
                              ~(uint32_t)(reg_mask(RCC_PLLCFGR_PLLM) | reg_mask(RCC_PLLCFGR_PLLN) |
                                          reg_mask(RCC_PLLCFGR_PLLP) | reg_mask(RCC_PLLCFGR_PLLSRC) |
                                          reg_mask(RCC_PLLCFGR_PLLQ));
    reg_clear(RCC->CR, RCC_CR_PLLON); // it is off, if it was fed by the crystal
    reg_write_raw(RCC->PLLCFGR, reserved | pllcfgr | m_internal);
    reg_set(RCC->CR, RCC_CR_PLLON);
    if (!CT_CLOCK_COMES(reg_get(RCC->CR, RCC_CR_PLLRDY), CT_CLOCK_TRIES)) return result;
    reg_modify(RCC->CFGR, RCC_CFGR_SW_PLL);
    result.flag = "SWS";
    if (!CT_CLOCK_COMES(reg_is(RCC->CFGR, RCC_CFGR_SWS_PLL), CT_CLOCK_TRIES)) return result;
    return (struct ct_clock_result){CT_OK, NULL, core_hz};
}

#endif
