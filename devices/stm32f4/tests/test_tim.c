// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Timers on the model, whose clocks are the 16 MHz of a chip after reset.
#include "f4_test.h"

#include <corten/dma.h>
#include <corten/gpio.h>
#include <corten/tim_input.h>
#include <corten/hal/delay.h>

enum { CLOCK = 16000000 };

CT_TIM(sampling, TIM3);
CT_TIM(narrow, TIM4);
CT_TIM(wide, TIM5);
CT_TIM_MICROSECONDS(narrow_us, narrow, CLOCK);
CT_TIM_MICROSECONDS(wide_us, wide, CLOCK);
CT_TIM(motor, TIM1);
CT_TIM_PWM(left, motor, 1, CLOCK);
CT_TIM(wheel_timer, TIM2);
CT_TIM_CAPTURE(wheel, wheel_timer, 1, 1000000);
CT_TIM(small, TIM9);
CT_TIM_ENCODER(knob, sampling);

static unsigned overflows;
void TIM3_Handler(void);
void TIM3_Handler(void) {
    if (ct_tim_take(sampling)) overflows++;
}

static void periods_are_exact_and_interrupt(void **state) {
    (void)state;
    overflows = 0;
    ct_port_enable(TIM3_IRQn, 1);
    ct_tim_start_periodic(sampling, CLOCK, 1000);
    const uint64_t begin = ct_host_now();
    ct_tim_listen(sampling);
    f4_pass_us(100000);
    assert_int_equal(overflows, 100 + (ct_host_now() - begin - 100000000) / 1000000);
    assert_int_equal(overflows, 100);
    ct_tim_stop(sampling);
    f4_pass_us(10000);
    assert_int_equal(overflows, 100);
    ct_tim_go_on(sampling);
    ct_tim_ignore(sampling);
    f4_pass_us(10000);
    assert_int_equal(overflows, 100);
    assert_true(ct_tim_take(sampling));
    assert_false(ct_tim_take(sampling));
}

/// Counts down and returns how long it took, ns; what looking costs included.
static uint64_t measure(struct ct_countdown timer, uint32_t us) {
    const uint64_t begin = ct_host_now();
    assert_int_equal(ct_countdown_start(timer, us), CT_OK);
    while (ct_countdown_wait(timer) == CT_WOULD_BLOCK) f4_pass_us(us / 1024);
    assert_int_equal(ct_countdown_wait(timer), CT_INVALID);
    return ct_host_now() - begin;
}

static void a_countdown_is_never_short(void **state) {
    (void)state;
    static const uint32_t times[] = {1, 2, 7, 100, 999, 4095, 4096, 4097, 65535, 65536, 100001, 3000000, 268435455};
    for (unsigned i = 0; i < CT_COUNT(times); i++) {
        const uint64_t ns = times[i] * UINT64_C(1000);
        uint64_t took = measure(CT_TIM_COUNTDOWN(narrow_us), times[i]);
        assert_true(took >= ns && took < ns + ns / 500 + 3000);
        took = measure(CT_TIM_COUNTDOWN(wide_us), times[i]);
        assert_true(took >= ns && took < ns + ns / 500 + 3000);
    }
    assert_int_equal(ct_countdown_start(CT_TIM_COUNTDOWN(narrow_us), 0), CT_OUT_OF_RANGE);
    assert_int_equal(ct_countdown_start(CT_TIM_COUNTDOWN(narrow_us), 268435456), CT_OUT_OF_RANGE);
    assert_int_equal(ct_countdown_start(CT_TIM_COUNTDOWN(wide_us), 0), CT_OUT_OF_RANGE);
    assert_int_equal(ct_countdown_start(CT_TIM_COUNTDOWN(wide_us), 4294967295u), CT_OK);
    f4_pass_us(4294967295u);
    assert_int_equal(ct_countdown_wait(CT_TIM_COUNTDOWN(wide_us)), CT_OK);
}

