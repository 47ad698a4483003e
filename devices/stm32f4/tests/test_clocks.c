// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The clock tree on the model, which knows the limits: with a crystal, without, and when it stops.
#include "f4_test.h"

#include <corten/clocks.h>

CT_CLOCK_TREE_FOR(board, CRYSTAL(8000000), CORE(84000000));
CT_CLOCK_TREE_FOR(odd, CRYSTAL(25000000), CORE(50000000));
CT_CLOCK_TREE_FOR(fed, EXTERNAL(8000000), CORE(72000000));
CT_CLOCK_TREE_FOR(full, CRYSTAL(12000000), CORE(CT_STM32_MOST_CORE_MHZ * 1000000));

static struct ct_clock_result rescued;
void NMI_Handler(void);
void NMI_Handler(void) { rescued = ct_clocks_rescue(board); }

static void plans_are_solved(void **state) {
    (void)state;
    assert_int_equal(board_core_hz, 84000000);
    assert_int_equal(board_usb_hz, 48000000);
    assert_int_equal(board_vco_hz, 336000000);
    assert_int_equal(board_apb1_hz, 42000000);
    assert_int_equal(board_apb2_hz, 84000000);
    assert_int_equal(odd_core_hz, 50000000);
    assert_int_equal(odd_vco_hz, 200000000);
    assert_in_range(odd_usb_hz, 30000000, 48000000); // there is no 48 MHz
    assert_int_equal(fed_usb_hz, 48000000);
    assert_int_equal(full_core_hz, CT_STM32_MOST_CORE_MHZ * 1000000);
    assert_true(full_apb1_hz <= 42000000 && full_apb2_hz <= 84000000);
}

#define RATES(plan)                                                                                \
    do {                                                                                           \
        assert_int_equal(ct_model_clock_hz(CT_MODEL_AHB), plan##_core_hz);                         \
        assert_int_equal(ct_model_clock_hz(CT_MODEL_APB1), plan##_apb1_hz);                        \
        assert_int_equal(ct_model_clock_hz(CT_MODEL_APB2), plan##_apb2_hz);                        \
        assert_int_equal(ct_model_clock_hz(CT_MODEL_TIMERS1), plan##_timers1_hz);                  \
        assert_int_equal(ct_model_clock_hz(CT_MODEL_TIMERS2), plan##_timers2_hz);                  \
    } while (0)

static void each_plan_runs(void **state) {
    struct ct_clock_result r = ct_clocks_start(board);
    assert_int_equal(r.error, CT_OK);
    RATES(board);
    f4_open(state);
    ct_model_rcc.crystal_hz = 25000000;
    r = ct_clocks_start(odd);
    assert_int_equal(r.core_hz, 50000000);
    RATES(odd);
    f4_open(state);
    r = ct_clocks_start(fed);
    assert_int_equal(r.error, CT_OK);
    assert_true(reg_get(RCC->CR, RCC_CR_HSEBYP));
    RATES(fed);
    f4_open(state);
    ct_model_rcc.crystal_hz = 12000000;
    r = ct_clocks_start(full);
    RATES(full);
}

static void without_a_crystal_the_rate_is_the_same(void **state) {
    (void)state;
    ct_model_rcc.crystal_is_dead = true;
    const struct ct_clock_result r = ct_clocks_start(board);
    assert_int_equal(r.error, CT_TIMEOUT);
    assert_string_equal(r.flag, "HSERDY");
    assert_int_equal(r.core_hz, 84000000);
    RATES(board);
    assert_in_range(ct_host_now(), 10000000, 200000000);
}

static void without_the_pll_the_core_stays(void **state) {
    (void)state;
    ct_model_rcc.pll_does_not_lock = true;
    struct ct_clock_result r = ct_clocks_start(board);
    assert_string_equal(r.flag, "PLLRDY");
    assert_int_equal(r.core_hz, 16000000);
    assert_int_equal(ct_model_clock_hz(CT_MODEL_AHB), 16000000);
    f4_open(state);
    ct_model_rcc.switch_is_stuck = true;
    r = ct_clocks_start(board);
    assert_string_equal(r.flag, "SWS");
    assert_int_equal(r.core_hz, 16000000);
    assert_int_equal(ct_model_clock_hz(CT_MODEL_APB1), 16000000);
}

static void a_crystal_that_stops_is_replaced(void **state) {
    (void)state;
    assert_int_equal(ct_clocks_start(board).error, CT_OK);
    ct_clocks_watch();
    ct_model_rcc_crystal_stops();
    assert_int_equal(rescued.error, CT_OK);
    assert_int_equal(rescued.core_hz, 84000000);
    RATES(board);
    assert_false(reg_get(RCC->PLLCFGR, RCC_PLLCFGR_PLLSRC));
    assert_int_equal(ct_clocks_rescue(board).error, CT_NOT_FOUND); // another NMI
    f4_open(state);
    assert_int_equal(ct_clocks_start(board).error, CT_OK);
    ct_clocks_watch();
    ct_model_rcc.pll_does_not_lock = true;
    ct_model_rcc_crystal_stops();
    assert_int_equal(rescued.error, CT_TIMEOUT);
    assert_int_equal(rescued.core_hz, 16000000);
    assert_int_equal(ct_model_clock_hz(CT_MODEL_SYSCLK), 16000000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        F4_TEST(plans_are_solved), F4_TEST(each_plan_runs), F4_TEST(without_a_crystal_the_rate_is_the_same),
        F4_TEST(without_the_pll_the_core_stays), F4_TEST(a_crystal_that_stops_is_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
