// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The window watchdog of the STM32F4: it bites when it is fed too late, and when too early.
///
///     CT_WWDG(window, board_apb1_hz, 5000, 20000);             // claims WWDG: 5 to 20 ms after the last feed
///
///     ct_wwdg_start(window);
///     ct_wwdg_feed(window);                                    // not before 5 ms have passed
///     if (ct_wwdg_take_warning()) save();                      // in the handler of WWDG, just before it bites
///
/// It counts the clock of APB1, so its times are as exact as that. RM0090 22, RM0368 18.
#ifndef CORTEN_WWDG_H
#define CORTEN_WWDG_H

#include <corten/claim.h>
#include <corten/registers.h>

/// A window watchdog's constants.
struct ct_wwdg {
    uint8_t start;  ///< T at a feed, 0x40 to 0x7F
    uint8_t window; ///< a feed above this resets
    uint8_t divider;
};

/// At file scope: claims it. Times in µs since the last feed, constants: not before `earliest` (0: at
/// any time), not after `latest`, which are rounded to steps of 4096 to 32768 cycles of APB1: the
/// earliest down, the latest up. Refused: times that the clock cannot make.
#define CT_WWDG(name, apb1_hz, earliest, latest)                                                   \
    CT_CLAIM_(WWDG);                                                                               \
    enum {                                                                                         \
        name##_divider_ = CT_WWDG_STEPS_(apb1_hz, latest, 0) <= 64   ? 0                           \
                          : CT_WWDG_STEPS_(apb1_hz, latest, 1) <= 64 ? 1                           \
                          : CT_WWDG_STEPS_(apb1_hz, latest, 2) <= 64 ? 2                           \
                                                                     : 3,                          \
        name##_steps_ = CT_WWDG_STEPS_(apb1_hz, latest, name##_divider_),                          \
        name##_early_ = (int)((uint64_t)(earliest) * ((apb1_hz) / 1000) / 1000 / (4096u << name##_divider_)), \
    };                                                                                             \
    _Static_assert(name##_steps_ >= 1 && name##_steps_ <= 64,                                      \
                   "the window watchdog cannot wait that long at this clock");                     \
    _Static_assert(name##_early_ < name##_steps_, "the window closes before it opens");            \
    static const __attribute__((unused)) struct ct_wwdg name = {                                   \
        0x3F + name##_steps_, 0x3F + name##_steps_ - name##_early_, name##_divider_}
#define CT_WWDG_STEPS_(hz, us, divider)                                                            \
    ((int)(((uint64_t)(us) * ((hz) / 1000) / 1000 + (4096u << (divider)) - 1) / (4096u << (divider))))

/// From now on it must be fed in its window; only a reset ends it. Its interrupt, WWDG, comes one step
/// before it bites.
ct_inline void ct_wwdg_start(struct ct_wwdg dog) {
    reg_set(RCC->APB1ENR, RCC_APB1ENR_WWDGEN);
    (void)reg_raw(RCC->APB1ENR);
    reg_write(WWDG->CFR, WWDG_CFR_W(dog.window), WWDG_CFR_WDGTB(dog.divider), WWDG_CFR_EWI(1));
    reg_write(WWDG->CR, WWDG_CR_T(dog.start), WWDG_CR_WDGA(1));
}

/// All is well. Before the window opens it resets the chip. Any context.
ct_inline void ct_wwdg_feed(struct ct_wwdg dog) { reg_write(WWDG->CR, WWDG_CR_T(dog.start), WWDG_CR_WDGA(1)); }

/// Whether it is about to bite; forgets it. For the handler of WWDG.
ct_inline bool ct_wwdg_take_warning(void) {
    if (!reg_get(WWDG->SR, WWDG_SR_EWIF)) return false;
    reg_clear(WWDG->SR, WWDG_SR_EWIF);
    return true;
}

#endif
