// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What the drivers' tests on expected transactions share.
#ifndef CORTEN_DRIVERS_TESTS_MOCKED_H
#define CORTEN_DRIVERS_TESTS_MOCKED_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <corten/hal/mock.h>

#include <string.h>

static __attribute__((unused)) struct ct_mock mock;
static __attribute__((unused)) struct ct_mock_clock mock_time;

void ct_mock_failed(const char *text) { fail_msg("%s", text); }

/// The call must do exactly these steps and return that value.
#define EXPECT(value, call, ...)                                                                   \
    do {                                                                                           \
        CT_MOCK_BEGIN(&mock, __VA_ARGS__);                                                         \
        assert_int_equal((call), (value));                                                         \
        ct_mock_end(&mock);                                                                        \
    } while (0)

/// The same steps succeed; and when any one of them fails, the call ends there with its error.
#define EXPECT_EACH_FAILURE(call, ...)                                                             \
    do {                                                                                           \
        EXPECT(CT_OK, call, __VA_ARGS__);                                                          \
        const struct ct_mock_step steps_[] = {__VA_ARGS__};                                        \
        for (size_t i_ = 0; i_ < sizeof steps_ / sizeof *steps_; i_++) {                           \
            if (steps_[i_].kind == CT_MOCK_DELAY_ || steps_[i_].times == 0) continue;              \
            struct ct_mock_step broken_[sizeof steps_ / sizeof *steps_];                           \
            memcpy(broken_, steps_, sizeof steps_);                                                \
            broken_[i_].result = CT_TRANSFER;                                                      \
            broken_[i_].times = 1;                                                                 \
            ct_mock_begin(&mock, broken_, i_ + 1);                                                 \
            assert_int_equal((call), CT_TRANSFER);                                                 \
            ct_mock_end(&mock);                                                                    \
        }                                                                                          \
    } while (0)

#endif
