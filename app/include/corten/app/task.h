// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Declaring tasks and sending them messages. Included by <corten/app.h>.
///
///     CT_TASK(blink, 1);                               // software task, priority 1
///     CT_TASK_WITH(report, 1, struct reading, 4);      // … that takes a message, room for 4
///     CT_INTERRUPT(sample, 3, TIM2);                   // hardware task: the handler IS the task
///     CT_IDLE(idle);                                   // what runs when nothing else does
///
/// Each declares a context type, `struct NAME_task`, whose type alone carries the priority: it has
/// size 0 and passing it costs nothing. The body is an ordinary function:
///
///     void blink(struct blink_task self) { (void)self; led_toggle(); }
///     void report(struct report_task self, struct reading r) { (void)self; print(r.value); }
///
/// A task can be sent for with
///
///     enum ct_error blink_spawn(void);                         // CT_OK or CT_FULL
///     enum ct_error report_spawn(struct reading message);
///     struct report_spawn_result report_try_spawn(struct reading message); // .error, .message
///
/// later with `report_spawn_after(delay, message)` and `report_spawn_at(instant, message)`, or so
/// that it can still be moved or called off, by a handle that is good until the message is in the
/// inbox (then both return CT_STALE):
///
///     struct report_handle later;
///     CT_MUST(report_schedule_after(CT_SECONDS(2), message, &later));     // or _schedule_at
///     if (report_reschedule_after(later, CT_SECONDS(5)) == CT_STALE) late++;   // or _reschedule_at
///     if (report_cancel(later) == CT_STALE) late++;  // report_try_cancel: .error, and the .message back
///
/// from any context that knows the declaration: tasks, init, idle, any interrupt up to the highest
/// maskable priority. Runs of one priority begin in the order of their spawns. The place of a
/// message is free again before the body begins.
#ifndef CORTEN_APP_TASK_H
#define CORTEN_APP_TASK_H
#pragma GCC system_header // one line for a mistake, at the line of the mistake

#include <corten/app/fifo.h>
#include <corten/app/later.h>
#include <corten/app/split.h>
#include <corten/app/timer.h>
#include <corten/critical.h>
#include <corten/error.h>
#include <corten/for_each.h>
#include <corten/port.h>

/// The priority that a context's type carries.
#define CT_PRIORITY_OF(self) (sizeof((self).priority_[0]))

/// init() runs before all others and is interrupted by none: it is above every ceiling.
enum { init_is_declared_already };
struct init_task {
    char priority_[0][CT_PORT_LEVELS + 1];
};

/// The body of `CT_APP`'s init, interrupts masked: what it spawns or pends begins after it.
CT_APP_BODY_ void init(struct init_task self);

