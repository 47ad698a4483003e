// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Clock and reset of the STM32F4's peripherals on APB1 and APB2, by the bit they have there.
///
///     ct_apb_enable(1, 21);                          // I2C1 has a clock, and answers
///     ct_apb_reset(1, 21);                           // its registers are as after a reset
///
/// For the drivers of the peripherals, which know the bits. They read and write registers that all
/// peripherals of a bus share, so they belong to init, or into CT_CRITICAL. RM0090 7.3.8, 7.3.9,
/// 7.3.13 and 7.3.14; RM0368 6.3.
#ifndef CORTEN_APB_H
#define CORTEN_APB_H

#include <corten/compiler.h>
#include <corten/registers.h>

/// Gives a peripheral its clock, and reads the register back: a peripheral answers two cycles after
/// that only (RM0090 7.3.10). `bus` 1 or 2.
ct_inline void ct_apb_enable(unsigned bus, unsigned bit) {
    if (bus == 1) {
        reg_write_raw(RCC->APB1ENR, reg_raw(RCC->APB1ENR) | 1u << bit);
        (void)reg_raw(RCC->APB1ENR);
    } else {
        reg_write_raw(RCC->APB2ENR, reg_raw(RCC->APB2ENR) | 1u << bit);
        (void)reg_raw(RCC->APB2ENR);
    }
}

/// Takes the clock away again.
ct_inline void ct_apb_disable(unsigned bus, unsigned bit) {
    if (bus == 1) {
        reg_write_raw(RCC->APB1ENR, reg_raw(RCC->APB1ENR) & ~(1u << bit));
    } else {
        reg_write_raw(RCC->APB2ENR, reg_raw(RCC->APB2ENR) & ~(1u << bit));
    }
}

/// Puts a peripheral into reset and takes it out again; its clock stays as it is.
ct_inline void ct_apb_reset(unsigned bus, unsigned bit) {
    if (bus == 1) {
        const uint32_t others = reg_raw(RCC->APB1RSTR);
        reg_write_raw(RCC->APB1RSTR, others | 1u << bit);
        reg_write_raw(RCC->APB1RSTR, others & ~(1u << bit));
    } else {
        const uint32_t others = reg_raw(RCC->APB2RSTR);
        reg_write_raw(RCC->APB2RSTR, others | 1u << bit);
        reg_write_raw(RCC->APB2RSTR, others & ~(1u << bit));
    }
}

#endif
