// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The real-time clock, what outlives a reset, and the modes of power.
#define CT_RTC_TRIES 300000u // of 10 us each, here
#include "f4_test.h"

#include <corten/assert.h>
#include <corten/clocks.h>
#include <corten/rtc.h>

CT_RTC(wall);
CT_CLOCK_TREE_FOR(board, CRYSTAL(8000000), CORE(84000000));

static unsigned alarms, wakes, stamps, repeated;
void RTC_Alarm_Handler(void);
void RTC_Alarm_Handler(void) {
    alarms += ct_rtc_take_alarm(CT_RTC_AS_RTC(wall)) == CT_OK;
    repeated += ct_rtc_take_repeated();
}
void RTC_WKUP_Handler(void);
void RTC_WKUP_Handler(void) { wakes += ct_rtc_take_wake(); }
static struct ct_date_time stamped;
void TAMP_STAMP_Handler(void);
void TAMP_STAMP_Handler(void) { stamps += ct_rtc_take_stamp(&stamped) == CT_OK; }

static const struct ct_date_time eve = {2027, 12, 31, 23, 59, 50};

static int open(void **state) {
    f4_open(state);
    ct_model_access_ns = 10000; // a crystal takes 2 s
    alarms = wakes = stamps = repeated = 0;
    ct_port_enable(RTC_Alarm_IRQn, 2);
    ct_port_enable(RTC_WKUP_IRQn, 2);
    ct_port_enable(TAMP_STAMP_IRQn, 2);
    return 0;
}
static void pass_s(unsigned seconds) { f4_pass_us(seconds * 1000000ull); }
static void expect(uint16_t year, uint8_t month, uint8_t day, uint8_t hour, uint8_t minute, uint8_t second) {
    struct ct_date_time now;
    assert_int_equal(ct_rtc_get(CT_RTC_AS_RTC(wall), &now), CT_OK);
    const struct ct_date_time wanted = {year, month, day, hour, minute, second};
    assert_int_equal(ct_date_time_to_unix(&now), ct_date_time_to_unix(&wanted));
}

static void it_keeps_time(void **state) {
    (void)state;
    struct ct_date_time now;
    assert_int_equal(ct_rtc_start(CT_RTC_CRYSTAL), CT_OK);
    assert_int_equal(ct_rtc_get(CT_RTC_AS_RTC(wall), &now), CT_STALE);
    assert_int_equal(ct_rtc_set(CT_RTC_AS_RTC(wall), &eve), CT_OK);
    expect(2027, 12, 31, 23, 59, 50);
    pass_s(9);
    expect(2027, 12, 31, 23, 59, 59);
    pass_s(1);
    expect(2028, 1, 1, 0, 0, 0);
    CT_MUST(ct_rtc_set(CT_RTC_AS_RTC(wall), &(struct ct_date_time){2028, 2, 28, 23, 59, 59}));
    pass_s(3602);
    expect(2028, 2, 29, 1, 0, 1);
    assert_int_equal(ct_rtc_set(CT_RTC_AS_RTC(wall), &(struct ct_date_time){2100, 1, 1, 0, 0, 0}), CT_OUT_OF_RANGE);
    assert_int_equal(ct_rtc_set(CT_RTC_AS_RTC(wall), &(struct ct_date_time){2027, 2, 29, 0, 0, 0}), CT_INVALID);
}

static void without_a_crystal_the_other_oscillator_serves(void **state) {
    (void)state;
    ct_model_rcc.watch_crystal_is_dead = true;
    assert_int_equal(ct_rtc_start(CT_RTC_CRYSTAL), CT_TIMEOUT);
    assert_int_equal(ct_rtc_start(CT_RTC_INTERNAL), CT_OK);
    assert_int_equal(ct_rtc_set(CT_RTC_AS_RTC(wall), &eve), CT_OK);
    pass_s(11); // 32000 = 128 * 250
    expect(2028, 1, 1, 0, 0, 1);
}

