// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The clock of the LM3S6965: 50 MHz from the PLL and a crystal of 8 MHz.
///
///     const struct ct_clock_result result = ct_clocks_start();
///     if (result.error) report(result.flag);                   // "PLLLRIS": still at 12 MHz
///
/// Data sheet DS-LM3S6965-12746.2515, 5.2.4: 400 MHz / 2 / 4; the limit is 50 MHz.
#ifndef CORTEN_CLOCKS_H
#define CORTEN_CLOCKS_H

#include <corten/hal/clock.h>
#include <corten/registers.h>

enum {
    CT_CORE_HZ = 50000000,
    CT_IOSC_HZ = 12000000, ///< the internal oscillator, on after reset; 30 %
    CT_CLOCK_TRIES = 240000, ///< 100 ms or more at 12 MHz and 5 cycles a look
};

/// Brings the core to CT_CORE_HZ; once. When the PLL does not lock (PLLLRIS) the core stays on the
/// internal oscillator. Never hangs.
ct_inline struct ct_clock_result ct_clocks_start(void) {
    // off the PLL, main oscillator on
    reg_modify(SYSCTL->RCC, SYSCTL_RCC_BYPASS(1), SYSCTL_RCC_USESYSDIV(0), SYSCTL_RCC_MOSCDIS(0));
    reg_clear(SYSCTL->MISC, SYSCTL_MISC_PLLL); // what it said before
    reg_modify(SYSCTL->RCC, SYSCTL_RCC_XTAL_MHz8, SYSCTL_RCC_OSCSRC_Main, SYSCTL_RCC_PWRDN(0));
    reg_modify(SYSCTL->RCC, SYSCTL_RCC_SYSDIV(4 - 1), SYSCTL_RCC_USESYSDIV(1));
    if (!CT_CLOCK_COMES(reg_get(SYSCTL->RIS, SYSCTL_RIS_PLLL), CT_CLOCK_TRIES)) {
        reg_modify(SYSCTL->RCC, SYSCTL_RCC_USESYSDIV(0), SYSCTL_RCC_OSCSRC_Internal);
        return (struct ct_clock_result){CT_TIMEOUT, "PLLLRIS", CT_IOSC_HZ};
    }
    reg_clear(SYSCTL->RCC, SYSCTL_RCC_BYPASS);
    return (struct ct_clock_result){CT_OK, NULL, CT_CORE_HZ};
}

#endif
