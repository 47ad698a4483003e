// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A wait with a time-out: the wake and the end of its time may come at once, and either way the wait
// ends once, with the truth about it, and leaves nothing behind.
#include <corten/app.h>
#include <corten/explore.h>

static struct ct_wait_queue pressed;
static bool button;

CT_ASYNC(patient, 1, { uint32_t round; });
CT_ASYNC(other, 2); // the tick is at its priority
CT_INTERRUPT(press, 3, GPIOD);

CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(patient, other, press), MONOTONIC(SysTick, 1000, 16000000));

static uint32_t came, too_late, slept, asked, armed_at;

static enum ct_error when_pressed(struct ct_async *waiter) {
    if (asked <= came + too_late) { // for the first time in this wait, whose time has just begun
        asked++;
        armed_at = ct_now().tick;
    }
    ct_wait_queue_enter(&pressed, waiter);
    if (!button) return CT_WOULD_BLOCK;
    ct_wait_queue_leave(waiter);
    button = false;
    return CT_OK;
}

void init(struct init_task self) {
    (void)self;
    CT_MUST(patient_spawn());
    CT_MUST(other_spawn());
}
enum ct_async_result patient(struct patient_task self, struct patient_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    for (frame->round = 0; frame->round < 2; frame->round++) {
        CT_AWAIT_FOR(e, when_pressed(CT_WAITER), CT_MS(1));
        if (e == CT_OK)
            came++;
        else if (e == CT_TIMEOUT)
            too_late++;
    }
    CT_ASYNC_END;
}
enum ct_async_result other(struct other_task self, struct other_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    CT_DELAY_UNTIL(ct_instant_add(ct_now(), CT_MS(1)));
    slept++;
    CT_ASYNC_END;
}
void press(struct press_task self) {
    (void)self;
    button = true;
    ct_wait_queue_wake_one(&pressed);
}

bool ct_explore_holds(void) {
    if (came + too_late > 2 || came > CT_EXPLORE_FIRED(GPIOD)) return false;
    const bool done = came + too_late == 2;
    if (!done && ct_now().tick > armed_at) return false; // its time is over and it still waits
    return done == (pressed.first == NULL) && slept == (ct_now().tick > 0);
}
