// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A message owns its block of a pool; whoever gets it gives it back.

#include "conformance.h"
#include <corten/pool.h>

struct block {
    uint8_t bytes[128];
};
typedef CT_POOL(struct block, 4) block_pool;
static block_pool blocks;

CT_INTERRUPT(i2c0, 2, I2C0);
CT_TASK_WITH(foo, 1, struct block *);
CT_TASK_WITH(bar, 2, struct block *);
CT_APP(DISPATCHERS(SSI0, QEI0), TASKS(i2c0, foo, bar));

void init(struct init_task self) {
    (void)self;
    ct_port_pend(I2C0_IRQn);
}

static struct block *zeros(void) {
    struct block *block = ct_pool_alloc(&blocks);
    CT_REQUIRE(block, "the pool has a block left");
    *block = (struct block){0};
    return block;
}

void i2c0(struct i2c0_task self) {
    (void)self;
    CT_MUST(foo_spawn(zeros()));
    CT_MUST(bar_spawn(zeros()));
}

void foo(struct foo_task self, struct block *block) {
    (void)self;
    ct_pool_free(&blocks, block);
    EXIT();
}

void bar(struct bar_task self, struct block *block) {
    (void)self;
    ct_pool_free(&blocks, block);
}
