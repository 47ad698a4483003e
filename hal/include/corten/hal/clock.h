// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What came of starting the clocks.
///
///     const struct ct_clock_result clocks = board_start_clocks();
///     if (clocks.error) report(clocks.flag);             // "HSERDY"
#ifndef CORTEN_HAL_CLOCK_H
#define CORTEN_HAL_CLOCK_H

#include <corten/error.h>

/// CT_OK; or CT_TIMEOUT and the name (from the chip's manual) of the first ready flag that did not
/// come. The core runs in any case: at core_hz, from whatever did start.
struct ct_clock_result {
    enum ct_error error;
    const char *flag; ///< NULL when there is no error
    uint32_t core_hz; ///< what the core runs at now
};

/// True as soon as the condition is, false when it has not become so in `tries` looks at it.
/// Before a clock is known to run there is no other time than instructions.
#define CT_CLOCK_COMES(condition, tries)                                                           \
    __extension__({                                                                                \
        uint32_t left_ = (tries);                                                                  \
        while (!(condition) && --left_) {}                                                         \
        left_ != 0;                                                                                \
    })

#endif
