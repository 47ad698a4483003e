// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// <corten/hal/rtc.h>: every day of the calendar against one that is counted day by day, and times
// against the C library's.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include <corten/hal/rtc.h>

static void each_day_follows_the_one_before(void **unused) {
    (void)unused;
    static const uint8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t seconds = -62135596800; // 0001-01-01, a Monday
    uint8_t weekday = 1;
    for (uint16_t year = 1; year <= 9999; year++) {
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        for (uint8_t month = 1; month <= 12; month++) {
            const uint8_t length = (uint8_t)(lengths[month - 1] + (leap && month == 2));
            if (ct_days_of_month(year, month) != length) fail_msg("%u-%u", year, month);
            for (uint8_t day = 1; day <= length; day++, seconds += 86400) {
                const struct ct_date_time at = {year, month, day, 0, 0, 0};
                const struct ct_date_time back = ct_date_time_from_unix(seconds);
                if (!ct_date_time_is_valid(&at) || ct_date_time_to_unix(&at) != seconds ||
                    back.year != year || back.month != month || back.day != day ||
                    ct_date_time_weekday(&at) != weekday)
                    fail_msg("%u-%u-%u", year, month, day);
                weekday = (uint8_t)(weekday % 7 + 1);
            }
            const struct ct_date_time beyond = {year, month, (uint8_t)(length + 1), 0, 0, 0};
            assert_false(ct_date_time_is_valid(&beyond));
        }
    }
}

static void times_are_those_of_the_library(void **unused) {
    (void)unused;
    for (time_t seconds = -2000000000; seconds < 8000000000; seconds += 1000003) {
        struct tm tm;
        gmtime_r(&seconds, &tm);
        const struct ct_date_time at = ct_date_time_from_unix(seconds);
        assert_int_equal(ct_date_time_to_unix(&at), seconds);
        assert_int_equal(at.year, tm.tm_year + 1900);
        assert_int_equal(at.month, tm.tm_mon + 1);
        assert_int_equal(at.day, tm.tm_mday);
        assert_int_equal(at.hour, tm.tm_hour);
        assert_int_equal(at.minute, tm.tm_min);
        assert_int_equal(at.second, tm.tm_sec);
        assert_int_equal(ct_date_time_weekday(&at) % 7, tm.tm_wday);
    }
}

static void what_is_no_date_is_refused(void **unused) {
    (void)unused;
    static const struct ct_date_time none[] = {
        {0, 1, 1, 0, 0, 0},     {10000, 1, 1, 0, 0, 0}, {2026, 0, 1, 0, 0, 0}, {2026, 13, 1, 0, 0, 0},
        {2026, 1, 0, 0, 0, 0},  {2026, 2, 29, 0, 0, 0}, {1900, 2, 29, 0, 0, 0}, {2026, 1, 1, 24, 0, 0},
        {2026, 1, 1, 0, 60, 0}, {2026, 1, 1, 0, 0, 60},
    };
    for (size_t n = 0; n < CT_COUNT(none); n++) assert_false(ct_date_time_is_valid(&none[n]));
    assert_true(ct_date_time_is_valid(&(struct ct_date_time){2000, 2, 29, 23, 59, 59}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_day_follows_the_one_before),
        cmocka_unit_test(times_are_those_of_the_library),
        cmocka_unit_test(what_is_no_date_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
