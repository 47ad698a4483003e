// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

#include <corten/app/wait.h>
#include <corten/critical.h>

bool ct_async_start_(struct ct_async *async, void (*announce)(void)) {
    if (async->active) return false;
    async->active = true;
    async->resume = NULL;
    async->announce = announce;
    ct_async_wake_masked_(async);
    return true;
}

void ct_async_wake(struct ct_async *async) {
    CT_CRITICAL ct_async_wake_masked_(async);
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

enum ct_error ct_async_give_up_(struct ct_async *async) {
    CT_CRITICAL {
        if (async->ready) return CT_WOULD_BLOCK;
        ct_wait_queue_leave(async);
    }
    return CT_TIMEOUT;
}

static bool wake_first(struct ct_wait_queue *queue) {
    const struct ct_async *first = NULL;
    CT_CRITICAL first = ct_wait_queue_wake_masked_(queue);
    return first;
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
    ct_async_wake_masked_((struct ct_async *)((char *)timer - offsetof(struct ct_async, timer)));
}
