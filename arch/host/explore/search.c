// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The search: depth first over the places where an interrupt can come, each execution run anew
// from the start with the choices of the one before, the last of them changed.
//
// The application is compiled with -fsanitize=thread and linked without that sanitizer: the calls
// that the compiler puts before each access to memory come here instead.
#define _GNU_SOURCE
#include <corten/explore.h>
#include <corten/semihosting.h>

#include "explore.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int explored_main(void); // main() of the application

extern char __data_start[], _end[]; // of the linker
char *explore_memory;
size_t explore_memory_size;

// What comes from outside: a line of the interrupt controller, or virtual time.
enum { TIME = -1 };
struct source {
    int line;
    unsigned budget; // how often at most
};

struct decision {
    uint8_t chosen, options;
    int8_t source;         // what was placed; -1: nothing
    bool waits;            // inside a section that keeps it out
    const char *where;     // NULL: the access of `offset` at `pc`
    size_t offset;
    const void *pc;
    char who[64];
};

// All of the explorer's own memory; the application's is put back before each execution.
static struct explorer {
    struct source sources[EXPLORE_SOURCES];
    unsigned source_count;
    char *image;          // static memory as it is at the start
    struct touched {
        uint32_t readers, writers;
    } *touched,           // of each byte: the levels that have touched it, as bits
        *known;           // the same at the begin of this pass: that decides what is a place
    unsigned time_level, known_time_level; // of what an event of virtual time pends; 0: of nothing
    bool learnt;          // there is more than is known
    unsigned long executions, most, placements;
    unsigned passes, places, sleeps;

    bool runs;            // an execution is under way
    jmp_buf end;
    unsigned depth, steps;
    unsigned fired[EXPLORE_SOURCES];
    bool in_time;
    bool began;           // init has ended
    bool looks;           // virtual time is about to be read: that goes on, whoever is kept out
    uint64_t from_time;   // lines that the last event of virtual time has pended
    char said[2000];      // the application's last words
    size_t said_length;
    struct decision decisions[EXPLORE_DECISIONS];
} *x;

/* ---- an application that is wrong */

const char *explore_who(void) {
    static char who[64];
    if (ct_host_core.active == 0) return "thread mode";
    snprintf(who, sizeof who, "%s (level %u)", ct_host_lines[ct_host_core.active].name,
             ct_host_core.level);
    return who;
}

static const char *name_of(const struct source *source) {
    return source->line == TIME ? "time" : ct_host_lines[source->line].name;
}

_Noreturn void explore_violation(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    printf("WRONG: ");
    vprintf(format, arguments);
    va_end(arguments);
    printf("\n  in execution %lu of pass %u, by these interrupts:\n", x->executions, x->passes);
    for (unsigned i = 0; i < x->depth; i++) {
        const struct decision *d = &x->decisions[i];
        if (d->source < 0) continue;
        printf("    %s, while %s ", name_of(&x->sources[d->source]), d->who);
        if (d->where)
            printf("%s", d->where);
        else
            printf("was about to touch %s", explore_name_of(d->offset));
        if (d->pc) printf(" (%s)", explore_place_of(d->pc));
        printf("%s\n", d->waits ? "; it had to wait" : "");
    }
    if (x->said_length) printf("  the application said: %.*s\n", (int)x->said_length, x->said);
    fflush(stdout);
    _exit(1);
}

/* ---- places */

static _Noreturn void end_execution(void) { longjmp(x->end, 1); }

static bool is_pending_from_time(void) {
    for (unsigned i = 0; i < CT_HOST_LINES; i++)
        if (x->from_time >> i & 1 && ct_host_lines[i].pending) return true;
    return false;
}

// Whether what has that level is to come here. `closed` 0: where what is taken runs at once;
// otherwise where a section up to that level has just begun, in a core that was at `before`: it
// will wait.
static bool at_level(unsigned level, unsigned closed, unsigned before) {
    return closed ? level > before && level <= closed : level > explore_urgency();
}

static bool can_come(unsigned index, unsigned closed, unsigned before) {
    const struct source *source = &x->sources[index];
    if (x->fired[index] == source->budget) return false;
    if (x->looks) return source->line == TIME && ct_host_has_event_within(EXPLORE_LOOK);
    if (source->line == TIME)
        return ct_host_has_event() && !is_pending_from_time() &&
               at_level(x->known_time_level ? x->known_time_level : CT_HOST_ALL - 1, closed, before);
    const struct ct_host_line *line = &ct_host_lines[source->line];
    return line->level > 0 && !line->pending && at_level(line->level, closed, before);
}

