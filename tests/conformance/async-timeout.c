// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Something that takes time, with a limit to it: after a duration, and at an instant without drift.

#include "conformance.h"

CT_ASYNC(foo, 1, {
    uint32_t n;
    struct ct_instant instant, done, limit;
});
CT_APP(DISPATCHERS(SSI0, UART0), TASKS(foo), MONOTONIC(SysTick, 100, BOARD_CORE_HZ));

void init(struct init_task self) {
    (void)self;
    SAY("init");
    CT_MUST(foo_spawn());
}

// The instant at which a delay that begins now has passed: the tick in progress does not count.
static struct ct_instant after(struct ct_duration delay) {
    return ct_instant_add(ct_instant_add(ct_now(), (struct ct_duration){1}), delay);
}
static struct ct_instant hal_get(uint32_t n) {
    const struct ct_duration d = CT_MS(350 + 100 * n);
    SAY("the hal takes a duration of Duration { ticks: ", d.ticks, " }");
    return after(d);
}
static bool is_before(struct ct_instant a, struct ct_instant b) { return (int32_t)(a.tick - b.tick) < 0; }

#define GET_UNTIL(number, until)                                                                   \
    frame->limit = (until);                                                                        \
    frame->done = hal_get(number);                                                                 \
    CT_DELAY_UNTIL(is_before(frame->limit, frame->done) ? frame->limit : frame->done)
#define TIMED_OUT is_before(frame->limit, frame->done)
#define NOW       ct_now().tick

enum ct_async_result foo(struct foo_task self, struct foo_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    GET_UNTIL(1, after(CT_MS(200)));
    SAY(TIMED_OUT ? "timeout" : "hal returned 5");
    GET_UNTIL(1, after(CT_MS(1000)));
    SAY(TIMED_OUT ? "timeout" : "hal returned 5");
    GET_UNTIL(1, after(CT_MS(1000)));
    SAY(TIMED_OUT ? "timeout" : "hal returned 5");

    frame->instant = ct_now();
    for (frame->n = 0; frame->n < 3; frame->n++) {
        frame->instant = ct_instant_add(frame->instant, CT_MS(1000));
        CT_DELAY_UNTIL(frame->instant);
        frame->limit = ct_instant_add(frame->instant, CT_MS(500));
        SAY("now is MonotonicInstant { ticks: ", NOW, " }, timeout at MonotonicInstant { ticks: ",
            frame->limit.tick, " }");
        GET_UNTIL(frame->n, frame->limit);
        if (TIMED_OUT)
            SAY("timeout");
        else
            SAY("hal returned 5 at time MonotonicInstant { ticks: ", NOW, " }");
    }
    EXIT();
    CT_ASYNC_END;
}
