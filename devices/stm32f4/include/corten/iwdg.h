// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The independent watchdog of the STM32F4: a clock of its own, and nothing stops it.
///
///     CT_IWDG(dog);                                            // claims IWDG
///
///     CT_MUST(ct_iwdg_start(500000));                          // half a second at least
///     ct_iwdg_feed();
///     ct_watchdog_feed(CT_IWDG_AS_WATCHDOG(dog));              // as hal/ sees it
///
/// Its oscillator, LSI, has 32 kHz, and between 17 and 47 kHz: the watchdog never bites before the
/// time, and at the latest after 2.8 times as long and one step (5.5 ms at most). It can be started anew with another
/// time. RM0090 21, RM0368 17; LSI: DS8626 table 35, DS9716 table 34.
#ifndef CORTEN_IWDG_H
#define CORTEN_IWDG_H

#include <corten/claim.h>
#include <corten/hal/watchdog.h>
#include <corten/registers.h>

/// At file scope: claims it.
#define CT_IWDG(name)                                                                              \
    CT_CLAIM_(IWDG);                                                                               \
    enum { name = 0 }

/// The longest time: 4095 steps of 256 cycles, at the fastest oscillator.
#define CT_IWDG_MOST_US 22304000u
enum { CT_IWDG_FASTEST_HZ_ = 47000 };

/// Looks at SR until PR and RLR are taken over, which is given 50 ms and more.
#define CT_IWDG_TRIES 1000000u

/// From now on it must be fed within so many microseconds. CT_OK; CT_OUT_OF_RANGE: 0, or more than
/// CT_IWDG_MOST_US; CT_TIMEOUT: it runs, but with the time it had before. Any context, one at a time.
ct_inline CT_MUST_USE enum ct_error ct_iwdg_start(uint32_t microseconds) {
    if (microseconds == 0 || microseconds > CT_IWDG_MOST_US) return CT_OUT_OF_RANGE;
    const uint32_t cycles = (microseconds * (CT_IWDG_FASTEST_HZ_ / 1000u) + 999u) / 1000u; // fits in 32 bits
    uint32_t divider = 0; // 4 << divider
    while ((cycles + (4u << divider) - 1u) >> (2u + divider) > 4095u) divider++;
    const uint32_t steps = (cycles + (4u << divider) - 1u) >> (2u + divider);
    reg_write_raw(IWDG->KR, 0xCCCCu); // starts it, and LSI
    reg_write_raw(IWDG->KR, 0x5555u); // opens PR and RLR
    for (uint32_t tries = CT_IWDG_TRIES; reg_any(IWDG->SR, IWDG_SR_PVU, IWDG_SR_RVU);)
        if (!--tries) return CT_TIMEOUT;
    reg_write(IWDG->PR, IWDG_PR_PR(divider));
    reg_write(IWDG->RLR, IWDG_RLR_RL(steps));
    for (uint32_t tries = CT_IWDG_TRIES; reg_any(IWDG->SR, IWDG_SR_PVU, IWDG_SR_RVU);)
        if (!--tries) return CT_TIMEOUT;
    reg_write_raw(IWDG->KR, 0xAAAAu);
    return CT_OK;
}

/// The time begins anew. Any context.
ct_inline void ct_iwdg_feed(void) { reg_write_raw(IWDG->KR, 0xAAAAu); }

/// It stands still while a debugger has stopped the core. RM0090, 38.16.4.
ct_inline void ct_iwdg_stop_in_debug(void) { reg_set(DBGMCU->APB1FZ, DBGMCU_APB1FZ_DBG_IWDG_STOP); }

/// As a watchdog of hal/; it cannot be stopped.
#define CT_IWDG_AS_WATCHDOG(name) ((void)(name), (struct ct_watchdog){&ct_iwdg_watchdog_ops, NULL})
ct_inline enum ct_error ct_iwdg_hal_start_(void *object, uint32_t microseconds) {
    (void)object;
    return ct_iwdg_start(microseconds);
}
ct_inline void ct_iwdg_hal_feed_(void *object) {
    (void)object;
    ct_iwdg_feed();
}
static const __attribute__((unused)) struct ct_watchdog_ops ct_iwdg_watchdog_ops = {
    ct_iwdg_hal_start_, ct_iwdg_hal_feed_, NULL};

#endif
