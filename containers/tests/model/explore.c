// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "explore.h"
#include "../support/expect_panic.h"
#include "hooks.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { LOG = 96, STEP_LIMIT = 64 };

// An operation: which had ended when it began, and what came of it.
struct operation {
    uint32_t before; // bit set of operations
    uint32_t result;
    bool begun, ended;
};

struct context {
    unsigned next;  // operation that is under way or begins next
    unsigned steps; // of the operation under way
    unsigned logged;
    uint32_t log[LOG];
};

struct state {
    uint8_t memory[MODEL_MEMORY];
    struct context contexts[MODEL_CONTEXTS];
    struct operation operations[MODEL_OPERATIONS];
};

static const struct model *the_model;
static struct model_report report;
static char schedule[sizeof report.schedule];

// ---- the context that runs

static struct {
    struct context *self;
    unsigned at;   // next entry of the log
    bool done;     // has made its new step
    bool critical; // inside a critical section: its accesses are one step
    jmp_buf out;
} run;

// True when this access happens now; false when the log tells what it read. Does not return when
// the context has had its step.
static bool happens(void) {
    if (run.at < run.self->logged) return false;
    if (!run.critical) {
        if (run.done) longjmp(run.out, 1);
        run.done = true;
    }
    return true;
}

static void record(uint32_t value) {
    if (run.self->logged == LOG) abort();
    run.self->log[run.self->logged++] = value;
}

uint32_t ct_model_load(const void *at, uint32_t width) {
    if (happens()) {
        uint32_t value = 0;
        memcpy(&value, at, width); // little-endian host
        record(value);
    }
    return run.self->log[run.at++];
}

void ct_model_store(void *at, uint32_t width, uint32_t value) {
    if (happens()) {
        memcpy(at, &value, width);
        record(value);
    }
    run.at++;
}

// Elements are copied in words, as a processor does it: preemption may tear them.
void ct_model_write(void *shared, const void *from, size_t size) {
    for (size_t done = 0; done < size; done += 4) {
        uint32_t value = 0;
        size_t const width = size - done < 4 ? size - done : 4;
        memcpy(&value, (const char *)from + done, width);
        ct_model_store((char *)shared + done, (uint32_t)width, value);
    }
}

void ct_model_read(void *to, const void *shared, size_t size) {
    for (size_t done = 0; done < size; done += 4) {
        size_t const width = size - done < 4 ? size - done : 4;
        uint32_t const value = ct_model_load((const char *)shared + done, (uint32_t)width);
        memcpy((char *)to + done, &value, width);
    }
}

void ct_model_enter(void) {
    if (run.at == run.self->logged) {
        if (run.done) longjmp(run.out, 1);
        run.done = true;
    }
    run.critical = true;
}

void ct_model_leave(void) { run.critical = false; }

static bool panicked;

static unsigned number_of(unsigned context, unsigned n) {
    for (unsigned c = 0; c < context; c++) n += the_model->operations[c];
    return n;
}

// One step of a context. False: its operation takes more steps than any may.
static bool step(struct state *state, unsigned c) {
    struct context *const self = &state->contexts[c];
    unsigned const n = number_of(c, self->next);
    struct operation *const operation = &state->operations[n];
    memcpy(the_model->memory, state->memory, the_model->memory_size);
    if (!operation->begun) {
        operation->begun = true;
        for (unsigned i = 0; i < MODEL_OPERATIONS; i++)
            if (state->operations[i].ended) operation->before |= 1u << i;
    }
    run.self = self;
    run.at = 0;
    run.done = run.critical = false;
    self->steps++;
    expect_panic_armed = true;
    if (setjmp(expect_panic_back)) {
        panicked = true;
    } else if (!setjmp(run.out)) {
        uint32_t const result = the_model->perform(c, self->next);
        operation->ended = true;
        operation->result = result;
        if (self->steps > report.longest) report.longest = self->steps;
        *self = (struct context){.next = self->next + 1};
    }
    expect_panic_armed = false;
    memcpy(state->memory, the_model->memory, the_model->memory_size);
    return self->steps <= the_model->max_steps;
}

// ---- linearizability of an end state

static bool explained(const struct state *state, unsigned total, uint32_t placed,
                      const uint8_t *spec) {
    if (placed == (1u << total) - 1) return true;
    for (unsigned c = 0; c < the_model->contexts; c++) {
        for (unsigned k = 0; k < the_model->operations[c]; k++) {
            unsigned const n = number_of(c, k);
            const struct operation *const operation = &state->operations[n];
            if (placed >> n & 1 || (operation->before & ~placed)) continue;
            uint8_t after[MODEL_SPEC];
            memcpy(after, spec, sizeof after);
            if (the_model->specify(after, c, k, operation->result) &&
                explained(state, total, placed | 1u << n, after))
                return true;
            break; // a context's operations come in their order
        }
    }
    return false;
}