static void come(unsigned index) {
    const struct source *source = &x->sources[index];
    x->fired[index]++;
    x->placements++;
    if (source->line != TIME) {
        ct_port_pend(source->line - CT_HOST_CORE);
        return;
    }
    uint64_t pending = 0;
    for (unsigned i = 0; i < CT_HOST_LINES; i++)
        if (ct_host_lines[i].pending) pending |= 1ull << i;
    x->from_time = 0;
    x->in_time = true;
    ct_host_let_happen();
    x->in_time = false;
    for (unsigned i = 0; i < CT_HOST_LINES; i++)
        if (ct_host_lines[i].pending && !(pending >> i & 1)) x->from_time |= 1ull << i;
}

// Of everything that is pended while an event of virtual time happens.
static void note_time(unsigned line) {
    if (!x->in_time || ct_host_lines[line].level <= x->time_level) return;
    x->time_level = ct_host_lines[line].level;
    if (x->time_level > x->known_time_level) x->learnt = true;
}

// Lets at most one source come, which one is the search's choice; false for none. Those before
// `first` are left out: they wait together, so their order is of no account.
static int choose(unsigned first, unsigned closed, unsigned before, const char *where, size_t offset,
                  const void *pc) {
    uint8_t candidates[EXPLORE_SOURCES];
    unsigned count = 0;
    for (unsigned i = first; i < x->source_count; i++)
        if (can_come(i, closed, before)) candidates[count++] = (uint8_t)i;
    if (count == 0) return -1;
    if (x->depth == EXPLORE_DECISIONS) explore_violation("it does not end: too many places");
    struct decision *d = &x->decisions[x->depth++];
    if (d->options == 0) *d = (struct decision){.options = (uint8_t)(count + 1)};
    if (d->options != count + 1) explore_violation("it is not the same from run to run");
    d->source = d->chosen ? (int8_t)candidates[d->chosen - 1] : -1;
    d->where = where;
    d->waits = closed > 0;
    d->offset = offset;
    d->pc = pc;
    if (d->source < 0) return -1;
    snprintf(d->who, sizeof d->who, "%s", explore_who());
    return d->source;
}

static void step(void) {
    x->places++;
    if (++x->steps > EXPLORE_STEPS)
        explore_violation("it does not end: %d places without a sleep", EXPLORE_STEPS);
}

/// A place where anything that comes is taken at once.
static void place(const char *where, size_t offset, const void *pc) {
    step();
    for (int source; (source = choose(0, 0, 0, where, offset, pc)) >= 0;) come((unsigned)source);
}

void ct_explore_event(enum ct_explore_event event, unsigned which) {
    static unsigned before; // who could come until this section
    if (!x->runs) return;
    switch (event) {
    case CT_EXPLORE_CLOSES:
        place(which == CT_HOST_ALL ? "was about to mask interrupts" : "was about to lock", 0, NULL);
        before = explore_urgency();
        checks_event(event, which);
        break;
    case CT_EXPLORE_CLOSED: {
        const unsigned was = before;
        checks_event(event, which);
        for (int source = -1;
             (source = choose((unsigned)(source + 1), explore_urgency(), was,
                              which == CT_HOST_ALL ? "masked interrupts" : "held a lock", 0, NULL)) >= 0;)
            come((unsigned)source);
        break;
    }
    case CT_EXPLORE_SLEEPS:
        place("was about to sleep", 0, NULL); // and sleeps all the same
        __attribute__((fallthrough));
    case CT_EXPLORE_RELAXES: {
        checks_event(event, which);
        step();
        // what comes ends a sleep, though it is masked
        const bool masked = ct_host_core.masked;
        ct_host_core.masked = false;
        const int source = choose(0, 0, 0, event == CT_EXPLORE_SLEEPS ? "slept" : "waited", 0, NULL);
        ct_host_core.masked = masked;
        if (source < 0) end_execution();
        come((unsigned)source);
        break;
    }
    case CT_EXPLORE_PENDED:
        note_time(which);
        x->in_time = false; // what it begins is not its own
        checks_event(event, which);
        break;
    case CT_EXPLORE_LOOKS:
        if (x->in_time || x->looks || !x->began) break;
        step();
        for (;;) {
            x->looks = true;
            const int source = choose(0, 0, 0, "was about to read the time", 0, NULL);
            x->looks = false;
            if (source < 0) break;
            come((unsigned)source);
        }
        break;
    case CT_EXPLORE_OPENS:
        x->began = true;
        checks_event(event, which);
        break;
    default: checks_event(event, which);
    }
}

