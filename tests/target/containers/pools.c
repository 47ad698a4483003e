// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A pool, with an interrupt at every instruction of alloc and free that allocates or frees too.
// In the end each block is free once, or held once.

#include "../sweep.h"

#include <corten/critical.h>
#ifdef BROKEN // every masked section is without its mask, and nothing but a wrong result may fail
#    define AT_LEAST(places) 1
#    define ct_critical_enter() 0u
#    define ct_critical_leave(before) ((void)(before))
#else
#    define AT_LEAST(places) (places)
#endif
#include <corten/box.h>

SWEEP_IS_POSSIBLE;

enum { BLOCKS = 3 };
static CT_COUNTED_POOL(uint32_t, BLOCKS) pool;
static uint32_t *volatile held[2]; // by the operation, by the interrupt
static unsigned out;               // blocks allocated before, by somebody else
static bool first_frees, second_frees;

static void alloc_into(unsigned who) { held[who] = ct_counted_alloc(&pool); }
static void free_of(unsigned who) {
    uint32_t *const block = held[who];
    if (block) ct_counted_release(&pool, block);
    held[who] = NULL;
}

static void prepare(void) {
    for (uint32_t i = 0; i < sizeof pool; i++) ((uint8_t *)&pool)[i] = 0;
    held[0] = held[1] = NULL;
    if (first_frees) alloc_into(0);
    if (second_frees) alloc_into(1);
    for (unsigned i = 0; i < out; i++) {
        uint32_t *const block = ct_counted_alloc(&pool);
        (void)block;
    }
}
static void operation(void) { first_frees ? free_of(0) : alloc_into(0); }
void GPIOA_Handler(void);
void GPIOA_Handler(void) { second_frees ? free_of(1) : alloc_into(1); }

static bool holds(void) {
    unsigned const holders = (held[0] ? 1u : 0u) + (held[1] ? 1u : 0u);
    if (held[0] && held[0] == held[1]) return false;
    if (ct_pool_used(&pool) != holders + out) return false;
    // The list of free blocks has all others, each once.
    unsigned count = 0, at = pool.state_[0], seen = 0;
    for (; at < BLOCKS && count <= BLOCKS; count++) {
        if (seen >> at & 1) return false;
        seen |= 1u << at;
        at = ct_blocks_next(at, pool.links_[at], 256);
    }
    return at == BLOCKS && count == BLOCKS - ct_pool_used(&pool);
}

// ---- a block of two owners, both of whom release it, or one of whom takes one more

static bool second_holds;
static void prepare_owners(void) {
    for (uint32_t i = 0; i < sizeof pool; i++) ((uint8_t *)&pool)[i] = 0;
    alloc_into(0);
    held[1] = held[0];
    ct_counted_hold(&pool, held[0]);
}
static void release(void) { ct_counted_release(&pool, held[0]); }
static void interrupt_owners(void) {
    if (second_holds) ct_counted_hold(&pool, held[1]);
    else ct_counted_release(&pool, held[1]);
}
static bool owners_hold(void) {
    return second_holds ? ct_pool_used(&pool) == 1 && pool.more_owners_[0] == 1
                        : ct_pool_used(&pool) == 0 && pool.more_owners_[0] == 0;
}
void GPIOB_Handler(void);
void GPIOB_Handler(void) { interrupt_owners(); }

int main(void) {
    static const char *const names[] = {"alloc / alloc", "alloc / free", "free / alloc", "free / free"};
    for (unsigned kind = 0; kind < 4; kind++) {
        first_frees = kind >> 1, second_frees = kind & 1;
        for (out = 0; out + first_frees + second_frees <= BLOCKS; out++) {
            const struct sweep all = {names[kind], GPIOA_IRQn, prepare, operation, holds};
            if (!sweep_run(&all, AT_LEAST(8))) ct_semihosting_exit(1);
        }
    }
    for (unsigned n = 0; n < 2; n++) {
        second_holds = n;
        const struct sweep all = {n ? "release / hold" : "release / release", GPIOB_IRQn,
                                  prepare_owners, release, owners_hold};
        if (!sweep_run(&all, 12)) ct_semihosting_exit(1);
    }
    ct_semihosting_exit(0);
}
