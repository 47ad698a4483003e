// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Date and time on RTC1 of the nRF51822, a counter of the clock of 32,768 Hz: a clock of hal/.
///
///     static struct ct_calendar calendar;
///     ct_calendar_start(&calendar);                            // the low-frequency clock runs already
///     CT_MUST(ct_rtc_set(CT_CALENDAR(&calendar), &(struct ct_date_time){2026, 3, 1, 12, 0, 0}));
///     struct ct_date_time now;
///     CT_MUST(ct_rtc_get(CT_CALENDAR(&calendar), &now));
///
/// Claimed where it is used: CT_CLAIM(RTC1). The counter has 24 bits and counts eighths of a second: look
/// at the clock at least every 24 days, or in its interrupt. The date is in RAM and lost by a reset:
/// CT_STALE until it is set. One context at a time. nRF51 Series Reference Manual 3.0, 19.
#ifndef CORTEN_CALENDAR_H
#define CORTEN_CALENDAR_H

#include <corten/hal/rtc.h>
#include <corten/registers.h>

struct ct_calendar {
    int64_t zero;     ///< seconds since 1970 when the eighths were 0
    uint64_t eighths; ///< of a second, since the start, at the last look
    int64_t alarm;    ///< seconds since 1970
    bool is_set, has_alarm;
};

/// It as hal/ sees it; the address of a struct ct_calendar.
#define CT_CALENDAR(calendar) ((struct ct_rtc){&ct_calendar_ops, (struct ct_calendar *)(calendar)})

/// Starts to count from 0. Init, with the low-frequency clock running.
ct_inline void ct_calendar_start(struct ct_calendar *calendar) {
    *calendar = (struct ct_calendar){0};
    reg_write(RTC1->TASKS_STOP, RTC_TASKS_STOP_STOP(1));
    reg_write(RTC1->PRESCALER, RTC_PRESCALER_PRESCALER(4095)); // 8 Hz
    reg_write(RTC1->TASKS_CLEAR, RTC_TASKS_CLEAR_CLEAR(1));
    reg_write(RTC1->TASKS_START, RTC_TASKS_START_START(1));
}

/// From now on the interrupt RTC1 comes when the counter wraps, and for an alarm.
ct_inline void ct_calendar_listen(void) {
    reg_write(RTC1->INTENSET, RTC_INTENSET_OVRFLW(1), RTC_INTENSET_COMPARE0(1));
}

// How many eighths have passed since the start.
ct_outline uint64_t ct_calendar_look_(struct ct_calendar *calendar) {
    const uint32_t counter = reg_get(RTC1->COUNTER, RTC_COUNTER_COUNTER);
    calendar->eighths += (counter - (uint32_t)calendar->eighths) & 0xFFFFFFu;
    return calendar->eighths;
}

// The comparison is set as soon as the counter can reach it: at least two counts ahead (19.1.7).
ct_outline void ct_calendar_compare_(struct ct_calendar *calendar) {
    const uint64_t now = ct_calendar_look_(calendar);
    const int64_t left = (calendar->alarm - calendar->zero) * 8 - (int64_t)now;
    if (calendar->has_alarm && left < 0xFFFFF0)
        reg_write_raw(RTC1->CC[0], (uint32_t)(now + (uint64_t)(left > 2 ? left : 2)) & 0xFFFFFFu);
}

/// In the handler of RTC1: keeps the date across a wrap of the counter. Whether the alarm may have gone
/// off.
ct_inline bool ct_calendar_interrupt(struct ct_calendar *calendar) {
    const bool alarm = reg_raw(RTC1->EVENTS_COMPARE[0]);
    reg_write_raw(RTC1->EVENTS_COMPARE[0], 0u);
    reg_write_raw(RTC1->EVENTS_OVRFLW, 0u);
    ct_calendar_compare_(calendar);
    return alarm;
}

ct_outline enum ct_error ct_calendar_get_(void *object, struct ct_date_time *now) {
    struct ct_calendar *calendar = object;
    *now = ct_date_time_from_unix(calendar->zero + (int64_t)(ct_calendar_look_(calendar) / 8u));
    return calendar->is_set ? CT_OK : CT_STALE;
}
ct_outline enum ct_error ct_calendar_set_(void *object, const struct ct_date_time *now) {
    struct ct_calendar *calendar = object;
    // a whole second begins now
    reg_write(RTC1->TASKS_CLEAR, RTC_TASKS_CLEAR_CLEAR(1));
    calendar->eighths = 0;
    calendar->zero = ct_date_time_to_unix(now);
    calendar->is_set = true;
    ct_calendar_compare_(calendar);
    return CT_OK;
}
ct_outline enum ct_error ct_calendar_set_alarm_(void *object, const struct ct_date_time *at) {
    struct ct_calendar *calendar = object;
    if (!calendar->is_set) return CT_STALE;
    calendar->alarm = ct_date_time_to_unix(at);
    calendar->has_alarm = true;
    ct_calendar_compare_(calendar);
    return CT_OK;
}
ct_outline enum ct_error ct_calendar_take_alarm_(void *object) {
    struct ct_calendar *calendar = object;
    if (!calendar->has_alarm) return CT_INVALID;
    const int64_t now = calendar->zero + (int64_t)(ct_calendar_look_(calendar) / 8u);
    if (now < calendar->alarm) {
        ct_calendar_compare_(calendar); // one that was too far away before
        return CT_WOULD_BLOCK;
    }
    calendar->has_alarm = false;
    return CT_OK;
}
ct_outline enum ct_error ct_calendar_cancel_alarm_(void *object) {
    struct ct_calendar *calendar = object;
    if (!calendar->has_alarm) return CT_INVALID;
    calendar->has_alarm = false;
    return CT_OK;
}
static const __attribute__((unused)) struct ct_rtc_ops ct_calendar_ops = {
    ct_calendar_get_, ct_calendar_set_, ct_calendar_set_alarm_, ct_calendar_take_alarm_,
    ct_calendar_cancel_alarm_};

#endif