// ---- states seen before

static struct {
    uint64_t (*keys)[2];
    size_t size, used;
} seen;

static void mix(uint64_t key[2], const void *data, size_t size) {
    for (size_t done = 0; done < size; done += 8) {
        uint64_t word = 0;
        memcpy(&word, (const char *)data + done, size - done < 8 ? size - done : 8);
        key[0] = (key[0] ^ word) * 0x9E3779B97F4A7C15u, key[0] ^= key[0] >> 29;
        key[1] = (key[1] + word) * 0xBF58476D1CE4E5B9u, key[1] ^= key[1] >> 32;
    }
}

// True when the state is new. 128 bits of hash: a false match is beyond belief.
static bool remember(const struct state *state) {
    uint64_t key[2] = {1, 2};
    mix(key, state->memory, the_model->memory_size);
    mix(key, state->operations, sizeof state->operations);
    for (unsigned c = 0; c < the_model->contexts; c++)
        mix(key, &state->contexts[c],
            offsetof(struct context, log) + state->contexts[c].logged * sizeof(uint32_t));
    uint64_t const a = key[0] | 1u, b = key[1];
    if (2 * seen.used >= seen.size) {
        size_t const old = seen.size;
        uint64_t(*const keys)[2] = seen.keys;
        seen.size = old ? 2 * old : 1u << 12;
        seen.keys = calloc(seen.size, sizeof *seen.keys);
        for (size_t i = 0; i < old; i++) {
            if (!keys[i][0]) continue;
            size_t at = keys[i][1] & (seen.size - 1);
            while (seen.keys[at][0]) at = (at + 1) & (seen.size - 1);
            memcpy(seen.keys[at], keys[i], sizeof keys[i]);
        }
        free(keys);
    }
    size_t at = b & (seen.size - 1);
    for (; seen.keys[at][0]; at = (at + 1) & (seen.size - 1))
        if (seen.keys[at][0] == a && seen.keys[at][1] == b) return false;
    seen.keys[at][0] = a;
    seen.keys[at][1] = b;
    seen.used++;
    return true;
}

// ---- the search

static bool violate(const char *what, unsigned depth) {
    report.violation = what;
    memcpy(report.schedule, schedule, depth);
    report.schedule[depth] = 0;
    return false;
}

static bool search(const struct state *state, unsigned depth) {
    if (!remember(state)) return true;
    report.states++;
    bool end = true;
    unsigned total = 0;
    for (unsigned c = 0; c < the_model->contexts; c++) {
        total += the_model->operations[c];
        if (state->contexts[c].next == the_model->operations[c]) continue;
        end = false;
        struct state after = *state;
        schedule[depth] = (char)('0' + c);
        if (depth + 2 == sizeof schedule) return violate("the schedule is too long", depth);
        if (!step(&after, c))
            return violate("an operation does not end: it waits for another", depth + 1);
        if (panicked) return violate(expect_panic_message, depth + 1);
        if (!search(&after, depth + 1)) return false;
    }
    if (!end) return true;
    report.schedules++;
    if (!explained(state, total, 0, (const uint8_t[MODEL_SPEC]){0}))
        return violate("no order of the operations explains their results", depth);
    memcpy(the_model->memory, state->memory, the_model->memory_size);
    if (the_model->sound && !the_model->sound())
        return violate("the container is broken at the end", depth);
    return true;
}

struct model_report model_explore(const struct model *model) {
    if (model->memory_size > MODEL_MEMORY || model->spec_size > MODEL_SPEC ||
        model->max_steps > STEP_LIMIT)
        abort();
    struct state first;
    memset(&first, 0, sizeof first);
    memcpy(first.memory, model->memory, model->memory_size);
    the_model = model;
    report = (struct model_report){0};
    panicked = false;
    search(&first, 0);
    memcpy(model->memory, first.memory, model->memory_size);
    free(seen.keys);
    memset(&seen, 0, sizeof seen);
    return report;
}

int model_check(const struct model *model) {
    struct model_report const r = model_explore(model);
    printf("%-40s %8lu states %7lu ends, at most %2u steps: %s\n", model->name, r.states,
           r.schedules, r.longest, r.violation ? r.violation : "ok");
    if (r.violation) printf("    schedule %s\n", r.schedule);
    fflush(stdout);
    return r.violation != NULL;
}
