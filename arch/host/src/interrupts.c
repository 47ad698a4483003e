// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/host.h>
#include <corten/panic.h>
#include <corten/panic_port.h>
#include <corten/port.h>

#include "model.h"

#include <stdio.h>
#include <stdlib.h>

#define DECLARE(name, number) CT_WEAK void name##_Handler(void);
DECLARE(PendSV, -2) DECLARE(SysTick, -1) DECLARE(NMI, -14)
CT_DEVICE_INTERRUPTS(DECLARE)

enum { CORE = CT_HOST_CORE };
struct ct_host_line ct_host_lines[CT_HOST_LINES];
struct ct_host_core ct_host_core;
#define lines ct_host_lines
#define core  ct_host_core

static void tell(enum ct_explore_event event, unsigned which) {
    if (ct_explore_event) ct_explore_event(event, which);
}

static void set_up(void) {
    if (lines[CORE + SysTick_IRQn].name) return;
#define SET_UP(irq, number)                                                                        \
    lines[CORE + (number)].call = irq##_Handler;                                                   \
    lines[CORE + (number)].name = #irq;
    SET_UP(PendSV, -2) SET_UP(SysTick, -1) CT_DEVICE_INTERRUPTS(SET_UP)
}

/// The pending line of the highest level above what may run now; the lower number among equals.
static int next_line(void) {
    unsigned above = core.level > core.ceiling ? core.level : core.ceiling;
    int found = -1;
    if (!core.masked)
        for (int i = 0; i < CT_HOST_LINES; i++)
            if (lines[i].pending && lines[i].level > above) {
                above = lines[i].level;
                found = i;
            }
    return found;
}

static _Noreturn void give_up(const char *why, const char *what) {
    fflush(stdout);
    fprintf(stderr, "host: %s%s\n", why, what);
    exit(1);
}

void ct_host_take(void) {
    set_up();
    for (int line, again = 0; (line = next_line()) >= 0;) {
        const unsigned level = core.level, active = core.active;
        lines[line].pending = false;
        core.level = lines[line].level;
        core.active = (unsigned)line;
        if (!lines[line].call) {
            const struct ct_panic_record record = {.message = "an interrupt without a handler",
                                                   .exception = core.active,
                                                   .task = ct_panic_port_task()};
            ct_panic_with(&record);
        }
        tell(CT_EXPLORE_BEGINS, (unsigned)line);
        lines[line].call();
        tell(CT_EXPLORE_ENDS, (unsigned)line);
        core.level = level;
        core.active = active;
        if (lines[line].high) {
            lines[line].pending = true;
            enum { FOR_EVER = 10000 };
            if (++again == FOR_EVER)
                give_up("comes for ever, since its handler does not end what asks for it: ",
                        lines[line].name);
        }
    }
}

static void mask(void) {
    if (core.masked) return;
    tell(CT_EXPLORE_CLOSES, CT_HOST_ALL);
    core.masked = true;
    tell(CT_EXPLORE_CLOSED, CT_HOST_ALL);
}
ct_port_mask_t ct_port_mask(void) {
    const bool before = core.masked;
    mask();
    return before;
}
void ct_port_unmask(ct_port_mask_t before) {
    if (core.masked && !before) {
        core.masked = false;
        tell(CT_EXPLORE_OPENS, CT_HOST_ALL);
    }
    ct_host_take();
}
void ct_port_mask_all(void) { mask(); }
void ct_port_unmask_all(void) { ct_port_unmask(false); }

struct ct_port_lock ct_port_raise(unsigned ceiling, uint32_t sources) {
    (void)sources;
    tell(CT_EXPLORE_CLOSES, ceiling);
    const struct ct_port_lock lock = {core.ceiling};
    if (ceiling > core.ceiling) core.ceiling = ceiling;
    tell(CT_EXPLORE_CLOSED, ceiling);
    return lock;
}
void ct_port_lower(struct ct_port_lock lock, unsigned ceiling, uint32_t sources) {
    (void)sources;
    core.ceiling = lock.before;
    tell(CT_EXPLORE_OPENS, ceiling);
    ct_host_take();
}

