// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Messages for later, moved and called off at two priorities while the clock goes on: each runs once
// or was called off, never both, and a handle that says so is right.
#include <corten/app.h>
#include <corten/explore.h>

CT_IDLE(idle);
CT_TASK_WITH(late, 1, uint32_t, 3);
CT_INTERRUPT(edge, 2, GPIOD);

#ifdef MORE_TIMERS
CT_TASK_WITH(others, 1, uint32_t, CT_TIMERS_IN_LIST + 1);
#    define OTHERS , others
#else
#    define OTHERS
#endif

CT_APP(DISPATCHERS(GPIOA), TASKS(idle, late, edge OTHERS), MONOTONIC(SysTick, 1000, 16000000));

static struct late_handle handle;
static uint32_t ran, called_off, refused, sent_by_edge, due_of_edge, due_of_idle;
static bool broken, is_set;

void init(struct init_task self) { (void)self; }
void late(struct late_task self, uint32_t bit) {
    (void)self;
    if (ran & bit) broken = true;
    ran |= bit;
}
void edge(struct edge_task self) {
    (void)self;
    if (late_spawn_after(CT_MS(1), 8u << CT_EXPLORE_FIRED(GPIOD)) == CT_OK) {
        sent_by_edge |= 8u << CT_EXPLORE_FIRED(GPIOD);
        due_of_edge = ct_now().tick + 1;
    }
    if (is_set && late_cancel(handle) == CT_OK) called_off |= 1;
}
#ifdef MORE_TIMERS
void others(struct others_task self, uint32_t bit) { late((struct late_task){}, bit), (void)self; }
#endif
void idle(struct idle_task self) {
    (void)self;
#ifdef MORE_TIMERS
    CT_MUST(others_spawn_after(CT_MS(3), 1u << 30));
    CT_MUST(others_spawn_after(CT_MS(4), 1u << 31));
#endif
    struct late_handle mine;
    CT_MUST(late_schedule_at((struct ct_instant){1}, 1, &mine));
    handle = mine;
    is_set = true;
    if (late_spawn_after(CT_MS(1), 2) != CT_OK) refused |= 2;
    due_of_idle = ct_now().tick + 1;
    const enum ct_error moved = late_reschedule_at(mine, (struct ct_instant){2});
    if (moved == CT_STALE && !((ran | called_off) & 1)) broken = true;
    while (ct_now().tick < 3) ct_port_wait();
    if (late_cancel(mine) != CT_STALE) broken = true;
    for (;;) ct_port_wait();
}

bool ct_explore_holds(void) {
    if (broken || ran & called_off) return false;
    const uint32_t now = ct_now().tick;
    if (now < 3 || now < due_of_edge || now < due_of_idle) return true; // the clock was not let go on as far
    return ((ran | called_off) & ~(3u << 30)) == ((1u | 2u | sent_by_edge) & ~refused);
}
