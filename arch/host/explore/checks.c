// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What must be true of every execution, whatever the application does.
#include "explore.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The priorities that touch a shared resource, and how far those who did had raised themselves.
// Kept over all executions: the most urgent of one may be missing in another.
struct resource {
    const char *name;
    size_t offset, size;
    bool written;
    unsigned top;    // most urgent level that has touched it
    unsigned lowest; // least urgency with which it was touched, by anybody
    char who[64];
};

// Who has been interrupted: the locks that he holds.
struct frame {
    unsigned line;
    unsigned held[16], depth;
};

static struct checks {
    struct resource *resources;
    size_t resource_count;

    struct {
        struct frame frames[EXPLORE_NESTING];
        unsigned depth; // of the frame that runs
        struct {
            const char *tasks[EXPLORE_WAITING]; // sent for and not begun, the oldest first
            unsigned count;
        } waiting[CT_PORT_LEVELS + 1];
        unsigned sections[CT_HOST_LINES]; // of less urgent ones, that a pending line waited for
    } run;
} *c;

void checks_prepare(void) {
    size_t count;
    const struct explore_symbol *symbols = explore_symbols(&count);
    if (count == 0) { // every program has some
        fputs("explore: nm names no objects, so mutual exclusion could not be checked\n", stderr);
        exit(2);
    }
    c = calloc(1, sizeof *c);
    c->resources = calloc(count + 1, sizeof *c->resources);
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(symbols[i].name);
        if (length <= 7 || strcmp(symbols[i].name + length - 7, "_shared") != 0) continue;
        c->resources[c->resource_count++] = (struct resource){
            symbols[i].name, symbols[i].offset, symbols[i].size, .lowest = CT_HOST_ALL};
    }
}

void checks_begin_execution(void) { memset(&c->run, 0, sizeof c->run); }

/* ---- mutual exclusion */

void checks_access(size_t offset, bool writes) {
    const unsigned urgency = explore_urgency();
    for (size_t i = 0; i < c->resource_count; i++) {
        struct resource *r = &c->resources[i];
        if (offset < r->offset || offset >= r->offset + r->size) continue;
        if (writes && urgency < CT_HOST_ALL) r->written = true; // init's writes are before all
        if (ct_host_core.level > r->top) r->top = ct_host_core.level;
        if (urgency < r->lowest) {
            r->lowest = urgency;
            snprintf(r->who, sizeof r->who, "%s", explore_who());
        }
        if (r->written && r->lowest < r->top)
            explore_violation("mutual exclusion: %s is touched by %s at urgency %u, and at level %u",
                              r->name, r->who, r->lowest, r->top);
    }
}

static void begins(unsigned line) {
    const unsigned level = ct_host_core.level;
    for (unsigned i = 0; i <= c->run.depth; i++)
        for (unsigned k = 0; k < c->run.frames[i].depth; k++)
            if (c->run.frames[i].held[k] >= level)
                explore_violation("mutual exclusion: %s begins inside a lock with the ceiling %u",
                                  explore_who(), c->run.frames[i].held[k]);
    if (c->run.depth + 1 == EXPLORE_NESTING) explore_violation("too many nested interrupts");
    c->run.frames[++c->run.depth] = (struct frame){.line = line};
    c->run.sections[line] = 0;
}

/* ---- first in, first out; nothing lost */

void ct_explore_sent_(const char *task, unsigned level);
void ct_explore_runs_(const char *task, unsigned level);

void ct_explore_sent_(const char *task, unsigned level) {
    if (c->run.waiting[level].count == EXPLORE_WAITING) explore_violation("too many runs wait");
    c->run.waiting[level].tasks[c->run.waiting[level].count++] = task;
}

void ct_explore_runs_(const char *task, unsigned level) {
    const char **tasks = c->run.waiting[level].tasks;
    const unsigned count = c->run.waiting[level].count;
    if (count == 0) explore_violation("a run of %s begins that nobody has sent for", task);
    if (strcmp(tasks[0], task) != 0)
        explore_violation("FIFO: a run of %s begins, %s was sent for before it", task, tasks[0]);
    memmove(tasks, tasks + 1, (count - 1) * sizeof *tasks);
    c->run.waiting[level].count--;
}

static void nothing_waits(unsigned from_level, const char *does) {
    for (unsigned level = from_level; level <= CT_PORT_LEVELS; level++)
        if (c->run.waiting[level].count)
            explore_violation("lost wake-up: %s %s while %u run(s) of priority %u wait, first %s",
                              explore_who(), does, c->run.waiting[level].count, level,
                              c->run.waiting[level].tasks[0]);
}

/* ---- bounded priority inversion */

static void waits_for_one_more(unsigned line) {
    if (++c->run.sections[line] > 1)
        explore_violation("priority inversion: %s (level %u) waits for a second section of less "
                          "urgent ones, now of %s",
                          ct_host_lines[line].name, ct_host_lines[line].level, explore_who());
}

static void pended(unsigned line) {
    const unsigned level = ct_host_lines[line].level;
    if (level > ct_host_core.level && level <= explore_urgency() && c->run.sections[line] == 0)
        waits_for_one_more(line);
}

// A section begins that keeps out what was not kept out before, and has long been pending.
static void closes(unsigned up_to) {
    for (unsigned line = 0; line < CT_HOST_LINES; line++)
        if (ct_host_lines[line].pending && ct_host_lines[line].level > explore_urgency() &&
            ct_host_lines[line].level <= up_to)
            waits_for_one_more(line);
}

/* ---- */

void checks_event(enum ct_explore_event event, unsigned which) {
    struct frame *now = &c->run.frames[c->run.depth];
    switch (event) {
    case CT_EXPLORE_PENDED: pended(which); break;
    case CT_EXPLORE_BEGINS: begins(which); break;
    case CT_EXPLORE_ENDS:
        if (now->depth) explore_violation("%s ends and holds a lock", explore_who());
        c->run.depth--;
        break;
    case CT_EXPLORE_CLOSES:
        closes(which);
        if (now->depth == CT_COUNT(now->held)) explore_violation("locks are nested too deeply");
        now->held[now->depth++] = which;
        break;
    case CT_EXPLORE_CLOSED:
    case CT_EXPLORE_LOOKS: break;
    case CT_EXPLORE_OPENS:
        if (now->depth == 0) explore_violation("%s ends a lock that it does not hold", explore_who());
        now->depth--;
        break;
    case CT_EXPLORE_SLEEPS: nothing_waits(0, "sleeps"); break;
    case CT_EXPLORE_RELAXES: nothing_waits(1, "waits"); break;
    }
}

void checks_end_execution(void) {}
