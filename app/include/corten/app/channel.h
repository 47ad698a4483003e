// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Channels: values from many senders to one receiver that can wait. Included by <corten/app.h>.
///
///     CT_CHANNEL(numbers, uint32_t, 5);                        // room for five, static
///
///     // init hands out the ends, as messages or into locals; they have size 0:
///     CT_MUST(receiver_spawn(numbers_receiver(self)));
///     CT_MUST(sender_spawn(numbers_sender(self)));
///
///     // in a task that can wait
///     CT_AWAIT_INTO(e, numbers_send(CT_WAITER, frame->message, 1));
///     CT_AWAIT_INTO(e, numbers_receive(CT_WAITER, frame->message, &frame->value));
///
///     // in any context, interrupts included
///     if (numbers_try_send(sender, 3) == CT_FULL) lost++;      // the value is still yours
///
/// First in, first out. A send waits while there is no room, a receive while there is nothing. After
/// `numbers_close()`, by either end, sends return CT_CLOSED, and receives do so when what was in it
/// has been taken. Each operation masks interrupts for the copy of one value.
#ifndef CORTEN_APP_CHANNEL_H
#define CORTEN_APP_CHANNEL_H
#pragma GCC system_header

#include <corten/app/task.h>
#include <corten/app/wait.h>
#include <corten/critical.h>

/// What every channel has, whatever it carries.
struct ct_channel {
    uint8_t count, first; // how many are in it, and where the oldest is
    bool closed;
    struct ct_wait_queue senders, receiver;
};
/// Largest capacity: the counters are bytes.
enum { CT_CHANNEL_MOST = 128 };

/// Of a send or a receive that cannot be done now: queues who waits. CT_WOULD_BLOCK for a task
/// that can, `otherwise` for NULL. Interrupts must be masked.
ct_inline enum ct_error ct_channel_wait_(struct ct_wait_queue *queue, struct ct_async *waiter,
                                         enum ct_error otherwise) {
    if (!waiter) return otherwise;
    ct_wait_queue_enter(queue, waiter);
    return CT_WOULD_BLOCK;
}
/// Of one that was done: who waited no longer does, and the other side may go on.
ct_inline void ct_channel_done_(struct ct_wait_queue *other, struct ct_async *waiter) {
    if (waiter && waiter->queue) ct_wait_queue_leave(waiter);
    (void)ct_wait_queue_wake_masked_(other);
}

/// At file scope: a channel for `capacity` (1 to 128) values of a type, NAME_channel in the map file.
#define CT_CHANNEL(name, type, capacity)                                                           \
    _Static_assert((capacity) >= 1, "channel " #name ": its capacity must be at least 1");         \
    _Static_assert((capacity) <= CT_CHANNEL_MOST, "channel " #name ": its capacity must be at most 128"); \
    CT_APP_STORAGE_ struct name##_channel_ {                                                       \
        struct ct_channel of;                                                                      \
        __typeof__(type) slot[(capacity) < 1 ? 1 : (capacity)];                                    \
    } name##_channel;                                                                              \
    struct name##_sender {};                                                                       \
    struct name##_receiver {};                                                                     \
    ct_inline struct name##_sender name##_sender(struct init_task self) {                          \
        (void)self;                                                                                \
        return (struct name##_sender){};                                                           \
    }                                                                                              \
    ct_inline struct name##_receiver name##_receiver(struct init_task self) {                      \
        (void)self;                                                                                \
        return (struct name##_receiver){};                                                         \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_send(struct ct_async *waiter, struct name##_sender sender, \
                                              __typeof__(type) value) {                            \
        (void)sender;                                                                              \
        struct ct_channel *const of = &name##_channel.of;                                          \
        enum ct_error result = CT_OK;                                                              \
        const ct_port_mask_t before = ct_port_mask();                                              \
        if (of->closed) {                                                                          \
            result = CT_CLOSED;                                                                    \
        } else if (of->count == (capacity)) {                                                      \
            result = ct_channel_wait_(&of->senders, waiter, CT_FULL);                              \
        } else {                                                                                   \
            const unsigned behind = of->first + of->count;                                         \
            name##_channel.slot[behind < (capacity) ? behind : behind - (capacity)] = value;       \
            of->count++;                                                                           \
            ct_channel_done_(&of->receiver, waiter);                                               \
        }                                                                                          \
        ct_port_unmask(before);                                                                    \
        return result;                                                                             \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_receive(                                                  \
        struct ct_async *waiter, struct name##_receiver receiver, __typeof__(type) *into) {        \
        (void)receiver;                                                                            \
        struct ct_channel *const of = &name##_channel.of;                                          \
        enum ct_error result = CT_OK;                                                              \
        const ct_port_mask_t before = ct_port_mask();                                              \
        if (of->count > 0) {                                                                       \
            *into = name##_channel.slot[of->first];                                                \
            of->first = of->first + 1u == (capacity) ? 0 : (uint8_t)(of->first + 1u);              \
            of->count--;                                                                           \
            ct_channel_done_(&of->senders, waiter);                                                \
        } else {                                                                                   \
            result = of->closed ? CT_CLOSED : ct_channel_wait_(&of->receiver, waiter, CT_EMPTY);   \
        }                                                                                          \
        ct_port_unmask(before);                                                                    \
        return result;                                                                             \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_try_send(struct name##_sender sender,                     \
                                                  __typeof__(type) value) {                        \
        return name##_send(NULL, sender, value);                                                   \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_try_receive(struct name##_receiver receiver,              \
                                                     __typeof__(type) *into) {                     \
        return name##_receive(NULL, receiver, into);                                               \
    }                                                                                              \
    static inline __attribute__((unused)) void name##_close(void) {                                \
        CT_CRITICAL name##_channel.of.closed = true;                                               \
        ct_wait_queue_wake_all(&name##_channel.of.senders);                                        \
        ct_wait_queue_wake_all(&name##_channel.of.receiver);                                       \
    }                                                                                              \
    _Static_assert(1, "")

#endif
