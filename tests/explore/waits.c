// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Two tasks that wait in one queue for a condition under lock, woken from interrupts at two
// priorities and from a task below: whenever the condition holds at the end, nobody waits for it.
#include <corten/app.h>
#include <corten/explore.h>

static struct ct_wait_queue changed;

CT_ASYNC(three, 1, { bool done; });
CT_ASYNC(five, 2, { bool done; });
CT_TASK(adder, 1);
CT_INTERRUPT(edge, 3, GPIOD);
CT_INTERRUPT(urgent, 4, GPIOE);
CT_SHARED(uint32_t, count, three, five, adder, edge, urgent);

CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(three, five, adder, edge, urgent));

void init(struct init_task self) {
    (void)self;
    CT_MUST(five_spawn());
    CT_MUST(adder_spawn());
    CT_MUST(three_spawn());
}
enum ct_async_result three(struct three_task self, struct three_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    bool enough;
    CT_AWAIT_UNTIL(&changed, enough, { CT_LOCK(self, count, c) enough = *c >= 3; });
    frame->done = true;
    CT_ASYNC_END;
}
enum ct_async_result five(struct five_task self, struct five_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    bool enough;
    CT_AWAIT_UNTIL(&changed, enough, { CT_LOCK(self, count, c) enough = *c >= 5; });
    frame->done = true;
    CT_ASYNC_END;
}
void adder(struct adder_task self) {
    CT_LOCK(self, count, c) *c += 1;
    ct_wait_queue_wake_all(&changed);
}
void edge(struct edge_task self) {
    CT_LOCK(self, count, c) *c += 2;
    ct_wait_queue_wake_all(&changed);
}
void urgent(struct urgent_task self) {
    CT_LOCK(self, count, c) *c += 2;
    ct_wait_queue_wake_all(&changed);
}

bool ct_explore_holds(void) {
    return three_frame.done == (count_shared >= 3) && five_frame.done == (count_shared >= 5) &&
           (changed.first != NULL) == !(three_frame.done && five_frame.done);
}