unsigned ct_explore_fired_(int irq) {
    for (unsigned i = 0; i < x->source_count; i++)
        if (x->sources[i].line == irq + CT_HOST_CORE) return x->fired[i];
    return 0;
}

/* ---- accesses */

/// It is a place where somebody more urgent than who runs touches the same, and one of them writes.
void explore_access(size_t offset, size_t size, bool writes, const void *pc) {
    const uint32_t level = 1u << ct_host_core.level;
    const unsigned urgency = explore_urgency();
    const uint32_t above = urgency < CT_PORT_LEVELS ? ~0u << (urgency + 1) : 0;
    bool is_place = false;
    for (size_t i = offset; i < offset + size && i < explore_memory_size; i++) {
        struct touched *now = &x->touched[i], *known = &x->known[i];
        *(writes ? &now->writers : &now->readers) |= level;
        const uint32_t all = now->readers | now->writers;
        if (now->writers && all & (all - 1) && !((writes ? known->writers : known->readers) & level))
            x->learnt = true;
        if (above & (writes ? known->readers | known->writers : known->writers)) is_place = true;
    }
    if (is_place) place(NULL, offset, pc);
    checks_access(offset, writes);
}

static inline __attribute__((always_inline)) void touch(const void *at, size_t size, bool writes) {
    if (!x || !x->runs) return;
    const size_t offset = (uintptr_t)at - (uintptr_t)explore_memory;
    if (offset < explore_memory_size)
        explore_access(offset, size, writes, __builtin_return_address(0));
}

// What the compiler calls; the names and types are those of its thread sanitizer.
#define ACCESS(size)                                                                               \
    void __tsan_read##size(void *at);                                                              \
    void __tsan_write##size(void *at);                                                             \
    void __tsan_read##size(void *at) { touch(at, size, false); }                                   \
    void __tsan_write##size(void *at) { touch(at, size, true); }                                   \
    void __tsan_unaligned_read##size(void *at);                                                    \
    void __tsan_unaligned_write##size(void *at);                                                   \
    void __tsan_unaligned_read##size(void *at) { touch(at, size, false); }                         \
    void __tsan_unaligned_write##size(void *at) { touch(at, size, true); }                         \
    void __tsan_volatile_read##size(void *at);                                                     \
    void __tsan_volatile_write##size(void *at);                                                    \
    void __tsan_volatile_read##size(void *at) { touch(at, size, false); }                          \
    void __tsan_volatile_write##size(void *at) { touch(at, size, true); }
ACCESS(1) ACCESS(2) ACCESS(4) ACCESS(8) ACCESS(16)
void __tsan_read_range(void *at, size_t size);
void __tsan_write_range(void *at, size_t size);
void __tsan_read_range(void *at, size_t size) { touch(at, size, false); }
void __tsan_write_range(void *at, size_t size) { touch(at, size, true); }
void __tsan_init(void);
void __tsan_init(void) {}
void __tsan_func_entry(void *pc);
void __tsan_func_entry(void *pc) { (void)pc; }
void __tsan_func_exit(void);
void __tsan_func_exit(void) {}
#define ATOMIC(bits)                                                                               \
    uint##bits##_t __tsan_atomic##bits##_load(uint##bits##_t *at, int order);                      \
    uint##bits##_t __tsan_atomic##bits##_load(uint##bits##_t *at, int order) {                     \
        (void)order;                                                                               \
        touch(at, bits / 8, false);                                                                \
        return *at;                                                                                \
    }                                                                                              \
    void __tsan_atomic##bits##_store(uint##bits##_t *at, uint##bits##_t value, int order);         \
    void __tsan_atomic##bits##_store(uint##bits##_t *at, uint##bits##_t value, int order) {        \
        (void)order;                                                                               \
        touch(at, bits / 8, true);                                                                 \
        *at = value;                                                                               \
    }
ATOMIC(8) ATOMIC(16) ATOMIC(32) ATOMIC(64)

/* ---- the application's voice and end */