static void a_countdown_can_be_cancelled_and_begun_anew(void **state) {
    (void)state;
    const struct ct_countdown timer = CT_TIM_COUNTDOWN(narrow_us);
    assert_int_equal(ct_countdown_start(timer, 100), CT_OK);
    assert_int_equal(ct_countdown_cancel(timer), CT_OK);
    assert_int_equal(ct_countdown_cancel(timer), CT_INVALID);
    f4_pass_us(200);
    assert_int_equal(ct_countdown_wait(timer), CT_INVALID);
    assert_int_equal(ct_countdown_start(timer, 100), CT_OK);
    f4_pass_us(60);
    assert_int_equal(ct_countdown_start(timer, 100), CT_OK);
    f4_pass_us(60);
    assert_int_equal(ct_countdown_wait(timer), CT_WOULD_BLOCK);
    f4_pass_us(60);
    assert_int_equal(ct_countdown_cancel(timer), CT_OK); // it had run out, and nobody was told
    assert_int_equal(ct_countdown_wait(timer), CT_INVALID);
}

static void a_delay_waits(void **state) {
    (void)state;
    static const struct ct_countdown countdown = CT_TIM_COUNTDOWN(narrow_us);
    const uint64_t begin = ct_host_now();
    ct_delay_ms(CT_DELAY_BY_COUNTDOWN(&countdown), 20);
    assert_true(ct_host_now() - begin >= 20000000 && ct_host_now() - begin < 20010000);
}

static void a_periodic_timer_does_not_drift(void **state) {
    (void)state;
    const struct ct_periodic timer = CT_TIM_PERIODIC(narrow_us);
    static const uint32_t periods[] = {2, 3, 1000, 65536, 65538, 1000000, 3333333};
    for (unsigned i = 0; i < CT_COUNT(periods); i++) {
        assert_int_equal(ct_periodic_start(timer, periods[i]), CT_OK);
        const uint64_t begin = ct_host_now();
        for (unsigned n = 1; n <= 10; n++) {
            ct_host_pass(begin + periods[i] * UINT64_C(1000) * n - ct_host_now() - 800);
            assert_int_equal(ct_periodic_wait(timer), CT_WOULD_BLOCK);
            ct_host_pass(800);
            assert_int_equal(ct_periodic_wait(timer), CT_OK);
        }
    }
    assert_int_equal(ct_periodic_start(CT_TIM_PERIODIC(wide_us), 1), CT_OK);
    f4_pass_us(1);
    assert_int_equal(ct_periodic_wait(CT_TIM_PERIODIC(wide_us)), CT_OK);
    assert_int_equal(ct_periodic_start(timer, 65537), CT_OUT_OF_RANGE); // a prime
    assert_int_equal(ct_periodic_start(timer, 0), CT_OUT_OF_RANGE);
    assert_int_equal(ct_periodic_start(timer, 4294967295u), CT_OUT_OF_RANGE);
    assert_int_equal(ct_periodic_cancel(timer), CT_OK);
    assert_int_equal(ct_periodic_wait(timer), CT_INVALID);
    assert_int_equal(ct_periodic_cancel(timer), CT_INVALID);
}

/* ---- outputs */

static struct meter {
    struct ct_model_watch watch;
    uint64_t rose, fell, high, low;
    unsigned pulses;
} meter, other;
static void measured(struct ct_model_watch *watch, bool high) {
    struct meter *m = (struct meter *)watch;
    if (high) {
        m->rose = ct_host_now();
        m->low = m->rose - m->fell;
        m->pulses++;
    } else {
        m->fell = ct_host_now();
        m->high = m->fell - m->rose;
    }
}
static void watch_pin(struct meter *m, unsigned pin) {
    *m = (struct meter){.pulses = 0};
    ct_model_pin_watch(&m->watch, pin, measured);
}

CT_GPIO(out, A, 8);
CT_GPIO(out_n, A, 7);
CT_GPIO(brk, A, 6);
CT_GPIO(in, A, 5);
CT_GPIO(enc_a, B, 4);
CT_GPIO(enc_b, B, 5);

