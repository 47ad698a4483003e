// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Periods, samples and pins of the LM3S6965. Periods and samples are as many as the other timer says;
// a sample that is not taken is said. The keys of the emulator's game pad, which devices.py presses,
// come as edges: noticed by looking and by interrupt. A pin that turns round drives and lets go.

#include <corten/adc_sampling.h>
#include <corten/app.h>
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/board.h>
#include <corten/hal/awaiting.h>

#include "../check.h"

CT_ADC_SAMPLING(light, 0, TIMER1, BOARD_CORE_HZ, 1000);
CT_TIMER_COUNTDOWN(beat, TIMER2, BOARD_CORE_HZ);
CT_GPIO(key_up, E, 0);
CT_GPIO(key_down, E, 1);
CT_GPIO(wire, E, 3);
CT_GPIO_EDGES(up, key_up);
CT_GPIO_EDGES(down, key_down);
CT_INTERRUPT(keys, 2, GPIOE);
CT_INTERRUPT(sampled, 2, ADC3);
CT_ASYNC(follow, 1, { uint32_t n; uint16_t counts[4]; });
CT_APP(DISPATCHERS(PWM0), TASKS(keys, sampled, follow), MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

static struct ct_wait_queue ready;
static volatile uint32_t ups, downs, samples;

void keys(struct keys_task self) {
    (void)self;
    if (up_interrupt()) ups++;
    if (down_interrupt()) downs++;
    ct_wait_queue_wake_all(&ready);
}
void sampled(struct sampled_task self) {
    (void)self;
    samples++;
    light_ignore(); // until the task has taken it
    ct_wait_queue_wake_all(&ready);
}

static void say_line(const char *text) {
    board_console_print(text);
    CT_MUST(CT_BLOCK(board_console_flush()));
}

static void by_looking(void) {
    const struct ct_periodic beats = CT_PERIODIC_OF(beat);
    ct_timer_enable(beat);
    CHECK_EQUAL(ct_periodic_wait(beats), CT_INVALID);
    CHECK_EQUAL(ct_periodic_start(beats, 0), CT_OUT_OF_RANGE);
    CHECK_EQUAL(ct_periodic_start(beats, 1000), CT_OK);
    CHECK_EQUAL(ct_adc_stream_start(light), CT_OK);
    CHECK_EQUAL(ct_adc_stream_start(light), CT_BUSY);
    // The emulator's converter samples twice a trigger; and when its memory of 16 (the chip's holds one)
    // has wrapped, it may forget that it is empty: six triggers make 12.
    CHECK_EQUAL(ct_countdown_start(BOARD_TIMER, 6500), CT_OK);
    uint32_t ends = 0, taken = 0, different = 0;
    uint16_t before = 0;
    enum ct_error runs;
    do {
        runs = ct_countdown_wait(BOARD_TIMER);
        if (ct_periodic_wait(beats) == CT_OK) ends++;
        uint16_t counts[4];
        const int n = ct_adc_stream_take(light, counts, 4);
        if (n == CT_WOULD_BLOCK) continue;
        CHECK_EQUAL(n, 2);
        CHECK(counts[0] >= 0x200 && counts[0] < 0x208); // the emulator's noise
        different += counts[0] != before;
        before = counts[0];
        taken++;
    } while (runs == CT_WOULD_BLOCK);
    CHECK_EQUAL(ends, 6);
    CHECK_EQUAL(taken, 6);
    CHECK(different > 2);
    CHECK_EQUAL(ct_periodic_cancel(beats), CT_OK);
    CHECK_EQUAL(ct_periodic_cancel(beats), CT_INVALID);
    CHECK_EQUAL(ct_countdown_start(BOARD_TIMER, 20500), CT_OK);
    CHECK_EQUAL(CT_BLOCK(ct_countdown_wait(BOARD_TIMER)), CT_OK);
    uint16_t counts[32];
    CHECK_EQUAL(ct_adc_stream_take(light, counts, 32), CT_OVERRUN);
    CHECK_EQUAL(ct_adc_stream_take(light, counts, 32), 16);
    CHECK_EQUAL(ct_adc_stream_take(light, counts, 32), CT_WOULD_BLOCK);
    CHECK_EQUAL(ct_adc_stream_stop(light), CT_OK);
    CHECK_EQUAL(ct_adc_stream_stop(light), CT_INVALID);
    CHECK_EQUAL(ct_adc_stream_take(light, counts, 32), CT_INVALID);

    const struct ct_bidirectional_pin line = CT_GPIO_BIDIRECTIONAL(wire);
    ct_gpio_make_input(wire, false);
    CHECK_EQUAL(ct_bidirectional_drive(line, true), CT_OK);
    CHECK_EQUAL(ct_bidirectional_is_high(line), 1);
    CHECK_EQUAL(ct_bidirectional_drive(line, false), CT_OK);
    CHECK_EQUAL(ct_bidirectional_is_high(line), 0);
    CHECK(reg_raw(GPIOE->DIR) & 1u << 3);
    CHECK_EQUAL(ct_bidirectional_release(line), CT_OK);
    CHECK(!(reg_raw(GPIOE->DIR) & 1u << 3));
}

void init(struct init_task self) {
    (void)self;
    CT_MUST(board_start_clocks().error);
    board_console_start(115200);
    by_looking();
    ct_gpio_make_input(key_up, true);
    ct_gpio_make_input(key_down, true);
    say_line("keys\n"); // the emulator has them low until they were pressed once
    while (board_console_take() < 0) {}
    CT_MUST(ct_edge_listen(up, CT_EDGE_FALLING)); // pressed
    CT_MUST(ct_edge_listen(down, CT_EDGE_BOTH));
    CT_MUST(follow_spawn());
}

static int take(uint16_t *counts) {
    const int n = ct_adc_stream_take(light, counts, 1);
    if (n == CT_WOULD_BLOCK) light_listen();
    return n;
}

enum ct_async_result follow(struct follow_task self, struct follow_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    enum ct_error e;
    CHECK_EQUAL(ct_adc_stream_start(light), CT_OK);
    for (frame->n = 0; frame->n < 10; frame->n++) {
        int n;
        CT_AWAIT_READY(n, &ready, take(frame->counts), CT_MS(50));
        CHECK(n == 1 || n == CT_OVERRUN); // the host may be slow
    }
    CHECK(samples >= 1);
    CHECK_EQUAL(ct_adc_stream_stop(light), CT_OK);

    say_line("up\n");
    CT_AWAIT_READY(e, &ready, ct_edge_take(up), CT_SECONDS(20));
    CHECK_EQUAL(e, CT_OK);
    CHECK_EQUAL(ct_edge_is_high(up), 0);
    CHECK_EQUAL(ct_edge_take(up), CT_WOULD_BLOCK);
    CHECK_EQUAL(downs, 0);
    say_line("down\n");
    CT_AWAIT_READY(e, &ready, ct_edge_take(down), CT_SECONDS(20));
    CHECK_EQUAL(e, CT_OK);
    CHECK_EQUAL(ct_edge_is_high(down), 0);
    say_line("release down\n");
    CT_AWAIT_READY(e, &ready, ct_edge_take_level(down, true), CT_SECONDS(20));
    CHECK_EQUAL(e, CT_OK);
    CHECK_EQUAL(downs, 2);
    say_line("release up\n"); // a rising edge, which is not listened to
    CT_AWAIT_READY(e, &ready, ct_edge_take(up), CT_MS(300));
    CHECK_EQUAL(e, CT_TIMEOUT);
    CHECK_EQUAL(ups, 1);
    CHECK_EQUAL(ct_edge_ignore(up), CT_OK);
    say_line("up ignored\n");
    CT_AWAIT_READY(e, &ready, ct_edge_take(down), CT_SECONDS(20)); // devices.py presses both
    CHECK_EQUAL(e, CT_OK);
    CHECK_EQUAL(ups, 1);
    DONE();
    CT_ASYNC_END;
}