// Each declaration leaves things that only TASKS of CT_APP completes: a variable of a type without
// a size, and announce_(). For a task that is left out there, both compilers stop with that
// variable's name: blink_is_missing_in_TASKS_of_CT_APP. Clang also warns of both on the way.
#define CT_MUST_BE_LISTED_(name)                                                                   \
    enum { name##_is_declared_already };                                                           \
    CT_COMPLETED_BY_APP_ static __attribute__((unused))                                            \
        struct name##_is_missing_in_TASKS_of_CT_APP name##_is_missing_in_TASKS_of_CT_APP;          \
    CT_COMPLETED_END_

/* ---- what every declaration gives CT_APP to work with:
 *
 *   NAME_priority_   NAME_capacity_ (0 for hardware)   NAME_software_   NAME_irq_
 *   NAME_waiting_()  is a message there?      NAME_deliver_()  takes it and runs the body
 *   NAME_enable_()   after init, hardware tasks                NAME_run_()  idle's body
 * and what CT_APP gives back:
 *   NAME_announce_() queues one run of the task and pends its dispatcher */

#define CT_TASK_LEVEL_(name, level)                                                                \
    _Static_assert((level) >= 1, "task " #name ": its priority must be at least 1; what runs at 0 is idle"); \
    _Static_assert((level) <= CT_PORT_LEVELS, "task " #name ": its priority is beyond the priority bits of this chip"); \
    enum { name##_priority_ = (level), name##_is_a_task = 1 };                                     \
    struct name##_task {                                                                           \
        char priority_[0][(level) < 1 ? 1 : (level)];                                              \
    };

/* ---- hardware tasks */

/// At file scope: `void NAME(struct NAME_task self)` is the handler of interrupt IRQ, at the given
/// priority (1 lowest). Nothing runs before or after the body: the vector points at it.
/// IRQ is an interrupt of the chip or an exception of the core that <corten/port.h> lists.
/// Refused: an unknown interrupt, one that has a task or is a dispatcher, a priority that the chip
/// has not.
#define CT_INTERRUPT(name, level, irq)                                                             \
    CT_MUST_BE_LISTED_(name)                                                                       \
    CT_INTERRUPT_(name, level, irq)
#define CT_INTERRUPT_(name, level, irq)                                                            \
    _Static_assert(irq##_is_an_interrupt_of_this_chip,                                             \
                   "no task can be bound to " #irq                                                 \
                   ": its priority is fixed, or this core has not got it");                        \
    CT_TASK_LEVEL_(name, level)                                                                    \
    enum {                                                                                         \
        irq##_has_a_task_or_is_a_dispatcher_already,                                               \
        name##_capacity_ = 0,                                                                      \
        name##_software_ = 0,                                                                      \
        name##_irq_ = irq##_IRQn                                                                   \
    };                                                                                             \
    ct_inline bool name##_waiting_(void) { return false; }                                         \
    ct_inline void name##_deliver_(void) {}                                                        \
    ct_inline void name##_enable_(void) { ct_port_enable(irq##_IRQn, name##_priority_); }          \
    ct_inline void name##_run_(void) {}                                                            \
    void name(struct name##_task self) __asm__(#irq "_Handler")

/* ---- idle */

/// At file scope: `void NAME(struct NAME_task self)` runs after init at priority 0, whenever no
/// task does. Without it, and when it returns, the core sleeps between interrupts.
#define CT_IDLE(name)                                                                              \
    CT_MUST_BE_LISTED_(name)                                                                       \
    enum { a_firmware_has_one_idle, name##_is_a_task = 1 };                                        \
    enum { name##_priority_ = 0, name##_capacity_ = 0, name##_software_ = 0, name##_irq_ = -100 }; \
    struct name##_task {                                                                           \
        char priority_[0][0];                                                                      \
    };                                                                                             \
    CT_APP_BODY_ void name(struct name##_task self);                                               \
    ct_inline bool name##_waiting_(void) { return false; }                                         \
    ct_inline void name##_deliver_(void) {}                                                        \
    ct_inline void name##_enable_(void) {}                                                         \
    ct_inline void name##_run_(void) { name((struct name##_task){}); }                             \
    CT_APP_BODY_ void name(struct name##_task self)

/* ---- software tasks */

/// At file scope: a task without a message; `capacity` runs may be waiting, 1 when left out.
///
///     CT_TASK(blink, 1);        CT_TASK(step, 2, 8);
#define CT_TASK(name, level, ...)                                                                  \
    CT_MUST_BE_LISTED_(name)                                                                       \
    struct name##_message {};                                                                      \
    CT_SOFTWARE_TASK_(name, level, CT_CAPACITY_OF_(__VA_ARGS__), struct name##_message,            \
                      (), (struct name##_message){}, ())

/// At file scope: a task that is sent messages, `capacity` of which may be waiting, delayed ones
/// included, 1 when left out. A message is a value of any complete type but an array, or several
/// fields: then spawning and the body take one argument for each, and there is a
/// `struct NAME_message` of them.
///
///     CT_TASK_WITH(report, 1, struct reading, 4);
///     CT_TASK_WITH(move, 1, FIELDS((int32_t, x), (int32_t, y)), 4);
///
///     CT_MUST(move_spawn(3, -1));     void move(struct move_task self, int32_t x, int32_t y) { … }
#define CT_TASK_WITH(name, level, message, ...)                                                    \
    CT_MUST_BE_LISTED_(name)                                                                       \
    CT_MESSAGE_STRUCT_(name, message)                                                              \
    CT_SOFTWARE_TASK_(name, level, CT_CAPACITY_OF_(__VA_ARGS__),                                   \
                      CT_MESSAGE_TYPE_(name, message), CT_MESSAGE_PARAMETERS_(message),            \
                      CT_MESSAGE_PACKED_(name, message), CT_MESSAGE_TAKEN_(message))
#define CT_FIRST_(...)                    CT_FIRST_OF_(__VA_ARGS__, )
#define CT_FIRST_OF_(a, ...)              a
#define CT_CAPACITY_OF_(...)              CT_CONCAT(CT_A_TASK_HAS_, __VA_OPT__(ONE_CAPACITY))(__VA_ARGS__)
#define CT_A_TASK_HAS_()                  1
#define CT_A_TASK_HAS_ONE_CAPACITY(given) given

// What a message is made of, for one type and for FIELDS((type, name), …): the struct of fields, the
// type of the value, its parameters with a comma before each, the value made of them, and what the
// body is handed of a value called `message`.
#define CT_MESSAGE_STRUCT_(name, what)                                                             \
    CT_IF_FIELDS_(what, (struct name##_message {                                                   \
                      CT_FOR_EACH(CT_FIELD_MEMBER_, ~, CT_FIELDS_OF_##what)                        \
                  };), ())
#define CT_MESSAGE_TYPE_(name, what) CT_IF_FIELDS_(what, (struct name##_message), (__typeof__(what)))
#define CT_MESSAGE_PARAMETERS_(what)                                                               \
    (CT_IF_FIELDS_(what, (CT_FOR_EACH(CT_FIELD_PARAMETER_, ~, CT_FIELDS_OF_##what)),               \
                   (, __typeof__(what) message)))
#define CT_MESSAGE_PACKED_(name, what)                                                             \
    CT_IF_FIELDS_(what, (((struct name##_message){                                                 \
                      CT_FOR_EACH(CT_FIELD_VALUE_, ~, CT_FIELDS_OF_##what)})), (message))
#define CT_MESSAGE_TAKEN_(what)                                                                    \
    (CT_IF_FIELDS_(what, (CT_FOR_EACH(CT_FIELD_TAKEN_, ~, CT_FIELDS_OF_##what)), (, message)))
#define CT_FIELDS_OF_FIELDS(...) __VA_ARGS__

// Of two lists in parentheses the first when the message begins with FIELDS, else the second.
#define CT_IF_FIELDS_(what, fields, one) CT_UNPACK_THIRD_(CT_MESSAGE_IS_##what, fields, one, ())
#define CT_MESSAGE_IS_FIELDS(...)           ~, ~
#define CT_UNPACK_THIRD_(...)               CT_UNPACK_THIRD_OF_(__VA_ARGS__)
#define CT_UNPACK_THIRD_OF_(a, b, c, ...)   CT_UNPACK c

#define CT_FIELD_MEMBER_(_, field)         CT_FIELD_MEMBER_OF_ field
#define CT_FIELD_MEMBER_OF_(type, name)    __typeof__(type) name;
#define CT_FIELD_PARAMETER_(_, field)      , CT_FIELD_PARAMETER_OF_ field
#define CT_FIELD_PARAMETER_OF_(type, name) __typeof__(type) name
#define CT_FIELD_VALUE_(_, field)          CT_FIELD_VALUE_OF_ field
#define CT_FIELD_VALUE_OF_(type, name)     name,
#define CT_FIELD_TAKEN_(_, field)          , CT_FIELD_TAKEN_OF_ field
#define CT_FIELD_TAKEN_OF_(type, name)     message.name

// A list whose first comma is before its first item, as parameters: with nothing before them, or
// behind others.
#define CT_PARAMETERS_(list)        CT_PARAMETERS_OF_(CT_UNPACK list)
#define CT_PARAMETERS_OF_(...)      CT_PARAMETERS_FROM_(__VA_ARGS__)
#define CT_PARAMETERS_FROM_(_, ...) CT_CONCAT(CT_PARAMETERS_ARE_, __VA_OPT__(THESE))(__VA_ARGS__)
#define CT_PARAMETERS_ARE_()        void
#define CT_PARAMETERS_ARE_THESE(...) __VA_ARGS__

/// The body and all that sends for it, whatever the message is made of: `parameters` of the senders,
/// how they are `packed` into one value, and how a value `message` is `taken` apart for the body.
#define CT_SOFTWARE_TASK_(name, level, capacity, message_type, parameters, packed, taken)          \
    CT_TASK_LEVEL_(name, level)                                                                    \
    CT_APP_BODY_ void name(struct name##_task self CT_UNPACK parameters);                          \
    CT_TASK_INBOX_(name, message_type, capacity)                                                   \
    ct_inline void name##_run_body_(message_type message) {                                        \
        (void)message;                                                                             \
        name((struct name##_task){} CT_UNPACK taken);                                              \
    }                                                                                              \
    struct name##_spawn_result {                                                                   \
        enum ct_error error;                                                                       \
        message_type message;                                                                      \
    };                                                                                             \
    CT_TASK_INLINE_ enum ct_error name##_spawn(CT_PARAMETERS_(parameters)) {                       \
        return name##_send_(packed);                                                               \
    }                                                                                              \
    CT_TASK_INLINE_ struct name##_spawn_result name##_try_spawn(CT_PARAMETERS_(parameters)) {      \
        return (struct name##_spawn_result){name##_send_(packed), packed};                         \
    }                                                                                              \
    CT_TASK_LATER_(name, message_type, parameters, packed)                                         \
    CT_APP_BODY_ void name(struct name##_task self CT_UNPACK parameters)

/// What a software task owns, under its own name in the map file: NAME_inbox, and NAME_timers when
/// it is ever sent for with a delay (else the compiler drops them and folds NAME_delayed_ to 0).
#define CT_TASK_INBOX_(name, message_type, capacity)                                               \
    _Static_assert((capacity) >= 1, "task " #name ": its capacity must be at least 1");            \
    _Static_assert((capacity) <= CT_FIFO_MOST, "task " #name ": its capacity must be at most 128"); \
    enum { name##_capacity_ = (capacity), name##_software_ = 1, name##_irq_ = -100 };              \
    CT_APP_STORAGE_ struct name##_inbox_ {                                                         \
        struct ct_fifo fifo;                                                                       \
        message_type slot[(capacity) < 1 ? 1 : (capacity)];                                        \
    } name##_inbox;                                                                                \
    CT_TASK_TIMERS_(name, message_type, capacity)                                                  \
    CT_TASK_STATISTICS_(name)                                                                      \
    CT_COMPLETED_BY_APP_ ct_inline void name##_announce_(void);                                    \
    CT_COMPLETED_END_                                                                              \
    ct_inline void name##_run_body_(message_type message);                                         \
    ct_inline void name##_enable_(void) {}                                                         \
    ct_inline void name##_run_(void) {}                                                            \
    ct_inline bool name##_waiting_(void) {                                                         \
        return !ct_fifo_is_empty(&name##_inbox.fifo, name##_capacity_);                            \
    }                                                                                              \
    /* The dispatcher's side: the slot is free again before the body begins. */                    \
    ct_inline void name##_deliver_(void) {                                                         \
        message_type const message =                                                               \
            name##_inbox.slot[ct_fifo_oldest(&name##_inbox.fifo, name##_capacity_)];               \
        ct_fifo_drop_oldest(&name##_inbox.fifo, name##_capacity_);                                 \
        CT_TASK_COUNT_RUN_(name);                                                                  \
        CT_EXPLORE_RUNS_(name);                                                                    \
        name##_run_body_(message);                                                                 \
    }                                                                                              \
    /* The senders' side, interrupts masked. */                                                    \
    ct_inline bool name##_is_full_(void) {                                                         \
        return ct_fifo_count(&name##_inbox.fifo, name##_capacity_) + name##_delayed_ >=            \
               name##_capacity_;                                                                   \
    }                                                                                              \
    ct_inline void name##_put_(message_type message) {                                             \
        name##_inbox.slot[ct_fifo_free_slot(&name##_inbox.fifo, name##_capacity_)] = message;      \
        ct_fifo_add_written(&name##_inbox.fifo, name##_capacity_);                                 \
        CT_TASK_COUNT_DEPTH_(name);                                                                \
        CT_EXPLORE_SENT_(name);                                                                    \
        name##_announce_();                                                                        \
    }                                                                                              \
    CT_TASK_INLINE_ enum ct_error name##_send_(message_type message) {                             \
        const ct_port_mask_t before = ct_port_mask();                                              \
        const bool full = name##_is_full_();                                                       \
        if (!full) name##_put_(message);                                                           \
        ct_port_unmask(before);                                                                    \
        return full ? CT_FULL : CT_OK;                                                             \
    }

/// How many messages of a software task may be waiting, a constant.
#define CT_CAPACITY(task) (+task##_capacity_)

/* ---- for the explorer (<corten/explore.h>), only in the programs that it makes */

#ifdef CT_EXPLORED
void ct_explore_sent_(const char *task, unsigned level);
void ct_explore_runs_(const char *task, unsigned level);
#    define CT_EXPLORE_SENT_(name) ct_explore_sent_(#name, name##_priority_)
#    define CT_EXPLORE_RUNS_(name) ct_explore_runs_(#name, name##_priority_)
#else
#    define CT_EXPLORE_SENT_(name) ((void)0)
#    define CT_EXPLORE_RUNS_(name) ((void)0)
#endif

/* ---- counting, only where CT_APP_STATISTICS is defined before <corten/app.h> */

/// `NAME_statistics` of a software task: runs begun, and the most messages that were waiting.
struct ct_task_statistics {
    uint32_t runs;
    uint8_t deepest;
};
#ifdef CT_APP_STATISTICS
#    define CT_TASK_STATISTICS_(name) CT_APP_STORAGE_ struct ct_task_statistics name##_statistics;
#    define CT_TASK_COUNT_RUN_(name)  (name##_statistics.runs++)
#    define CT_TASK_COUNT_DEPTH_(name)                                                             \
        do {                                                                                       \
            const unsigned depth_ = ct_fifo_count(&name##_inbox.fifo, name##_capacity_);           \
            if (depth_ > name##_statistics.deepest) name##_statistics.deepest = (uint8_t)depth_;   \
        } while (0)
#else
#    define CT_TASK_STATISTICS_(name)
#    define CT_TASK_COUNT_RUN_(name)   ((void)0)
#    define CT_TASK_COUNT_DEPTH_(name) ((void)0)
#endif

#endif
