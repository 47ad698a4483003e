// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A more urgent task between any two instructions of a lock, of a spawn with all that follows it,
// and of sending for later: nothing is lost, nothing is twice, nothing is torn.

#include <corten/app.h>

#include "../sweep.h"

SWEEP_IS_POSSIBLE;

CT_IDLE(idle);
CT_TASK_WITH(several, 1, uint32_t, 2); // two tasks on one dispatcher
CT_TASK_WITH(other, 1, uint32_t, 1);
CT_TASK_WITH(alone, 2, uint32_t, 1);   // one, with room for one
CT_INTERRUPT(edge, 3, GPIOA);
CT_SHARED(uint32_t, counter, idle, edge);
struct pair {
    uint32_t a, b;
};
CT_SHARED(struct pair, pair, several, other, edge);

CT_APP(DISPATCHERS(GPIOB, GPIOC), TASKS(idle, several, other, alone, edge),
       MONOTONIC(SysTick, 1000, 12000000));

static void (*volatile at_edge)(struct edge_task self);
static volatile uint32_t received, runs, accepted, accepted_at_edge;

void init(struct init_task self) { (void)self; }
void edge(struct edge_task self) { at_edge(self); }
static void run(uint32_t message) {
    received |= message;
    runs = runs + 1;
}
void several(struct several_task self, uint32_t message) {
    CT_LOCK(self, pair, p) p->a++, p->b++;
    run(message);
}
void other(struct other_task self, uint32_t message) {
    CT_LOCK(self, pair, p) p->a++, p->b++;
    run(message);
}
void alone(struct alone_task self, uint32_t message) {
    (void)self;
    run(message);
}

static void begin(void) {
    counter_shared = 0;
    received = runs = accepted = accepted_at_edge = 0;
}

// a lock
static void increment(void) { CT_LOCK(((struct idle_task){}), counter, c) *c += 1; }
static void increment_at_edge(struct edge_task self) { CT_LOCK(self, counter, c) *c += 1; }
static bool both_counted(void) { return counter_shared == 2; }

// a spawn, against one of the same task, and of its neighbour
static void spawn(void) { CT_IGNORE(several_spawn(1)); }
static void spawn_same(struct edge_task self) {
    CT_IGNORE(several_spawn(2));
    CT_LOCK(self, pair, p) p->a++, p->b++;
}
static void spawn_other(struct edge_task self) {
    CT_IGNORE(other_spawn(2));
    CT_LOCK(self, pair, p) p->a++, p->b++;
}
static bool both_ran(void) {
    return received == 3 && runs == 2 && pair_shared.a == pair_shared.b;
}

// room for one: what is accepted runs, once
static void spawn_alone(void) { accepted = alone_spawn(1) == CT_OK; }
static void spawn_alone_too(struct edge_task self) {
    (void)self;
    accepted_at_edge = alone_spawn(2) == CT_OK;
}
static bool accepted_ran(void) {
    return accepted + accepted_at_edge >= 1 && runs == accepted + accepted_at_edge;
}

// later
static void drain(void) {
    begin();
    ct_time.now += 1000;
    ct_timer_list_expire_due();
    begin();
}
static void send_later(void) { CT_IGNORE(several_spawn_after(CT_MS(500), 1)); }
static void send_earlier(struct edge_task self) {
    (void)self;
    CT_IGNORE(alone_spawn_after(CT_MS(300), 2));
}
static bool queue_holds_both(void) {
    const struct ct_timer *first = ct_time.first;
    return first && first->next && !first->next->next && first->expire && first->next->expire &&
           (int32_t)(first->next->due - first->due) > 0;
}

static bool sweep(const char *name, void (*prepare)(void), void (*operation)(void),
                  void (*other_side)(struct edge_task), bool (*holds)(void), unsigned at_least) {
    const struct sweep one = {name, GPIOA_IRQn, prepare, operation, holds};
    at_edge = other_side;
    return sweep_run(&one, at_least);
}

void idle(struct idle_task self) {
    (void)self;
    bool good = sweep("lock", begin, increment, increment_at_edge, both_counted, 8);
    good = good && sweep("spawn of the same", begin, spawn, spawn_same, both_ran, 50);
    good = good && sweep("spawn of another", begin, spawn, spawn_other, both_ran, 50);
    good = good && sweep("spawn with room for one", begin, spawn_alone, spawn_alone_too, accepted_ran, 20);
    good = good && sweep("later", drain, send_later, send_earlier, queue_holds_both, 8);
    ct_semihosting_exit(good ? 0 : 1);
}
