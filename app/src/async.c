// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

#include <corten/app/wait.h>
#include <corten/critical.h>

static void wake(struct ct_async *async) { // interrupts masked
    if (!async->active || async->ready) return;
    async->ready = true;
    async->announce();
}

bool ct_async_start_(struct ct_async *async, void (*announce)(void)) {
    if (async->active) return false;
    async->active = true;
    async->resume = NULL;
    async->announce = announce;
    wake(async);
    return true;
}

void ct_async_wake(struct ct_async *async) {
    CT_CRITICAL wake(async);
}

/* ---- wait queues */

void ct_wait_queue_enter(struct ct_wait_queue *queue, struct ct_async *waiter) {
    CT_CRITICAL {
        if (waiter->queue == queue) break;
        struct ct_async **end = &queue->first;
        while (*end) end = &(*end)->next;
        *end = waiter;
        waiter->next = NULL;
        waiter->queue = queue;
    }
}

void ct_wait_queue_leave(struct ct_async *waiter) {
    CT_CRITICAL {
        if (!waiter->queue) break;
        struct ct_async **at = &waiter->queue->first;
        while (*at != waiter) at = &(*at)->next;
        *at = waiter->next;
        waiter->queue = NULL;
    }
}

static bool wake_first(struct ct_wait_queue *queue) {
    bool any = false;
    CT_CRITICAL {
        struct ct_async *first = queue->first;
        if (!first) break;
        queue->first = first->next;
        first->queue = NULL;
        wake(first);
        any = true;
    }
    return any;
}

void ct_wait_queue_wake_one(struct ct_wait_queue *queue) { (void)wake_first(queue); }

void ct_wait_queue_wake_all(struct ct_wait_queue *queue) {
    // As many as wait now: a more urgent one that goes on waiting is queued again at once.
    unsigned count = 0;
    CT_CRITICAL for (const struct ct_async *at = queue->first; at; at = at->next) count++;
    while (count-- > 0 && wake_first(queue)) {}
}

/* ---- the timer of a delay or a time-out */

void ct_async_elapse_(struct ct_timer *timer) {
    wake((struct ct_async *)((char *)timer - offsetof(struct ct_async, timer)));
}
