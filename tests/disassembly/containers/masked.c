// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What masks interrupts does so once, unmasks on every path, and calls nothing in between. The
// consumer of an MPSC queue masks nothing.
// target: m0 m3
// flags: {device lm3s6965}
// forbid mpmc_enqueue: bl|blx|udiv|mul
// forbid mpmc_dequeue: bl|blx|udiv|mul
// count mpmc_enqueue(cpsid) == 1
// count mpmc_dequeue(cpsid) == 1
// count mpsc_enqueue(cpsid) == 1
// count mpmc_enqueue(msr) >= 1
// forbid mpsc_dequeue: cpsid|msr|bl|blx
// count[gcc m3] mpmc_enqueue <= 19
// count[gcc m3] mpmc_dequeue <= 18
// forbid pool_alloc: bl|blx|udiv
// count pool_alloc(cpsid) == 1
// count pool_free(cpsid) == 1
// forbid pool_free: udiv
#include <corten/mpmc.h>
#include <corten/mpsc.h>
#include <corten/pool.h>

extern CT_MPMC(uint32_t, 32) mpmc;
extern CT_MPSC(uint32_t, 32) mpsc;
extern CT_POOL(uint64_t[2], 8) pool;

int mpmc_enqueue(uint32_t value);
int mpmc_enqueue(uint32_t value) { return ct_mpmc_enqueue(&mpmc, value); }
int mpmc_dequeue(uint32_t *into);
int mpmc_dequeue(uint32_t *into) { return ct_mpmc_dequeue(&mpmc, into); }
int mpsc_enqueue(uint32_t value);
int mpsc_enqueue(uint32_t value) { return ct_mpsc_enqueue(&mpsc, value); }
int mpsc_dequeue(uint32_t *into);
int mpsc_dequeue(uint32_t *into) { return ct_mpsc_dequeue(&mpsc, into); }
void *pool_alloc(void);
void *pool_alloc(void) { return ct_pool_alloc(&pool); }
void pool_free(uint64_t (*block)[2]);
void pool_free(uint64_t (*block)[2]) { ct_pool_free(&pool, block); }
