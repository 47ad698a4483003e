// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// What no emulator has of the nRF51822, on a model of its registers: edges by GPIOTE, the calendar on RTC1.
#include <corten/calendar.h>
#include <corten/gpiote.h>
#include <corten/registers_model.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

CT_GPIO(key, 17);
CT_GPIOTE_EDGES(pressed, key, 2);

static struct ct_reg_model chip;
static uint64_t words[device_model_count];
enum { GPIOTE_AT = 0x40006000, RTC1_AT = 0x40011000 };

static uint64_t at(uint64_t address) { return ct_reg_model_peek(&chip, address); }
static void put(uint64_t address, uint64_t value) { ct_reg_model_poke(&chip, address, value); }

// A task clears the counter.
static void clear_task(struct ct_reg_model *m, const struct ct_reg_model_access *access, uint64_t *stored,
                       uint64_t *answer, void *context) {
    (void)stored, (void)answer, (void)context;
    if (access->write && access->value) ct_reg_model_poke(m, RTC1_AT + 0x504, 0);
}

static int open(void **state) {
    (void)state;
    ct_reg_model_open(&chip, &device_model, words);
    ct_reg_model_watch(&chip, RTC1_AT + 0x008, RTC1_AT + 0x008, clear_task, NULL);
    ct_reg_model_use(&chip);
    return 0;
}

static void edges(void **unused) {
    (void)unused;
    put(GPIOTE_AT + 0x108, 1); // an event from before
    assert_int_equal(ct_edge_listen(pressed, CT_EDGE_FALLING), CT_OK);
    assert_int_equal(at(GPIOTE_AT + 0x518), 2u << 16 | 17u << 8 | 1u); // falling, pin 17, event
    assert_int_equal(at(GPIOTE_AT + 0x304) & 0xF, 1u << 2);            // INTENSET
    assert_int_equal(ct_edge_take(pressed), CT_WOULD_BLOCK);
    assert_false(pressed_interrupt());

    put(GPIOTE_AT + 0x108, 1); // by looking
    assert_int_equal(ct_edge_take(pressed), CT_OK);
    assert_int_equal(at(GPIOTE_AT + 0x108), 0);
    assert_int_equal(ct_edge_take(pressed), CT_WOULD_BLOCK);

    put(GPIOTE_AT + 0x108, 1); // by interrupt
    assert_true(pressed_interrupt());
    assert_int_equal(at(GPIOTE_AT + 0x108), 0);
    assert_int_equal(ct_edge_take(pressed), CT_OK);
    assert_int_equal(ct_edge_take(pressed), CT_WOULD_BLOCK);

    put(0x50000510, 1u << 17); // IN
    assert_int_equal(ct_edge_is_high(pressed), 1);
    assert_int_equal(ct_edge_ignore(pressed), CT_OK);
    assert_int_equal(at(GPIOTE_AT + 0x518), 0);
}

static struct ct_calendar calendar;
static void is(uint16_t year, uint8_t month, uint8_t day, uint8_t hour, uint8_t minute, uint8_t second) {
    struct ct_date_time now;
    assert_int_equal(ct_rtc_get(CT_CALENDAR(&calendar), &now), CT_OK);
    const struct ct_date_time expected = {year, month, day, hour, minute, second};
    assert_int_equal(ct_date_time_to_unix(&now), ct_date_time_to_unix(&expected));
}
static void count_to(uint32_t counter) { put(RTC1_AT + 0x504, counter); }

static void dates(void **unused) {
    (void)unused;
    const struct ct_rtc rtc = CT_CALENDAR(&calendar);
    struct ct_date_time now;
    ct_calendar_start(&calendar);
    assert_int_equal(at(RTC1_AT + 0x508), 4095);
    assert_int_equal(ct_rtc_get(rtc, &now), CT_STALE);
    assert_int_equal(ct_rtc_set_alarm(rtc, &(struct ct_date_time){2026, 3, 1, 0, 0, 0}), CT_STALE);
    count_to(5);
    assert_int_equal(ct_rtc_set(rtc, &(struct ct_date_time){2026, 2, 28, 23, 59, 58}), CT_OK);
    is(2026, 2, 28, 23, 59, 58);
    count_to(7);
    is(2026, 2, 28, 23, 59, 58);
    count_to(16);
    is(2026, 3, 1, 0, 0, 0);
    // 23 days later, and then across the wrap: 2^24 eighths are 24 days, 6 hours, 32 minutes, 32 seconds
    count_to(16 + 23 * 86400 * 8);
    is(2026, 3, 24, 0, 0, 0);
    count_to(0);
    is(2026, 3, 25, 6, 32, 30);
    count_to(8);
    is(2026, 3, 25, 6, 32, 31);
}

static void alarms(void **unused) {
    (void)unused;
    const struct ct_rtc rtc = CT_CALENDAR(&calendar);
    ct_calendar_start(&calendar);
    assert_int_equal(ct_rtc_set(rtc, &(struct ct_date_time){2026, 1, 1, 0, 0, 0}), CT_OK);
    assert_int_equal(ct_rtc_take_alarm(rtc), CT_INVALID);
    assert_int_equal(ct_rtc_set_alarm(rtc, &(struct ct_date_time){2026, 1, 1, 0, 1, 0}), CT_OK);
    assert_int_equal(at(RTC1_AT + 0x540), 60 * 8); // CC[0]
    ct_calendar_listen();
    assert_int_equal(at(RTC1_AT + 0x304) & 0x10003, 0x10002);
    count_to(60 * 8 - 1);
    assert_int_equal(ct_rtc_take_alarm(rtc), CT_WOULD_BLOCK);
    count_to(60 * 8);
    put(RTC1_AT + 0x140, 1); // EVENTS_COMPARE[0]
    assert_true(ct_calendar_interrupt(&calendar));
    assert_int_equal(at(RTC1_AT + 0x140), 0);
    assert_int_equal(ct_rtc_take_alarm(rtc), CT_OK);
    assert_int_equal(ct_rtc_take_alarm(rtc), CT_INVALID);
    // too far for the counter: compared once it is near
    put(RTC1_AT + 0x540, 0);
    assert_int_equal(ct_rtc_set_alarm(rtc, &(struct ct_date_time){2026, 2, 1, 0, 0, 0}), CT_OK);
    assert_int_equal(at(RTC1_AT + 0x540), 0);
    count_to(10 * 86400 * 8);
    assert_int_equal(ct_rtc_take_alarm(rtc), CT_WOULD_BLOCK);
    assert_int_equal(at(RTC1_AT + 0x540), 31 * 86400 * 8 & 0xFFFFFF);
    assert_int_equal(ct_rtc_cancel_alarm(rtc), CT_OK);
    assert_int_equal(ct_rtc_cancel_alarm(rtc), CT_INVALID);
    // one that has passed already goes off at once
    assert_int_equal(ct_rtc_set_alarm(rtc, &(struct ct_date_time){2026, 1, 1, 0, 0, 0}), CT_OK);
    assert_int_equal(at(RTC1_AT + 0x540), 10 * 86400 * 8 + 2);
    assert_int_equal(ct_rtc_take_alarm(rtc), CT_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(edges, open),
        cmocka_unit_test_setup(dates, open),
        cmocka_unit_test_setup(alarms, open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
