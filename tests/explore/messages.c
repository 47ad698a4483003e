// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Messages to two tasks of one priority (a shared queue), to one alone with room for two, and to one
// with room for one, all of them sent for at three priorities: what is accepted arrives, once and
// whole, what is refused does not.
#include <corten/app.h>
#include <corten/explore.h>

struct message {
    uint32_t bit, not_bit;
};

CT_IDLE(idle);
CT_TASK_WITH(first, 1, struct message, 2);
CT_TASK_WITH(second, 1, struct message, 1);
CT_TASK_WITH(pair, 2, struct message, 2);
CT_TASK_WITH(one, 3, struct message, 1);
CT_INTERRUPT(edge, 2, GPIOD);
CT_INTERRUPT(urgent, 4, GPIOE);

CT_APP(DISPATCHERS(GPIOA, GPIOB, GPIOC), TASKS(idle, first, second, pair, one, edge, urgent));

// What each sender has had accepted, and what has arrived: a bit each, a word for each writer.
static uint32_t from_idle, from_edge, from_urgent, from_one, at_low, at_pair, at_one;
static bool broken;

#define SEND(task, mine, n)                                                                        \
    do {                                                                                           \
        if (task##_spawn((struct message){1u << (n), ~(1u << (n))}) == CT_OK) mine |= 1u << (n);   \
    } while (0)

static uint32_t arrived(struct message message, uint32_t before) {
    if (message.bit != ~message.not_bit || before & message.bit) broken = true;
    return before | message.bit;
}

void init(struct init_task self) { (void)self; }
void first(struct first_task self, struct message message) {
    (void)self;
    at_low = arrived(message, at_low);
}
void second(struct second_task self, struct message message) {
    (void)self;
    at_low = arrived(message, at_low);
}
void pair(struct pair_task self, struct message message) {
    (void)self;
    at_pair = arrived(message, at_pair);
}
void one(struct one_task self, struct message message) {
    (void)self;
    at_one = arrived(message, at_one);
    if (message.bit == 1u << 4) SEND(first, from_one, 5);
}
void edge(struct edge_task self) {
    (void)self;
    const unsigned n = 6 + 3 * (CT_EXPLORE_FIRED(GPIOD) - 1);
    SEND(second, from_edge, n);
    SEND(one, from_edge, n + 1);
    SEND(pair, from_edge, n + 2);
}
void urgent(struct urgent_task self) {
    (void)self;
    const unsigned n = 16 + 3 * (CT_EXPLORE_FIRED(GPIOE) - 1);
    SEND(first, from_urgent, n);
    SEND(pair, from_urgent, n + 1);
    SEND(one, from_urgent, n + 2);
}
void idle(struct idle_task self) {
    (void)self;
    SEND(first, from_idle, 0);
    SEND(second, from_idle, 1);
    SEND(pair, from_idle, 2);
    SEND(one, from_idle, 4);
    for (;;) ct_port_wait();
}

bool ct_explore_holds(void) {
    const uint32_t sent = from_idle | from_edge | from_urgent | from_one;
    return !broken && (at_low | at_pair | at_one) == sent;
}
