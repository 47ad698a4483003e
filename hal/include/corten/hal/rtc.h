// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Real-time clocks: date and time of day, alarms.
///
///     struct ct_date_time now;
///     const enum ct_error e = ct_rtc_get(rtc, &now);
///     if (e == CT_STALE) CT_MUST(ct_rtc_set(rtc, &(struct ct_date_time){.year = 2026, .month = 1, .day = 1}));
///     const int64_t seconds = ct_date_time_to_unix(&now);     // since 1970-01-01 00:00:00
///
/// The proleptic Gregorian calendar; no zones, no leap seconds. Contexts: the implementation's.
#ifndef CORTEN_HAL_RTC_H
#define CORTEN_HAL_RTC_H

#include <corten/error.h>
#include <corten/hal/instance.h>

struct ct_date_time {
    uint16_t year;  ///< 1 to 9999; a clock may have less, 2000 to 2099 mostly
    uint8_t month;  ///< 1 to 12
    uint8_t day;    ///< 1 to 31
    uint8_t hour;   ///< 0 to 23
    uint8_t minute; ///< 0 to 59
    uint8_t second; ///< 0 to 59
};

/* ---- the calendar: days are counted in years that begin in March, so that a leap day is the
 * last of its year, and month lengths follow the line (153 m + 2) / 5. */

ct_inline bool ct_year_is_leap(uint32_t year) {
    return year % 4u == 0 && (year % 100u != 0 || year % 400u == 0);
}

/// Days of a month of 1 to 12.
ct_inline uint8_t ct_days_of_month(uint32_t year, uint32_t month) {
    if (month == 2) return ct_year_is_leap(year) ? 29 : 28;
    return (uint8_t)(30u + ((month + (month > 7u)) & 1u));
}

/// Whether there is such a date and time.
ct_inline bool ct_date_time_is_valid(const struct ct_date_time *at) {
    return at->year >= 1 && at->year <= 9999 && at->month >= 1 && at->month <= 12 && at->day >= 1 &&
           at->day <= ct_days_of_month(at->year, at->month) && at->hour <= 23 && at->minute <= 59 &&
           at->second <= 59;
}

/// Seconds since 1970-01-01 00:00:00 of a valid date and time; negative before.
ct_inline int64_t ct_date_time_to_unix(const struct ct_date_time *at) {
    const uint32_t year = (uint32_t)at->year - (at->month < 3u), month = (at->month + 9u) % 12u;
    const int32_t days = (int32_t)(365u * year + year / 4u - year / 100u + year / 400u +
                                   (153u * month + 2u) / 5u + at->day) - 719469;
    return (int64_t)days * 86400 + at->hour * 3600 + at->minute * 60 + at->second;
}

/// The date and time so many seconds after 1970-01-01 00:00:00; from year 1 to 9999.
ct_inline struct ct_date_time ct_date_time_from_unix(int64_t seconds) {
    const uint64_t since = (uint64_t)(seconds + 719468 * INT64_C(86400)); // 0000-03-01
    const uint32_t days = (uint32_t)(since / 86400u), second = (uint32_t)(since % 86400u);
    const uint32_t era = days / 146097u, of_era = days % 146097u; // of 400 years
    const uint32_t year = (of_era - of_era / 1460u + of_era / 36524u - of_era / 146096u) / 365u;
    const uint32_t of_year = of_era - (365u * year + year / 4u - year / 100u);
    const uint32_t month = (5u * of_year + 2u) / 153u;
    return (struct ct_date_time){
        .year = (uint16_t)(era * 400u + year + (month >= 10u)),
        .month = (uint8_t)(month < 10u ? month + 3u : month - 9u),
        .day = (uint8_t)(of_year - (153u * month + 2u) / 5u + 1u),
        .hour = (uint8_t)(second / 3600u),
        .minute = (uint8_t)(second / 60u % 60u),
        .second = (uint8_t)(second % 60u),
    };
}

/// Day of the week of a valid date: 1 Monday to 7 Sunday (ISO 8601).
ct_inline uint8_t ct_date_time_weekday(const struct ct_date_time *at) {
    const int64_t days = (ct_date_time_to_unix(at) + 719468 * INT64_C(86400)) / 86400;
    return (uint8_t)((days + 2) % 7 + 1); // 0000-03-01 was a Wednesday
}

/* ---- a clock */

struct ct_rtc_ops {
    enum ct_error (*get)(void *object, struct ct_date_time *now);
    enum ct_error (*set)(void *object, const struct ct_date_time *now);
    enum ct_error (*set_alarm)(void *object, const struct ct_date_time *at); ///< NULL: it has none
    enum ct_error (*take_alarm)(void *object);
    enum ct_error (*cancel_alarm)(void *object);
};

struct ct_rtc {
    const struct ct_rtc_ops *ops;
    void *object;
};

/// The date and time, all of one moment. CT_OK; CT_STALE: the clock was never set, or lost its
/// power; CT_TIMEOUT: it does not answer; or the error of the bus behind which it is.
ct_inline CT_MUST_USE enum ct_error ct_rtc_get(struct ct_rtc rtc, struct ct_date_time *now) {
    return rtc.ops->get(rtc.object, now);
}

/// Sets it. CT_OK; CT_INVALID: there is no such date; CT_OUT_OF_RANGE: not on this clock.
ct_inline CT_MUST_USE enum ct_error ct_rtc_set(struct ct_rtc rtc, const struct ct_date_time *now) {
    return ct_date_time_is_valid(now) ? rtc.ops->set(rtc.object, now) : CT_INVALID;
}

/// The alarm goes off when this moment has come, once. Errors as ct_rtc_set(); CT_UNSUPPORTED.
ct_inline CT_MUST_USE enum ct_error ct_rtc_set_alarm(struct ct_rtc rtc,
                                                     const struct ct_date_time *at) {
    if (!rtc.ops->set_alarm) return CT_UNSUPPORTED;
    return ct_date_time_is_valid(at) ? rtc.ops->set_alarm(rtc.object, at) : CT_INVALID;
}

/// CT_OK once when the alarm has gone off, CT_WOULD_BLOCK until then, CT_INVALID when none is set.
ct_inline CT_MUST_USE enum ct_error ct_rtc_take_alarm(struct ct_rtc rtc) {
    return rtc.ops->take_alarm ? rtc.ops->take_alarm(rtc.object) : CT_UNSUPPORTED;
}

/// Forgets the alarm. CT_OK, or CT_INVALID when none is set.
ct_inline CT_MUST_USE enum ct_error ct_rtc_cancel_alarm(struct ct_rtc rtc) {
    return rtc.ops->cancel_alarm ? rtc.ops->cancel_alarm(rtc.object) : CT_UNSUPPORTED;
}

#endif
