// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The real-time clock of QEMU's machine "virt" as hal/ has clocks.
///
///     struct ct_date_time now;
///     CT_MUST(ct_rtc_get(CT_GOLDFISH_RTC, &now));
///     CT_MUST(ct_rtc_set_alarm(CT_GOLDFISH_RTC, &(struct ct_date_time){2026, 12, 31, 23, 59, 59}));
///     ct_goldfish_rtc_listen();                                // and its interrupt RTC comes
///     CT_MUST(CT_BLOCK(ct_rtc_take_alarm(CT_GOLDFISH_RTC)));
///
/// Claimed where it is used: CT_CLAIM(RTC). Years 1970 to 2099; UTC; it runs from the start, so it is
/// never CT_STALE. One context at a time. QEMU 10.0, hw/rtc/goldfish_rtc.c.
#ifndef CORTEN_GOLDFISH_RTC_H
#define CORTEN_GOLDFISH_RTC_H

#include <corten/hal/rtc.h>
#include <corten/registers.h>

/// It as hal/ sees it.
#define CT_GOLDFISH_RTC ((struct ct_rtc){&ct_goldfish_rtc_ops, NULL})

/// The interrupt comes when the alarm goes off, until it is acknowledged. Any context.
ct_inline void ct_goldfish_rtc_listen(void) { reg_write(RTC->IRQ_ENABLED, RTC_IRQ_ENABLED_ALARM(1)); }
/// In the handler.
ct_inline void ct_goldfish_rtc_acknowledge(void) { reg_write_raw(RTC->CLEAR_INTERRUPT, 1u); }

enum ct_goldfish_alarm_ { CT_GOLDFISH_NONE_, CT_GOLDFISH_SET_ };
static __attribute__((unused)) volatile enum ct_goldfish_alarm_ ct_goldfish_alarm_;

ct_outline enum ct_error ct_goldfish_get_(void *object, struct ct_date_time *now) {
    (void)object;
    const uint32_t low = reg_raw(RTC->TIME_LOW); // keeps the upper half that belongs to it
    const uint64_t ns = (uint64_t)reg_raw(RTC->TIME_HIGH) << 32 | low;
    *now = ct_date_time_from_unix((int64_t)(ns / 1000000000u));
    return CT_OK;
}

ct_inline uint64_t ct_goldfish_ns_(const struct ct_date_time *at) {
    return (uint64_t)ct_date_time_to_unix(at) * 1000000000u;
}
ct_inline bool ct_goldfish_has_(const struct ct_date_time *at) {
    return at->year >= 1970 && at->year <= 2099;
}

ct_outline enum ct_error ct_goldfish_set_(void *object, const struct ct_date_time *now) {
    (void)object;
    if (!ct_goldfish_has_(now)) return CT_OUT_OF_RANGE;
    const uint64_t ns = ct_goldfish_ns_(now);
    reg_write_raw(RTC->TIME_HIGH, (uint32_t)(ns >> 32));
    reg_write_raw(RTC->TIME_LOW, (uint32_t)ns);
    return CT_OK;
}

ct_outline enum ct_error ct_goldfish_set_alarm_(void *object, const struct ct_date_time *at) {
    (void)object;
    if (!ct_goldfish_has_(at)) return CT_OUT_OF_RANGE;
    const uint64_t ns = ct_goldfish_ns_(at);
    reg_write_raw(RTC->ALARM_HIGH, (uint32_t)(ns >> 32));
    reg_write_raw(RTC->ALARM_LOW, (uint32_t)ns);
    ct_goldfish_alarm_ = CT_GOLDFISH_SET_;
    return CT_OK;
}

ct_outline enum ct_error ct_goldfish_take_alarm_(void *object) {
    (void)object;
    if (ct_goldfish_alarm_ == CT_GOLDFISH_NONE_) return CT_INVALID;
    if (reg_get(RTC->ALARM_STATUS, RTC_ALARM_STATUS_SET)) return CT_WOULD_BLOCK;
    ct_goldfish_alarm_ = CT_GOLDFISH_NONE_;
    return CT_OK;
}

ct_outline enum ct_error ct_goldfish_cancel_alarm_(void *object) {
    (void)object;
    if (ct_goldfish_alarm_ == CT_GOLDFISH_NONE_) return CT_INVALID;
    ct_goldfish_alarm_ = CT_GOLDFISH_NONE_;
    reg_write_raw(RTC->CLEAR_ALARM, 1u);
    return CT_OK;
}

static const __attribute__((unused)) struct ct_rtc_ops ct_goldfish_rtc_ops = {
    ct_goldfish_get_, ct_goldfish_set_, ct_goldfish_set_alarm_, ct_goldfish_take_alarm_,
    ct_goldfish_cancel_alarm_};

#endif
