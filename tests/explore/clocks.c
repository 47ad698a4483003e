// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A counter of 16 bits, extended to 64: read from idle, in a masked section and from above its own
// interrupt, before, at and behind a half and at the wrap, whenever that is counted: every reading
// lies between what is true when it begins and when it ends. A message for later comes when it is
// due.
#include <corten/app.h>
#include <corten/critical.h>
#include <corten/explore.h>
#include <corten/host.h>
#include <corten/semihosting.h>
#include <corten/tickless.h>

CT_IDLE(idle);
CT_TASK(late, 1);
CT_INTERRUPT(edge, 4, GPIOD);
CT_TICKLESS(fast, 2, TIM3, 1000000, 1000000000);

CT_APP(DISPATCHERS(GPIOA), TASKS(idle, late, edge), MONOTONICS(fast));

static struct ct_host_event before, behind;
static uint64_t late_at;
static bool broken, ran;

static void nothing(void *argument) { (void)argument; }

void init(struct init_task self) {
    (void)self;
    ct_host_schedule(&before, 32767 * 1000, nothing, NULL);
    ct_host_schedule(&behind, 32769 * 1000, nothing, NULL);
    CT_MUST(late_spawn_on(fast_at((struct fast_instant){32769})));
}
static uint64_t truth(void) { return ct_host_now() / 1000; }
static void read_now(void) {
    const uint64_t from = truth(), is = fast_now().tick, to = truth();
    if (is < from || is > to) broken = true;
}
void late(struct late_task self) {
    (void)self;
    ran = true;
    late_at = fast_now().tick;
}
void edge(struct edge_task self) {
    (void)self;
    read_now();
}
void idle(struct idle_task self) {
    (void)self;
    read_now();
    CT_CRITICAL read_now();
    read_now();
    for (;;) ct_port_wait();
}

bool ct_explore_holds(void) {
    const uint64_t now = truth();
    if (broken) ct_semihosting_print("a reading was wrong\n");
    return !broken && (!ran || late_at >= 32769) && (now <= 32769 || ran);
}
