// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

#include <corten/app/arbiter.h>
#include <corten/assert.h>
#include <corten/critical.h>

static enum ct_error take(struct ct_arbiter *arbiter, struct ct_async *waiter, enum ct_error otherwise) {
    CT_CRITICAL {
        if (!arbiter->owner) {
            arbiter->owner = waiter;
            return CT_OK;
        }
        if (arbiter->owner != waiter) {
            if (otherwise == CT_WOULD_BLOCK) ct_wait_queue_enter(&arbiter->waiters, waiter);
            return otherwise;
        }
        CT_REQUIRE(arbiter->handed_over, "this task has acquired the arbiter already");
        arbiter->handed_over = false;
    }
    return CT_OK;
}

enum ct_error ct_arbiter_acquire(struct ct_arbiter *arbiter, struct ct_async *waiter) {
    return take(arbiter, waiter, CT_WOULD_BLOCK);
}

enum ct_error ct_arbiter_try_acquire(struct ct_arbiter *arbiter, struct ct_async *waiter) {
    return take(arbiter, waiter, CT_BUSY);
}

void ct_arbiter_release(struct ct_arbiter *arbiter, struct ct_async *owner) {
    CT_CRITICAL {
        CT_REQUIRE(arbiter->owner == owner && !arbiter->handed_over,
                   "only the task that has acquired the arbiter releases it");
        arbiter->owner = ct_wait_queue_wake_masked_(&arbiter->waiters);
        arbiter->handed_over = arbiter->owner != NULL;
    }
}