void ct_port_pend(int irq) {
    lines[CORE + irq].pending = true;
    tell(CT_EXPLORE_PENDED, (unsigned)(CORE + irq));
    ct_host_take();
}
void ct_port_enable(int irq, unsigned level) {
    lines[CORE + irq].level = level;
    ct_host_take();
}
void ct_host_line(int irq, bool high) {
    const bool rises = high && !lines[CORE + irq].high;
    lines[CORE + irq].high = high;
    if (rises) lines[CORE + irq].pending = true;
}
void ct_host_nmi(void) {
    const unsigned level = core.level, active = core.active;
    core.level = CT_PORT_LEVELS + 1;
    core.active = 2;
    if (!NMI_Handler) {
        const struct ct_panic_record record = {
            .message = "NMI without a handler", .exception = 2, .task = ct_panic_port_task()};
        ct_panic_with(&record);
    }
    NMI_Handler();
    core.level = level;
    core.active = active;
}
bool ct_port_is_enabled(int irq) { return lines[CORE + irq].level > 0; }

/* ---- time */

static uint64_t now;
static struct ct_host_event *events; // soonest first
void (*ct_host_pace)(uint64_t until);

uint64_t ct_host_now(void) {
    tell(CT_EXPLORE_LOOKS, 0);
    return now;
}

void ct_host_cancel(struct ct_host_event *event) {
    for (struct ct_host_event **at = &events; *at; at = &(*at)->next)
        if (*at == event) {
            *at = event->next;
            return;
        }
}

void ct_host_schedule(struct ct_host_event *event, uint64_t at, void (*happen)(void *argument),
                      void *argument) {
    ct_host_cancel(event);
    struct ct_host_event **place = &events;
    while (*place && (*place)->at <= at) place = &(*place)->next;
    *event = (struct ct_host_event){*place, at, happen, argument};
    *place = event;
}

bool ct_host_has_event(void) { return events != NULL; }
bool ct_host_has_event_within(uint64_t nanoseconds) {
    return events && events->at <= now + nanoseconds;
}

void ct_host_let_happen(void) {
    struct ct_host_event *event = events;
    events = event->next;
    if (event->at > now) now = event->at;
    event->happen(event->argument);
    ct_host_take();
}

/// Lets happen what is due up to an instant, in order, and takes the interrupts that it pends.
static void advance_to(uint64_t instant) {
    while (events && events->at <= instant) ct_host_let_happen();
    if (instant > now) now = instant;
}

/// Something waits that only the mask keeps out.
static bool is_pending(void) {
    const unsigned above = core.level > core.ceiling ? core.level : core.ceiling;
    for (int i = 0; i < CT_HOST_LINES; i++)
        if (lines[i].pending && lines[i].level > above) return true;
    return false;
}

void ct_port_wait(void) {
    ct_host_take();
    if (is_pending()) return; // it ends the sleep all the same
    tell(CT_EXPLORE_SLEEPS, 0);
    if (ct_explore_event) return;
    if (!events) give_up("asleep for ever: nothing is scheduled that could wake it", "");
    const uint64_t next = events->at;
    if (ct_host_pace) ct_host_pace(next);
    advance_to(next);
}
void ct_port_relax(void) {
    tell(CT_EXPLORE_RELAXES, 0);
    if (!ct_explore_event) advance_to(now + 1000);
}
void ct_host_pass(uint64_t nanoseconds) {
    ct_host_take();
    advance_to(now + nanoseconds);
}

void ct_host_reset_interrupts(void) {
    core.masked = false;
    core.ceiling = core.level = core.active = 0;
    for (int i = 0; i < CT_HOST_LINES; i++) lines[i].level = lines[i].pending = lines[i].high = 0;
}
void ct_host_reset(void) {
    events = NULL;
    now = 0;
    ct_host_reset_interrupts();
}

static struct ct_host_event tick;
static uint64_t tick_period;
static void tick_now(void *argument) {
    (void)argument;
    ct_host_schedule(&tick, tick.at + tick_period, tick_now, NULL);
    ct_port_pend(SysTick_IRQn);
}
void SysTick_tick_start(uint32_t cycles) {
    tick_period = cycles;
    ct_host_schedule(&tick, now + tick_period, tick_now, NULL);
}

/* ---- panic */

CT_WEAK const char *ct_app_task_name(uint32_t exception);

void ct_panic_port_mask_interrupts(void) { core.masked = true; }
uint32_t ct_panic_port_exception(void) { return core.active; }
const char *ct_panic_port_task(void) {
    const char *name = ct_app_task_name ? ct_app_task_name(core.active) : NULL;
    if (!name && core.active) name = lines[core.active].name;
    return name ? name : "the main program";
}