static void alarms_go_off(void **state) {
    (void)state;
    CT_MUST(ct_rtc_start(CT_RTC_CRYSTAL));
    CT_MUST(ct_rtc_set(CT_RTC_AS_RTC(wall), &eve));
    assert_int_equal(ct_rtc_take_alarm(CT_RTC_AS_RTC(wall)), CT_INVALID);
    assert_int_equal(ct_rtc_set_alarm(CT_RTC_AS_RTC(wall), &(struct ct_date_time){2028, 1, 1, 0, 0, 5}), CT_OK);
    assert_int_equal(ct_rtc_repeat_alarm(&(struct ct_date_time){.day = 3, .hour = 7, .minute = 9, .second = 7}, CT_RTC_ANY_MINUTE | CT_RTC_ANY_HOUR | CT_RTC_ANY_DAY), CT_OK);
    assert_int_equal(ct_rtc_take_alarm(CT_RTC_AS_RTC(wall)), CT_WOULD_BLOCK);
    pass_s(14);
    assert_int_equal(alarms, 0);
    pass_s(2);
    assert_int_equal(alarms, 1);
    pass_s(182);
    assert_int_equal(alarms, 1);
    assert_int_equal(repeated, 4);
    CT_MUST(ct_rtc_set_alarm(CT_RTC_AS_RTC(wall), &(struct ct_date_time){2028, 1, 1, 0, 10, 0}));
    assert_int_equal(ct_rtc_cancel_alarm(CT_RTC_AS_RTC(wall)), CT_OK);
    assert_int_equal(ct_rtc_cancel_alarm(CT_RTC_AS_RTC(wall)), CT_INVALID);
    pass_s(900);
    assert_int_equal(alarms, 1);
}

static void it_wakes_and_stamps(void **state) {
    (void)state;
    static struct ct_model_drive contact;
    ct_model_attach(&contact, CT_MODEL_PIN('C', 13));
    CT_MUST(ct_rtc_start(CT_RTC_CRYSTAL));
    CT_MUST(ct_rtc_set(CT_RTC_AS_RTC(wall), &eve));
    assert_int_equal(ct_rtc_wake_every(0), CT_OUT_OF_RANGE);
    CT_MUST(ct_rtc_wake_every(10));
    pass_s(35);
    assert_int_equal(wakes, 3);
    ct_rtc_wake_no_more();
    pass_s(100);
    assert_int_equal(wakes, 3);
    ct_rtc_stamp_edges(false);
    pass_s(5);
    ct_model_drive(&contact, CT_MODEL_HIGH);
    pass_s(5);
    assert_int_equal(stamps, 1);
    assert_int_equal(stamped.minute, 2); // 23:59:50 and 140 s
    assert_int_equal(stamped.day, 1);
}

static void time_and_backup_outlive_a_reset(void **state) {
    (void)state;
    CT_MUST(ct_rtc_start(CT_RTC_CRYSTAL));
    CT_MUST(ct_rtc_set(CT_RTC_AS_RTC(wall), &eve));
    for (unsigned i = 0; i < CT_RTC_BACKUP_WORDS; i++) ct_rtc_backup_write(i, 1000 + i);
    EXPECT_STOP("reset by software", reg_write(SCB->AIRCR, SCB_AIRCR_VECTKEY(0x05FA), SCB_AIRCR_SYSRESETREQ(1)));
    assert_true(ct_reset_causes() & CT_RESET_SOFTWARE);
    assert_int_equal(ct_reset_causes(), 0);
    pass_s(20);
    CT_MUST(ct_rtc_start(CT_RTC_CRYSTAL)); // goes on
    expect(2028, 1, 1, 0, 0, 10);
    for (unsigned i = 0; i < CT_RTC_BACKUP_WORDS; i++) assert_int_equal(ct_rtc_backup_read(i), 1000 + i);
    struct ct_date_time now;
    CT_MUST(ct_rtc_start(CT_RTC_INTERNAL)); // another source: all is forgotten
    assert_int_equal(ct_rtc_get(CT_RTC_AS_RTC(wall), &now), CT_STALE);
    assert_int_equal(ct_rtc_backup_read(0), 0);
}

static void protection_is_needed(void **state) {
    (void)state;
    EXPECT_REPORT("while PWR.CR.DBP is 0", ct_rtc_backup_write(3, 1));
    CT_MUST(ct_rtc_start(CT_RTC_CRYSTAL));
    EXPECT_REPORT("while it is protected", reg_set(RTC->CR, RTC_CR_BYPSHAD));
    const ct_port_mask_t before = ct_rtc_open_();
    EXPECT_REPORT("outside of the initialisation mode", reg_write_raw(RTC->TR, 0x120000));
    ct_rtc_close_(before);
}

