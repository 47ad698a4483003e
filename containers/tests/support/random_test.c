// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "random_test.h"

#include "expect_panic.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEQUENCE = 400 };

static uint64_t random_state;

static uint32_t random_number(void) { // xorshift64*, Vigna 2016
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (uint32_t)(random_state * 0x2545F4914F6CDD1Du >> 32);
}

// Number of operations until the first difference (a panic is one), or 0.
static unsigned fails(const struct random_test *test, const struct random_op *ops, unsigned count,
                      const char **how) {
    volatile unsigned done = 0;
    volatile bool same = true;
    const char *const panic = PANIC_OF({
        test->begin();
        while (same && done < count) same = test->step(ops[done++]);
    });
    bool const panicked = strcmp(panic, "no panic") != 0;
    *how = panicked ? panic : "they differ";
    return panicked || !same ? done : 0;
}

static void minimise(const struct random_test *test, struct random_op *ops, unsigned count) {
    const char *how;
    struct random_op less[SEQUENCE];
    for (unsigned piece = count / 2; piece > 0;) {
        bool shorter = false;
        for (unsigned from = 0; from + piece <= count;) {
            memcpy(less, ops, from * sizeof *ops);
            memcpy(less + from, ops + from + piece, (count - from - piece) * sizeof *ops);
            unsigned const at = fails(test, less, count - piece, &how);
            if (at) {
                memcpy(ops, less, at * sizeof *ops);
                count = at;
                shorter = true;
            } else {
                from += piece;
            }
        }
        if (!shorter || piece > count) piece /= 2;
    }
    fails(test, ops, count, &how);
    printf("%s: %s after %u operations:\n", test->name, how, count);
    for (unsigned i = 0; i < count; i++)
        printf("    {%u, %u, %u},\n", (unsigned)ops[i].kind, (unsigned)ops[i].a,
               (unsigned)ops[i].b);
}

bool random_test(struct random_test test) {
    const char *const wanted = getenv("CORTEN_OPERATIONS");
    const char *const seed = getenv("CORTEN_SEED");
    unsigned long total = wanted                      ? strtoul(wanted, NULL, 10)
                          : getenv("CORTEN_TEST_FULL") ? 3000000
                                                       : 40000;
    random_state = 0x9E3779B97F4A7C15u ^ (seed ? strtoull(seed, NULL, 10) : 0);
    for (unsigned long done = 0; done < total; done += SEQUENCE) {
        struct random_op ops[SEQUENCE];
        const char *how;
        for (unsigned i = 0; i < SEQUENCE; i++)
            ops[i] = (struct random_op){random_number() % test.kinds, random_number(),
                                        random_number()};
        unsigned const at = fails(&test, ops, SEQUENCE, &how);
        if (at) {
            minimise(&test, ops, at);
            return false;
        }
    }
    return true;
}
