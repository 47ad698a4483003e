// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Thread-Metric 6, 7 and 8. Message processing: a task sends four words to a queue and receives them
// again, here through a channel, which several can send to and wait for, and through a queue of one
// sender and one receiver. Synchronisation processing: it takes and puts a semaphore; what
// guards data is a lock here, taken and given back around a count. Memory allocation: it takes a
// block of 128 bytes from a pool and gives it back.
// row message "Thread-Metric, message processing: four words sent and received": aim 50, take max, beside FreeRTOS 194 ThreadX 124
// row message_spsc "Thread-Metric, message processing, through an SPSC queue": aim 50, take max, beside FreeRTOS 194 ThreadX 124
// row synchronisation "Thread-Metric, synchronisation processing": aim 12, take max, beside FreeRTOS 120 ThreadX 55
// row memory "Thread-Metric, memory allocation: a block of 128 bytes": aim 30, take max, beside FreeRTOS 25-59 ThreadX 59
// firmware: FAULTS plain
#include "../bench.h"
#include <corten/app.h>
#include <corten/pool.h>
#include <corten/semihosting.h>
#include <corten/spsc.h>

struct words {
    uint32_t word[4];
};
struct block {
    uint32_t word[32];
};
CT_CHANNEL(queue, struct words, 10);
CT_TASK(worker, 1);
CT_TASK(other, 2);
CT_SHARED(uint32_t, count, worker, other);
CT_LOCAL(struct queue_sender, to, worker);
CT_LOCAL(struct queue_receiver, from, worker);
static CT_SPSC(struct words, 10) simple_queue;
static CT_POOL(struct block, 16) blocks;
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(worker, other));

static uint32_t rounds;

void init(struct init_task self) {
    *CT_LOCAL_OF(self, to) = queue_sender(self);
    *CT_LOCAL_OF(self, from) = queue_receiver(self);
    CT_MUST(worker_spawn());
}
void other(struct other_task self) { CT_LOCK(self, count, c) *c = 0; }
void worker(struct worker_task self) {
    static struct words sent = {{1, 2, 3, 4}}, received;
    BENCH_START(message);
    enum ct_error e = queue_try_send(*CT_LOCAL_OF(self, to), sent);
    if (!e) e = queue_try_receive(*CT_LOCAL_OF(self, from), &received);
    BENCH_STOP(message);

    bool went = false;
    BENCH_START(message_spsc);
    if (!ct_spsc_enqueue(&simple_queue, sent)) went = !ct_spsc_dequeue(&simple_queue, &received);
    BENCH_STOP(message_spsc);
    BENCH_KEEP(went);

    BENCH_START(synchronisation);
    CT_LOCK(self, count, c) *c += 1;
    BENCH_STOP(synchronisation);

    BENCH_START(memory);
    struct block *block = ct_pool_alloc(&blocks);
    BENCH_KEEP(block);
    ct_pool_free(&blocks, block);
    BENCH_STOP(memory);
    if (e || received.word[3] != 4) ct_semihosting_exit(1);
    if (++rounds == 3) ct_semihosting_exit(0);
    CT_IGNORE(worker_spawn());
}