static void a_handler_may_come_at_any_moment(void **state) {
    (void)state;
    CT_MUST(ct_rtc_start(CT_RTC_CRYSTAL));
    ct_model_access_ns = 1000;
    for (unsigned offset = 0; offset < 150; offset++) { // the alarm before each access of another setting
        alarms = repeated = 0;
        CT_MUST(ct_rtc_set(CT_RTC_AS_RTC(wall), &eve));
        const uint64_t due = ct_host_now() + 2000000000u;
        CT_MUST(ct_rtc_set_alarm(CT_RTC_AS_RTC(wall), &(struct ct_date_time){2027, 12, 31, 23, 59, 52}));
        ct_host_pass(due - ct_host_now() - 1000u * offset);
        const enum ct_error e = ct_rtc_repeat_alarm(&(struct ct_date_time){.second = 55},
                                                    CT_RTC_ANY_MINUTE | CT_RTC_ANY_HOUR | CT_RTC_ANY_DAY);
        assert_int_equal(e, CT_OK);
        pass_s(6);
        assert_int_equal(alarms, 1);
        assert_int_equal(repeated, 1);
        assert_false(reg_get(RTC->CR, RTC_CR_ALRAE));
    }
}

/* ---- power */

static void stop_ends_at_16_mhz(void **state) {
    (void)state;
    ct_model_access_ns = 100;
    CT_MUST(ct_clocks_start(board).error);
    ct_model_access_ns = 10000;
    CT_MUST(ct_rtc_start(CT_RTC_CRYSTAL));
    CT_MUST(ct_rtc_set(CT_RTC_AS_RTC(wall), &eve));
    CT_MUST(ct_rtc_wake_every(30));
    ct_host_cancel(&ct_model_rcc.change);
    while (!wakes) ct_pwr_stop(CT_PWR_LOW_POWER);
    assert_int_equal(ct_model_clock_hz(CT_MODEL_SYSCLK), 16000000);
    assert_false(reg_get(SCB->SCR, SCB_SCR_SLEEPDEEP));
    ct_model_access_ns = 100;
    CT_MUST(ct_clocks_start(board).error);
    assert_int_equal(ct_model_clock_hz(CT_MODEL_SYSCLK), 84000000);
    expect(2028, 1, 1, 0, 0, 20);
}

static void standby_ends_by_the_alarm_or_the_pin(void **state) {
    (void)state;
    CT_MUST(ct_rtc_start(CT_RTC_CRYSTAL));
    CT_MUST(ct_rtc_set(CT_RTC_AS_RTC(wall), &eve));
    assert_false(ct_pwr_take_standby());
    CT_MUST(ct_rtc_wake_every(100));
    EXPECT_STOP("the end of a standby", ct_pwr_standby());
    ct_pwr_init();
    assert_true(ct_pwr_take_standby());
    assert_false(ct_pwr_take_standby());
    CT_MUST(ct_rtc_start(CT_RTC_CRYSTAL));
    struct ct_date_time now;
    CT_MUST(ct_rtc_get(CT_RTC_AS_RTC(wall), &now));
    assert_int_equal(now.year, 2028);
}

static unsigned low;
void PVD_Handler(void);
void PVD_Handler(void) {
    low++;
    reg_write_raw(EXTI->PR, 1u << 16);
}
static void the_supply_is_watched(void **state) {
    (void)state;
    low = 0;
    ct_port_enable(PVD_IRQn, 2);
    ct_pwr_init();
    ct_pwr_watch_supply(5);
    ct_rtc_line_(16);
    assert_false(ct_pwr_supply_is_low());
    ct_model_supply(true);
    f4_pass_us(10);
    assert_int_equal(low, 1);
    assert_true(ct_pwr_supply_is_low());
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(it_keeps_time), TEST(without_a_crystal_the_other_oscillator_serves), TEST(alarms_go_off),
        TEST(it_wakes_and_stamps), TEST(time_and_backup_outlive_a_reset), TEST(protection_is_needed), TEST(a_handler_may_come_at_any_moment),
        TEST(stop_ends_at_16_mhz), TEST(standby_ends_by_the_alarm_or_the_pin), TEST(the_supply_is_watched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