void ct_semihosting_write(const char *bytes, size_t length) {
    if (length > sizeof x->said) bytes += length - sizeof x->said, length = sizeof x->said;
    const size_t room = sizeof x->said - x->said_length;
    if (length > room) {
        x->said_length -= length - room;
        memmove(x->said, x->said + (length - room), x->said_length);
    }
    memcpy(x->said + x->said_length, bytes, length);
    x->said_length += length;
}

_Noreturn void ct_semihosting_exit(int status) {
    if (status) explore_violation("the application ends with status %d", status);
    end_execution();
}
_Noreturn void ct_reset(void);
_Noreturn void ct_reset(void) { explore_violation("the application resets the chip"); }

/* ---- the search */

static void execute(void) {
    memcpy(explore_memory, x->image, explore_memory_size);
    memset(x->fired, 0, sizeof x->fired);
    x->depth = x->steps = 0;
    x->from_time = 0;
    x->in_time = x->looks = x->began = false;
    x->said_length = 0;
    checks_begin_execution();
    if (!_setjmp(x->end)) {
        x->runs = true;
        explored_main();
    }
    checks_end_execution();
    x->runs = false;
    if (ct_explore_holds && !ct_explore_holds())
        explore_violation("ct_explore_holds() is false at the end");
    x->executions++;
}

/// The next execution in order; false when there is none.
static bool advance(void) {
    while (x->depth > 0) {
        struct decision *last = &x->decisions[x->depth - 1];
        if (last->chosen + 1 < last->options) {
            last->chosen++;
            for (unsigned i = x->depth; i < EXPLORE_DECISIONS && x->decisions[i].options; i++)
                x->decisions[i].options = 0;
            return true;
        }
        last->options = last->chosen = 0;
        x->depth--;
    }
    return false;
}

static void pass(void) {
    memcpy(x->known, x->touched, explore_memory_size * sizeof *x->known);
    x->known_time_level = x->time_level;
    x->passes++;
    x->learnt = false;
    x->executions = x->placements = 0;
    memset(x->decisions, 0, sizeof x->decisions);
    do {
        execute();
        if (x->executions == x->most && !x->learnt) {
            printf("NOT EXHAUSTED: %lu executions, and more to come\n", x->executions);
            _exit(2);
        }
    } while (!x->learnt && advance());
}

/// GPIOA, GPIOB:2, time:3, or GPIOA:1:3, the second when CORTEN_TEST_FULL is set.
static void parse(const char *text) {
    const char *rest = strchr(text, ':');
    const size_t length = rest ? (size_t)(rest - text) : strlen(text);
    struct source *source = &x->sources[x->source_count++];
    source->budget = rest ? (unsigned)strtoul(rest + 1, NULL, 0) : 1;
    const char *full = rest ? strchr(rest + 1, ':') : NULL;
    if (full && getenv("CORTEN_TEST_FULL")) source->budget = (unsigned)strtoul(full + 1, NULL, 0);
    source->line = TIME;
    if (strncmp(text, "time", length) == 0 && length == 4) return;
    for (int i = 0; i < CT_HOST_LINES; i++) {
        const char *name = ct_host_lines[i].name;
        if (name && strlen(name) == length && strncmp(text, name, length) == 0) source->line = i;
    }
    if (source->line == TIME) {
        fprintf(stderr, "explore: %s is no interrupt of this chip\n", text);
        exit(2);
    }
}

int main(int argc, char **argv) {
    explore_memory = __data_start;
    explore_memory_size = (size_t)(_end - __data_start);
    x = calloc(1, sizeof *x);
    x->touched = calloc(explore_memory_size, sizeof *x->touched);
    x->known = calloc(explore_memory_size, sizeof *x->known);
    x->image = malloc(explore_memory_size);
    x->most = 20 * 1000 * 1000;
    ct_host_take(); // names the lines
    if (argc - 1 > EXPLORE_SOURCES) {
        fprintf(stderr, "explore: at most %d interrupts\n", EXPLORE_SOURCES);
        return 2;
    }
    for (int i = 1; i < argc; i++) parse(argv[i]);
    checks_prepare();
    memcpy(x->image, explore_memory, explore_memory_size);
    do pass();
    while (x->learnt);
    printf("holds in %lu executions, every placement of", x->executions);
    for (unsigned i = 0; i < x->source_count; i++)
        printf("%s %s (%u)", i ? "," : "", name_of(&x->sources[i]), x->sources[i].budget);
    printf("; %u passes\n", x->passes);
    return 0;
}
