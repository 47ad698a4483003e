// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The random numbers and the timers of the nRF51822: bytes that differ, with and without the
// interrupt; periods that are as long as the other timer says.

#include <corten/app.h>
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/board.h>
#include <corten/hal/awaiting.h>
#include <corten/hal/blocking.h>
#include <corten/rng.h>
#include <corten/timer_periodic.h>

#include "../check.h"

CT_CLAIM(RNG);
CT_CLAIM(TIMER2);
CT_INTERRUPT(noise, 2, RNG);
CT_INTERRUPT(period, 2, TIMER2);
CT_ASYNC(main_task, 1, { uint8_t key[32]; size_t done; uint32_t n; });
CT_APP(DISPATCHERS(SWI0), TASKS(noise, period, main_task), MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

static struct ct_wait_queue ready;
static volatile uint32_t noises, periods;

void noise(struct noise_task self) {
    (void)self;
    noises++;
    ct_rng_ignore(); // until the task has taken the byte
    ct_wait_queue_wake_all(&ready);
}
void period(struct period_task self) {
    (void)self;
    periods++;
    ct_timer_periodic_ignore();
    ct_wait_queue_wake_all(&ready);
}

static int take(void) {
    const int byte = ct_rng_take(CT_RNG);
    if (byte == CT_WOULD_BLOCK) ct_rng_listen();
    return byte;
}
static enum ct_error end_of_period(void) {
    const enum ct_error e = ct_periodic_wait(CT_TIMER_PERIODIC);
    if (e == CT_WOULD_BLOCK) ct_timer_periodic_listen();
    return e;
}

static void without_interrupts(void) {
    uint8_t bytes[256];
    size_t done = 0;
    ct_rng_start(false);
    CHECK_EQUAL(CT_BLOCK_FOR(ct_rng_fill(CT_RNG, bytes, sizeof bytes, &done), BOARD_TIMER, 10000000), CT_OK);
    uint32_t ones = 0, seen[8] = {0};
    for (unsigned n = 0; n < sizeof bytes; n++) {
        ones += (uint32_t)__builtin_popcount(bytes[n]);
        seen[bytes[n] / 32] |= 1u << bytes[n] % 32;
    }
    uint32_t values = 0;
    for (int n = 0; n < 8; n++) values += (uint32_t)__builtin_popcount(seen[n]);
    CHECK(ones > 800 && ones < 1248); // 1024 with a deviation of 23
    CHECK(values > 120);              // 162 are to be expected
    ct_rng_stop();

    CHECK_EQUAL(ct_periodic_wait(CT_TIMER_PERIODIC), CT_INVALID);
    CHECK_EQUAL(ct_periodic_start(CT_TIMER_PERIODIC, 0), CT_OUT_OF_RANGE);
    CHECK_EQUAL(ct_periodic_start(CT_TIMER_PERIODIC, 2097121), CT_OUT_OF_RANGE);
    static const struct {
        uint32_t length, times;
    } periods[] = {{1000, 9}, {66000, 1}}; // without and with a larger prescaler
    for (unsigned n = 0; n < CT_COUNT(periods); n++) {
        const uint32_t length = periods[n].length;
        CHECK_EQUAL(ct_periodic_start(CT_TIMER_PERIODIC, length), CT_OK);
        CHECK_EQUAL(ct_countdown_start(BOARD_TIMER, length * periods[n].times + length / 2), CT_OK);
        uint32_t ends = 0;
        enum ct_error runs;
        do {
            runs = ct_countdown_wait(BOARD_TIMER);
            if (ct_periodic_wait(CT_TIMER_PERIODIC) == CT_OK) ends++;
        } while (runs == CT_WOULD_BLOCK);
        CHECK_EQUAL(ends, periods[n].times);
        CHECK_EQUAL(ct_periodic_cancel(CT_TIMER_PERIODIC), CT_OK);
        CHECK_EQUAL(ct_periodic_cancel(CT_TIMER_PERIODIC), CT_INVALID);
    }
}

void init(struct init_task self) {
    (void)self;
    CT_MUST(board_start_clocks().error);
    without_interrupts();
    CT_MUST(main_task_spawn());
}

enum ct_async_result main_task(struct main_task_task self, struct main_task_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    ct_rng_start(true);
    for (frame->n = 0; frame->n < 32; frame->n++) {
        int byte;
        CT_AWAIT_READY(byte, &ready, take(), CT_MS(100));
        CHECK(byte >= 0);
        frame->key[frame->n] = (uint8_t)byte;
    }
    CHECK(noises >= 16);
    ct_rng_stop();
    CT_MUST(ct_periodic_start(CT_TIMER_PERIODIC, 2000));
    for (frame->n = 0; frame->n < 10; frame->n++) {
        enum ct_error e;
        CT_AWAIT_READY(e, &ready, end_of_period(), CT_MS(100));
        CHECK_EQUAL(e, CT_OK);
    }
    CHECK_EQUAL(periods, 10);
    CHECK(ct_now().tick >= 20);
    DONE();
    CT_ASYNC_END;
}