static void pwm_makes_its_duty(void **state) {
    (void)state;
    const struct ct_pwm pwm = CT_TIM_AS_PWM(left);
    watch_pin(&meter, CT_MODEL_PIN('A', 8));
    ct_gpio_make_alternate(out, 1, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_tim_pwm_start(motor, CLOCK, 20000);
    ct_tim_pwm_connect(motor, 1, CT_TIM_ACTIVE_HIGH);
    assert_int_equal(ct_pwm_most(pwm), 800);
    f4_pass_us(200);
    assert_int_equal(meter.pulses, 0);
    assert_int_equal(ct_pwm_set_percent(pwm, 30), CT_OK);
    f4_pass_us(1000);
    assert_int_equal(meter.high, 15000);
    assert_int_equal(meter.low, 35000);
    const uint64_t begin = ct_host_now();
    for (unsigned duty = 1; duty < 800; duty += 37) { // no pulse of another width in between
        assert_int_equal(ct_pwm_set_duty(pwm, (uint16_t)duty), CT_OK);
        f4_pass_us(75);
        f4_pass_us(50);
        assert_in_range(meter.high, duty * 62, duty * 63);
    }
    assert_true(ct_host_now() > begin);
    assert_int_equal(ct_pwm_set_on(pwm), CT_OK);
    f4_pass_us(100);
    const unsigned pulses = meter.pulses;
    f4_pass_us(1000);
    assert_int_equal(meter.pulses, pulses);
    assert_true(ct_model_pin_level(CT_MODEL_PIN('A', 8)));
    assert_int_equal(ct_pwm_set_duty(pwm, 801), CT_OUT_OF_RANGE);
    assert_int_equal(ct_pwm_set_off(pwm), CT_OK);
    f4_pass_us(100);
    assert_false(ct_model_pin_level(CT_MODEL_PIN('A', 8)));
    assert_int_equal(ct_pwm_set_period(pwm, 20000000), CT_OK); // 50 Hz
    assert_int_equal(ct_pwm_set_percent(pwm, 10), CT_OK);
    f4_pass_us(50000);
    assert_in_range(meter.high, 1999000, 2000000);
    assert_in_range(meter.high + meter.low, 19999000, 20000000);
    assert_int_equal(ct_pwm_set_period(pwm, 100), CT_OUT_OF_RANGE);
    ct_tim_pwm_disconnect(motor, 1);
    assert_int_equal(ct_model_reports(), 0);
}

CT_DMA_STREAM(duties, DMA1, 2, TIM3_UP);
static CT_DMA_BUFFER(uint16_t, 5) widths;
static void duties_come_by_dma(void **state) {
    (void)state;
    static const uint16_t wanted[5] = {10, 200, 30, 400, 50};
    watch_pin(&meter, CT_MODEL_PIN('B', 4));
    ct_gpio_make_alternate(enc_a, 2, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    memcpy(CT_DMA_ELEMENTS(widths), wanted, sizeof wanted);
    ct_dma_init(duties);
    ct_tim_pwm_start(sampling, CLOCK, 20000); // 800 ticks of 62.5 ns
    ct_tim_pwm_connect(sampling, 1, CT_TIM_ACTIVE_HIGH);
    ct_dma_send(duties, widths, 5, TIM3->CCR1, CT_DMA_COMPLETE);
    ct_tim_ask_dma(sampling);
    const uint64_t begin = ct_host_now();
    f4_pass_us(95); // the first overflow fetches, the second takes over
    for (unsigned i = 0; i < 5; i++) {
        f4_pass_us(50);
        assert_in_range(meter.high, wanted[i] * 62u, wanted[i] * 63u);
    }
    assert_true(ct_dma_take(duties) & CT_DMA_COMPLETE);
    assert_true(ct_host_now() - begin < 350000);
    ct_tim_spare_dma(sampling);
}

static void complements_keep_their_dead_time(void **state) {
    (void)state;
    watch_pin(&meter, CT_MODEL_PIN('A', 8));
    watch_pin(&other, CT_MODEL_PIN('A', 7));
    ct_gpio_make_alternate(out, 1, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_gpio_make_alternate(out_n, 1, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_gpio_make_alternate(brk, 1, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_DOWN);
    ct_tim_pwm_start(motor, CLOCK, 20000);
    ct_tim_pwm_connect(motor, 1, CT_TIM_ACTIVE_HIGH);
    ct_tim_pwm_complement(motor, 1, CT_TIM_ACTIVE_HIGH);
    ct_tim_pwm_dead_time(motor, CLOCK, 500); // 8 clocks
    ct_tim_pwm_set(motor, 1, 200);
    f4_pass_us(200);
    assert_int_equal(meter.high, 12500 - 500);
    assert_int_equal(other.high, 37500 - 500);
    assert_true(meter.rose == other.fell + 500 || other.rose == meter.fell + 500);
    // the break input turns both off, in hardware, until they are turned on again
    static struct ct_model_drive fault;
    ct_model_attach(&fault, CT_MODEL_PIN('A', 6));
    ct_tim_pwm_break(motor, CT_TIM_ACTIVE_HIGH);
    assert_false(ct_tim_pwm_is_broken(motor));
    ct_model_drive(&fault, CT_MODEL_HIGH);
    assert_true(ct_tim_pwm_is_broken(motor));
    assert_int_equal(ct_tim_pwm_resume(motor), CT_BUSY);
    const unsigned pulses = meter.pulses;
    f4_pass_us(200);
    assert_int_equal(meter.pulses, pulses);
    ct_model_drive(&fault, CT_MODEL_LOW);
    assert_int_equal(ct_tim_pwm_resume(motor), CT_OK);
    assert_false(ct_tim_pwm_is_broken(motor));
    f4_pass_us(200);
    assert_in_range(meter.pulses, pulses + 3, pulses + 4);
}

static void dead_times_are_rounded_up(void **state) {
    (void)state;
    for (uint32_t clocks = 0; clocks <= 1008; clocks++) {
        const uint32_t dtg = CT_TIM_DTG(clocks);
        const uint32_t made = dtg < 0x80   ? dtg
                              : dtg < 0xC0 ? (64 + (dtg & 63)) * 2
                              : dtg < 0xE0 ? (32 + (dtg & 31)) * 8
                                           : (32 + (dtg & 31)) * 16;
        assert_true(dtg <= 0xFF && made >= clocks && made < clocks + 16);
        if (clocks <= 127) assert_int_equal(made, clocks);
    }
}

static void one_pulse_and_no_more(void **state) {
    (void)state;
    watch_pin(&meter, CT_MODEL_PIN('A', 8));
    ct_gpio_make_alternate(out, 1, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_tim_pulse_start(motor, 1, CLOCK, 1000000, 10, 25);
    f4_pass_us(100);
    assert_int_equal(meter.pulses, 0);
    for (unsigned n = 1; n < 4; n++) {
        const uint64_t begin = ct_host_now();
        assert_int_equal(ct_tim_pulse(motor), CT_OK);
        f4_pass_us(20);
        assert_int_equal(ct_tim_pulse(motor), CT_BUSY);
        f4_pass_us(100);
        assert_int_equal(meter.pulses, n);
        assert_int_equal(meter.high, 25000);
        assert_in_range(meter.rose - begin, 10000, 10400);
    }
}

/* ---- inputs */

static struct ct_model_drive signal, signal_b;
static void level(struct ct_model_drive *thing, bool high) {
    ct_model_drive(thing, high ? CT_MODEL_HIGH : CT_MODEL_LOW);
}

static void captures_note_edges(void **state) {
    (void)state;
    const struct ct_capture capture = CT_TIM_AS_CAPTURE(wheel);
    struct ct_captured first = {0}, second = {0};
    ct_model_attach(&signal, CT_MODEL_PIN('A', 5));
    level(&signal, false);
    ct_gpio_make_alternate(in, 1, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_tim_capture_start(wheel_timer, CLOCK, 1000000);
    assert_int_equal(ct_capture_take(capture, &first), CT_INVALID);
    assert_int_equal(ct_capture_start(capture, CT_EDGE_RISING), CT_OK);
    assert_int_equal(ct_capture_take(capture, &first), CT_WOULD_BLOCK);
    level(&signal, true);
    assert_int_equal(ct_capture_take(capture, &first), CT_OK);
    assert_true(first.rising);
    assert_int_equal(ct_capture_take(capture, &second), CT_WOULD_BLOCK);
    const uint64_t begin = ct_host_now();
    f4_pass_us(400);
    level(&signal, false);
    f4_pass_us(600);
    level(&signal, true);
    assert_int_equal(ct_capture_take(capture, &second), CT_OK);
    assert_in_range(ct_capture_between(capture, first, second), 1000, 1001);
    assert_true(ct_host_now() - begin < 1001000);
    // two before one is taken: one is lost, and it is said
    level(&signal, false);
    level(&signal, true);
    f4_pass_us(50);
    level(&signal, false);
    level(&signal, true);
    assert_int_equal(ct_capture_take(capture, &first), CT_OVERRUN);
    assert_int_equal(ct_capture_take(capture, &first), CT_OK);
    assert_in_range(ct_capture_between(capture, second, first), 50, 51);
    assert_int_equal(ct_capture_take(capture, &first), CT_WOULD_BLOCK);
    assert_int_equal(ct_capture_start(capture, CT_EDGE_BOTH), CT_OK);
    level(&signal, false);
    assert_int_equal(ct_capture_take(capture, &first), CT_OK);
    level(&signal, true);
    assert_int_equal(ct_capture_take(capture, &first), CT_OK);
    assert_int_equal(ct_capture_start(capture, CT_EDGE_FALLING), CT_OK);
    level(&signal, false);
    assert_int_equal(ct_capture_take(capture, &first), CT_OK);
    assert_false(first.rising);
    assert_int_equal(ct_capture_stop(capture), CT_OK);
    assert_int_equal(ct_capture_take(capture, &first), CT_INVALID);
}

static void second_edge(void *none) {
    (void)none;
    level(&signal, false);
    level(&signal, true);
}
/// An edge that comes at any access while the one before is taken: both are noted, or it is said first.
static void an_edge_at_any_access_is_not_lost_silently(void **state) {
    (void)state;
    static struct ct_host_event event;
    const struct ct_capture capture = CT_TIM_AS_CAPTURE(wheel);
    unsigned said = 0;
    ct_model_attach(&signal, CT_MODEL_PIN('A', 5));
    level(&signal, false);
    ct_gpio_make_alternate(in, 1, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_tim_capture_start(wheel_timer, CLOCK, 16000000);
    for (unsigned when = 0; when < 1500; when += 50) {
        struct ct_captured captured = {0};
        unsigned edges = 0, overruns = 0;
        assert_int_equal(ct_capture_start(capture, CT_EDGE_RISING), CT_OK);
        level(&signal, false);
        level(&signal, true);
        ct_model_after(&event, when, second_edge, NULL);
        for (unsigned looks = 0; looks < 10; looks++) {
            const enum ct_error e = ct_capture_take(capture, &captured);
            if (e == CT_OK) edges++;
            if (e == CT_OVERRUN) overruns++;
            if (e == CT_OVERRUN) assert_int_equal(edges, 0); // before what comes behind the lost one
        }
        assert_true(edges == 2 || overruns == 1);
        said += overruns;
    }
    assert_true(said > 2);
}

static void a_signal_is_measured(void **state) {
    (void)state;
    struct ct_tim_wave wave = {0};
    ct_model_attach(&signal, CT_MODEL_PIN('A', 5));
    level(&signal, false);
    ct_gpio_make_alternate(in, 1, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_tim_pwm_input_start(wheel_timer, CLOCK, 1000000);
    assert_int_equal(ct_tim_pwm_input_take(wheel_timer, &wave), CT_WOULD_BLOCK);
    for (unsigned n = 0; n < 3; n++) {
        level(&signal, true);
        const enum ct_error e = ct_tim_pwm_input_take(wheel_timer, &wave);
        assert_int_equal(e, n ? CT_OK : CT_WOULD_BLOCK);
        f4_pass_us(300);
        level(&signal, false);
        f4_pass_us(700);
    }
    assert_in_range(wave.period, 1000, 1001);
    assert_in_range(wave.high, 300, 301);
}

static void the_small_timers_measure_too_and_notice_silence(void **state) {
    (void)state;
    struct ct_tim_wave wave = {0};
    ct_tim_pwm_input_start(small, CLOCK, 16000000); // 65536 ticks are 4096 us
    for (unsigned n = 0; n < 3; n++) {
        ct_model_tim_input(9, 1, true);
        const enum ct_error e = ct_tim_pwm_input_take(small, &wave);
        assert_int_equal(e, n ? CT_OK : CT_WOULD_BLOCK);
        f4_pass_us(10);
        ct_model_tim_input(9, 1, false);
        f4_pass_us(10);
    }
    assert_in_range(wave.period, 320, 340);
    f4_pass_us(5000);
    assert_int_equal(ct_tim_pwm_input_take(small, &wave), CT_TIMEOUT);
    assert_int_equal(ct_tim_pwm_input_take(small, &wave), CT_WOULD_BLOCK);
    ct_model_tim_input(9, 1, true);
    assert_int_equal(ct_tim_pwm_input_take(small, &wave), CT_WOULD_BLOCK); // measured from nothing
}

static void turn(int *phase, int by) {
    *phase += by;
    static const uint8_t gray[4] = {0, 1, 3, 2};
    const unsigned now = gray[*phase & 3];
    level(&signal, now & 1);
    level(&signal_b, now >> 1);
}

static void an_encoder_is_followed(void **state) {
    (void)state;
    const struct ct_qei qei = CT_TIM_AS_QEI(knob);
    int32_t counts;
    int phase = 0;
    ct_model_attach(&signal, CT_MODEL_PIN('B', 4));
    ct_model_attach(&signal_b, CT_MODEL_PIN('B', 5));
    level(&signal, false);
    level(&signal_b, false);
    ct_gpio_make_alternate(enc_a, 2, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_gpio_make_alternate(enc_b, 2, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_tim_encoder_start(knob);
    assert_int_equal(ct_qei_direction(qei), 0);
    uint32_t random = 12345;
    for (unsigned n = 0; n < 2000; n++) { // against a phase that is simply added up
        random = random * 1664525u + 1013904223u;
        turn(&phase, random >> 31 ? 1 : -1);
        assert_int_equal(ct_qei_direction(qei), random >> 31 ? 1 : -1);
        assert_int_equal(ct_qei_position(qei, &counts), CT_OK);
        assert_int_equal(counts, phase);
    }
    for (int n = 0; n < 100000; n++) { // beyond the counter's 16 bits
        turn(&phase, -1);
        if (n % 30000 == 0) assert_int_equal(ct_qei_position(qei, &counts), CT_OK);
    }
    assert_int_equal(ct_qei_position(qei, &counts), CT_OK);
    assert_int_equal(counts, phase);
    assert_int_equal(ct_qei_set_position(qei, -7), CT_OK);
    turn(&phase, 1);
    assert_int_equal(ct_qei_position(qei, &counts), CT_OK);
    assert_int_equal(counts, -6);
}

/* ---- what the model says of misuse */

static void misuse_is_reported(void **state) {
    (void)state;
    EXPECT_REPORT("no clock", (void)reg_raw(TIM2->CNT));
    ct_tim_start_with(narrow, 0, 100);
    EXPECT_REPORT("TIM4 has nothing there", reg_write_raw(TIM4->ARR, 0x10000));
    EXPECT_REPORT("TIM4 has nothing there", reg_write_raw(TIM4->BDTR, 0x8000));
    EXPECT_REPORT("changes reserved bits", reg_write_raw(TIM4->CR1, 0x10001));
    EXPECT_REPORT("centre-aligned", reg_modify(TIM4->CR1, TIM_CR1_CMS_Center1));
    ct_tim_pwm_connect(narrow, 1, CT_TIM_ACTIVE_HIGH);
    EXPECT_REPORT("direction of channel 1", reg_modify(TIM4->CCMR1, TIM_CCMR1_CC1S_Ti1));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        F4_TEST(periods_are_exact_and_interrupt),
        F4_TEST(a_countdown_is_never_short),
        F4_TEST(a_countdown_can_be_cancelled_and_begun_anew),
        F4_TEST(a_delay_waits),
        F4_TEST(a_periodic_timer_does_not_drift),
        F4_TEST(pwm_makes_its_duty),
        F4_TEST(duties_come_by_dma),
        F4_TEST(complements_keep_their_dead_time),
        F4_TEST(dead_times_are_rounded_up),
        F4_TEST(one_pulse_and_no_more),
        F4_TEST(captures_note_edges),
        F4_TEST(an_edge_at_any_access_is_not_lost_silently),
        F4_TEST(a_signal_is_measured),
        F4_TEST(the_small_timers_measure_too_and_notice_silence),
        F4_TEST(an_encoder_is_followed),
        F4_TEST(misuse_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
