// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Tasks of priority 0, in thread mode: looking for work and falling asleep are one step, so that no
// run is left behind in the queue.
#include <corten/app.h>
#include <corten/explore.h>

static struct ct_wait_queue changed;

CT_ASYNC(slow, 0, { uint32_t seen; });
CT_ASYNC(slower, 0);
CT_TASK_WITH(quick, 1, uint32_t, 1);
CT_INTERRUPT(edge, 2, GPIOD);
CT_INTERRUPT(urgent, 3, GPIOE);
CT_SHARED(uint32_t, count, slow, quick, edge, urgent);

CT_APP(DISPATCHERS(GPIOA), TASKS(slow, slower, quick, edge, urgent));

static uint32_t starts, runs, accepted;

void init(struct init_task self) {
    (void)self;
    CT_MUST(slow_spawn());
}
enum ct_async_result slow(struct slow_task self, struct slow_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    for (frame->seen = 0;;) {
        bool more;
        CT_AWAIT_UNTIL(&changed, more, { CT_LOCK(self, count, c) more = *c > frame->seen; });
        CT_LOCK(self, count, c) frame->seen = *c;
        CT_IGNORE(quick_spawn(0));
    }
    CT_ASYNC_END;
}
enum ct_async_result slower(struct slower_task self, struct slower_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    runs++;
    CT_ASYNC_END;
}
void quick(struct quick_task self, uint32_t amount) { CT_LOCK(self, count, c) *c += amount; }
void edge(struct edge_task self) {
    CT_LOCK(self, count, c) *c += 1;
    ct_wait_queue_wake_one(&changed);
    if (slower_spawn() == CT_OK) starts++;
}
void urgent(struct urgent_task self) {
    if (slower_spawn() == CT_OK) accepted++;
    CT_LOCK(self, count, c) *c += 1;
    ct_wait_queue_wake_one(&changed);
}

bool ct_explore_holds(void) {
    const uint32_t fired = CT_EXPLORE_FIRED(GPIOD) + CT_EXPLORE_FIRED(GPIOE);
    return count_shared == fired && slow_frame.seen == fired && runs == starts + accepted;
}
