// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/host.h>
#include <corten/panic.h>
#include <corten/panic_port.h>
#include <corten/port.h>

#include <stdio.h>
#include <stdlib.h>

enum { EXCEPTIONS = 16 + CT_DEVICE_INTERRUPT_COUNT, CORE = 16 };

typedef void handler(void);
#define DECLARE(name, number) CT_WEAK handler name##_Handler;
DECLARE(PendSV, -2) DECLARE(SysTick, -1) DECLARE(NMI, -14)
CT_DEVICE_INTERRUPTS(DECLARE)

/// What a line of the vector table and of the interrupt controller is on a chip.
static struct {
    handler *call;
    const char *name;
    unsigned level; // 0: not enabled
    bool pending;
    bool high; // the wire, of what asks by level
} lines[EXCEPTIONS];

static struct {
    bool masked;
    unsigned ceiling; // what a lock has raised the core to
    unsigned level;   // of the handler that runs; 0 in thread mode
    unsigned active;  // its exception number
} core;

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
        for (int i = 0; i < EXCEPTIONS; i++)
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

/// Takes interrupts for as long as one may preempt.
static void take(void) {
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
        lines[line].call();
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

ct_port_mask_t ct_port_mask(void) {
    const bool before = core.masked;
    core.masked = true;
    return before;
}
void ct_port_unmask(ct_port_mask_t before) {
    core.masked = before != 0;
    take();
}
void ct_port_mask_all(void) { core.masked = true; }
void ct_port_unmask_all(void) { ct_port_unmask(false); }

struct ct_port_lock ct_port_raise(unsigned ceiling, uint32_t sources) {
    (void)sources;
    const struct ct_port_lock lock = {core.ceiling};
    if (ceiling > core.ceiling) core.ceiling = ceiling;
    return lock;
}
void ct_port_lower(struct ct_port_lock lock, unsigned ceiling, uint32_t sources) {
    (void)ceiling;
    (void)sources;
    core.ceiling = lock.before;
    take();
}

void ct_port_pend(int irq) {
    lines[CORE + irq].pending = true;
    take();
}
void ct_port_enable(int irq, unsigned level) {
    lines[CORE + irq].level = level;
    take();
}
void ct_host_line(int irq, bool high) {
    const bool rises = high && !lines[CORE + irq].high;
    lines[CORE + irq].high = high;
    if (rises) ct_port_pend(irq);
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

uint64_t ct_host_now(void) { return now; }

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

/// Lets happen what is due up to an instant, in order, and takes the interrupts that it pends.
static void advance_to(uint64_t instant) {
    while (events && events->at <= instant) {
        struct ct_host_event *event = events;
        events = event->next;
        if (event->at > now) now = event->at;
        event->happen(event->argument);
        take();
    }
    if (instant > now) now = instant;
}

void ct_port_wait(void) {
    take();
    if (!events) give_up("asleep for ever: nothing is scheduled that could wake it", "");
    const uint64_t next = events->at;
    if (ct_host_pace) ct_host_pace(next);
    advance_to(next);
}
void ct_port_relax(void) { advance_to(now + 1000); }
void ct_host_pass(uint64_t nanoseconds) { advance_to(now + nanoseconds); }

void ct_host_reset(void) {
    events = NULL;
    now = 0;
    core.masked = false;
    core.ceiling = core.level = core.active = 0;
    for (int i = 0; i < EXCEPTIONS; i++) lines[i].level = lines[i].pending = lines[i].high = 0;
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
