// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Sleeping on the STM32F4, what wakes it, and why it was reset.
///
///     if (ct_reset_causes() & CT_RESET_WATCHDOG) report();     // once: forgets them
///     ct_pwr_init();
///     ct_pwr_wake_by_pin(true);                                // PA0, rising
///     ct_pwr_stop(CT_PWR_LOW_POWER);                           // until an EXTI line wakes it
///     CT_IGNORE(ct_clocks_start(board).error);                 // the core has 16 MHz now
///
/// | mode | keeps | woken by | after it |
/// |---|---|---|---|
/// | sleep | all | any interrupt | goes on |
/// | stop | RAM, registers; no clocks | an EXTI line (pins, RTC, PVD) | goes on, at 16 MHz |
/// | standby | backup domain | the pin, RTC, IWDG, reset | starts anew |
///
/// Thread mode. RM0090 5.3 and 5.4, RM0368 5.3 and 5.4.
#ifndef CORTEN_PWR_H
#define CORTEN_PWR_H

#include <corten/panic.h>
#include <corten/port.h>
#include <corten/registers.h>

/// Causes of the last reset, or-ed: bits of RCC.CSR. RM0090, 7.3.21.
enum ct_reset_cause {
    CT_RESET_LOW_POWER = 1 << 7, ///< an option byte forbids the mode that was entered
    CT_RESET_WINDOW = 1 << 6,    ///< the window watchdog
    CT_RESET_WATCHDOG = 1 << 5,  ///< the independent one
    CT_RESET_SOFTWARE = 1 << 4,
    CT_RESET_POWER = 1 << 3,     ///< power came
    CT_RESET_PIN = 1 << 2,       ///< the pin; all others pull it too
    CT_RESET_BROWN_OUT = 1 << 1,
};
/// What has reset the chip since this was called last; forgets it.
ct_inline unsigned ct_reset_causes(void) {
    const unsigned causes = reg_raw(RCC->CSR) >> 24 & 0xFEu;
    reg_set(RCC->CSR, RCC_CSR_RMVF);
    return causes;
}

/// Gives PWR its clock. Init.
ct_inline void ct_pwr_init(void) {
    reg_set(RCC->APB1ENR, RCC_APB1ENR_PWREN);
    (void)reg_raw(RCC->APB1ENR);
}
/// Opens the backup domain (RTC, backup registers) for writing. After ct_pwr_init().
ct_inline void ct_pwr_open_backup(void) {
    reg_set(PWR->CR, PWR_CR_DBP);
    (void)reg_raw(PWR->CR);
}
/// PA0 rising wakes from standby; the pin is an input, pulled down, then. RM0090, 5.4.2.
ct_inline void ct_pwr_wake_by_pin(bool on) {
    if (on) {
        reg_set(PWR->CSR, PWR_CSR_EWUP);
    } else {
        reg_clear(PWR->CSR, PWR_CSR_EWUP);
    }
}
/// Whether this start is the end of a standby; forgets it.
ct_inline bool ct_pwr_take_standby(void) {
    const bool was = reg_get(PWR->CSR, PWR_CSR_SBF);
    reg_clear(PWR->CR, PWR_CR_CSBF, PWR_CR_CWUF);
    return was;
}
/// Watches the supply, from 2.0 V (level 0) to 2.9 V (7): EXTI line 16 rises when it is below, which
/// the caller listens to. ct_pwr_supply_is_low() tells it now.
ct_inline void ct_pwr_watch_supply(unsigned level) {
    reg_modify(PWR->CR, PWR_CR_PLS(level), PWR_CR_PVDE(1));
}
ct_inline bool ct_pwr_supply_is_low(void) { return reg_get(PWR->CSR, PWR_CSR_PVDO); }

/// Sleeps until an interrupt has come: the core's clock stands, nothing else.
ct_inline void ct_pwr_sleep(void) { ct_port_wait(); }

enum ct_pwr_stop {
    CT_PWR_FAST = 0,           ///< the regulator stays on: back in 13 µs
    CT_PWR_LOW_POWER = 1,      ///< and in low power: 18 µs
    CT_PWR_FLASH_OFF = 1 << 9, ///< the flash too: 100 µs more
};
/// Stops all clocks until an EXTI line whose interrupt is enabled wakes the chip; it goes on from here
/// at 16 MHz of the internal oscillator: start the clocks anew. What waits already ends it at once.
ct_inline void ct_pwr_stop(enum ct_pwr_stop how) {
    reg_modify(PWR->CR, PWR_CR_LPDS(how & 1u), PWR_CR_FPDS(how >> 9 & 1u), PWR_CR_PDDS_Stop);
    reg_clear(PWR->CR, PWR_CR_CWUF);
    reg_set(SCB->SCR, SCB_SCR_SLEEPDEEP);
    ct_port_wait();
    reg_clear(SCB->SCR, SCB_SCR_SLEEPDEEP);
}
/// Turns the chip off but for the backup domain. It begins anew when it is woken. Flags that would
/// wake it at once are forgotten; interrupts are masked, so that none is taken on the way.
static inline __attribute__((always_inline, unused, noreturn)) void ct_pwr_standby(void) {
    ct_port_mask_all();
    reg_modify(PWR->CR, PWR_CR_PDDS_Standby);
    reg_clear(PWR->CR, PWR_CR_CWUF);
    reg_set(SCB->SCR, SCB_SCR_SLEEPDEEP);
    for (;;) ct_port_wait();
}

#endif
