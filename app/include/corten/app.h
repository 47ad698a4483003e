// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Interrupt-driven tasks that cannot race and cannot deadlock: declared in plain C, checked by the
/// compiler, run by the interrupt controller.
///
///     #include <corten/app.h>
///
///     CT_TASK(blink, 1);
///     CT_INTERRUPT(sample, 3, TIM2);
///     CT_SHARED(uint32_t, count, blink, sample);
///     CT_APP(DISPATCHERS(EXTI0), TASKS(blink, sample), MONOTONIC(SysTick, 1000, 16000000));
///
///     void init(struct init_task self) { (void)self; CT_MUST(blink_spawn()); }
///     void sample(struct sample_task self) { CT_LOCK(self, count, c) *c += 1; }
///     void blink(struct blink_task self) { CT_LOCK(self, count, c) *c = 0; }
///
/// The parts: <corten/app/task.h> tasks and messages, <corten/app/resource.h> data and locks,
/// <corten/app/timer.h> time, <corten/app/async.h> tasks that wait,
/// <corten/app/channel.h> values between them, <corten/app/signal.h> the newest value,
/// <corten/app/arbiter.h> buses. Order in the file: tasks, resources, CT_APP, bodies.
#ifndef CORTEN_APP_H
#define CORTEN_APP_H
#pragma GCC system_header

#include <corten/app/arbiter.h>
#include <corten/app/async.h>
#include <corten/app/channel.h>
#include <corten/app/monotonic.h>
#include <corten/app/resource.h>
#include <corten/app/signal.h>
#include <corten/app/task.h>
#include <corten/app/timer.h>
#include <corten/assert.h>

/// Once in the firmware, at file scope:
///
///     CT_APP(DISPATCHERS(irq …), TASKS(task …));
///     CT_APP(DISPATCHERS(irq …), TASKS(task …), MONOTONIC(source, ticks per second, clock in Hz));
///     CT_APP(DISPATCHERS(irq …), TASKS(task …), TICKLESS(source, …, …, priority), MONOTONICS(clock …));
///
/// - DISPATCHERS: spare interrupts, one for each priority that software tasks use. They only lend
///   their line and vector; their peripheral stays unused.
/// - TASKS: everything declared above, software, hardware and idle.
/// - MONOTONIC: what ticks; SysTick everywhere, and what the device adds. TICKLESS instead: a counter
///   of <corten/tickless.h>, which interrupts only when something is due. The handler's priority may
///   be stated behind; else it is the highest one of a software task.
/// - MONOTONICS: further clocks, of <corten/app/monotonic.h>.
///
/// An application in several files has all of this in a shared header that begins with
/// `#define CT_APP_SPLIT`; one of the files defines CT_APP_MAIN before it includes it. A task or a
/// sharer that an option switches: `TASKS(blink CT_IF(CONFIG_RADIO, , radio))`, in every list.
///
/// It makes main(), the dispatchers' handlers, and the queue of each priority that has several
/// tasks (IRQ_ready in the map file). Refused: fewer dispatchers than priorities, one that has a
/// task, a rate that does not divide the clock.
#define CT_APP(dispatchers, tasks, ...)                                                            \
    CT_APP_(CT_APP_##dispatchers, CT_APP_##tasks)                                                  \
    __VA_OPT__(CT_APP_TIME_(CT_APP_##dispatchers, CT_APP_##tasks, __VA_ARGS__))                    \
    CT_APP_ONCE_(CT_APP_MAIN_((__VA_OPT__(CT_APP_PREPARE_TIME_(__VA_ARGS__))),                     \
                              (__VA_OPT__(CT_APP_START_TIME_(__VA_ARGS__)))))                      \
    _Static_assert(1, "")
#define CT_APP_MAIN_(prepare_time, start_time)                                                     \
    CT_USED __attribute__((section(".corten.claims"))) const char                                  \
        an_application_in_several_files_defines_CT_APP_SPLIT = 0;                                  \
    int main(void) {                                                                               \
        ct_port_mask_all();                                                                        \
        CT_UNPACK prepare_time                                                                     \
        init((struct init_task){});                                                                \
        ct_app_enable_();                                                                          \
        CT_UNPACK start_time                                                                       \
        ct_port_unmask_all();                                                                      \
        ct_app_run_idle_();                                                                        \
        for (;;) ct_app_run_thread_();                                                             \
    }
#define CT_APP_DISPATCHERS(...) (__VA_ARGS__)
#define CT_APP_TASKS(...)       (__VA_ARGS__)

#define CT_APP_(dispatchers, tasks)                                                                \
    CT_FOR_EACH(CT_APP_LIST_, ~, CT_UNPACK tasks)                                                  \
    enum { ct_app_no_task_, CT_FOR_EACH(CT_APP_ID_, ~, CT_UNPACK tasks) ct_app_ids_ };             \
    enum { CT_FOR_EACH(CT_APP_RANK_, ~, CT_UNPACK dispatchers) ct_app_dispatcher_count_ };         \
    enum { CT_FOR_EACH(CT_APP_CLAIM_, ~, CT_UNPACK dispatchers) ct_app_claims_ };                  \
    enum { ct_app_levels_ = 0 CT_FOR_EACH(CT_APP_LEVEL_BIT_, ~, CT_UNPACK tasks) };                \
    _Static_assert(__builtin_popcountll(ct_app_levels_) <= ct_app_dispatcher_count_ + 0,           \
                   "too few dispatchers: each priority that software tasks use needs one");        \
    CT_FOR_EACH(CT_APP_DISPATCHER_, tasks, CT_UNPACK dispatchers)                                  \
    CT_APP_THREAD_(CT_UNPACK tasks)                                                                \
    CT_FOR_EACH(CT_APP_ANNOUNCE_, dispatchers, CT_UNPACK tasks)                                    \
    ct_inline uint32_t ct_app_sources_(unsigned ceiling) {                                         \
        (void)ceiling;                                                                             \
        return 0u CT_FOR_EACH(CT_APP_TASK_SOURCE_, ceiling, CT_UNPACK tasks)                       \
            CT_FOR_EACH(CT_APP_DISPATCHER_SOURCE_, ceiling, CT_UNPACK dispatchers);                \
    }                                                                                              \
    ct_inline void ct_app_enable_(void) {                                                          \
        if (ct_app_ids_ > 1) ct_port_start();                                                      \
        CT_FOR_EACH(CT_APP_ENABLE_, ~, CT_UNPACK tasks)                                            \
        CT_FOR_EACH(CT_APP_ENABLE_DISPATCHER_, ~, CT_UNPACK dispatchers)                           \
    }                                                                                              \
    ct_inline void ct_app_run_idle_(void) { CT_FOR_EACH(CT_APP_IDLE_, ~, CT_UNPACK tasks) }        \
    CT_APP_ONCE_(const char *ct_app_task_name(uint32_t exception) {                                \
        (void)exception;                                                                           \
        CT_FOR_EACH(CT_APP_NAME_, exception, CT_UNPACK tasks)                                      \
        CT_FOR_EACH(CT_APP_NAME_BY_DISPATCHER_, tasks, CT_UNPACK dispatchers)                      \
        return NULL;                                                                               \
    })

/// Name of the task that runs in an exception (its number in IPSR), "init" and "idle" in thread
/// mode, NULL for one that is no task's. For reports: firmware that prints none does not link it.
const char *ct_app_task_name(uint32_t exception);

// ---- enumerators

#define CT_APP_LIST_(_, task)                                                                      \
    enum { task##_is_listed_in_TASKS_already = task##_is_a_task };                                 \
    struct task##_is_missing_in_TASKS_of_CT_APP {};
#define CT_APP_ID_(_, task)       task##_id_,
#define CT_APP_RANK_(_, irq)      irq##_rank_,
#define CT_APP_CLAIM_(_, irq)     irq##_has_a_task_or_is_a_dispatcher_already,
#define CT_APP_LEVEL_BIT_(_, task)                                                                 \
    | (task##_software_ && task##_priority_ > 0 ? 1ll << task##_priority_ : 0)

// The priority that the dispatcher of a rank (from 0) serves: that of the rank-th bit that is set
// in ct_app_levels_; 0 where there is none.
#define CT_APP_KTH_LEVEL_(rank)                                                                    \
    (CT_APP_8_LEVELS_(rank, 1) + CT_APP_8_LEVELS_(rank, 9) + CT_APP_8_LEVELS_(rank, 17) +          \
     CT_APP_8_LEVELS_(rank, 25))
#define CT_APP_8_LEVELS_(rank, p)                                                                  \
    (CT_APP_IF_KTH_(rank, p) + CT_APP_IF_KTH_(rank, p + 1) + CT_APP_IF_KTH_(rank, p + 2) +         \
     CT_APP_IF_KTH_(rank, p + 3) + CT_APP_IF_KTH_(rank, p + 4) + CT_APP_IF_KTH_(rank, p + 5) +     \
     CT_APP_IF_KTH_(rank, p + 6) + CT_APP_IF_KTH_(rank, p + 7))
#define CT_APP_IF_KTH_(rank, p)                                                                    \
    ((ct_app_levels_ >> (p)&1) &&                                                                  \
             __builtin_popcountll(ct_app_levels_ & ((1ll << (p)) - 1)) == (rank)                   \
         ? (p)                                                                                     \
         : 0)

// ---- a dispatcher: one interrupt, one priority, its tasks in the order of their spawns
//
// Where a priority has one task, that task's inbox is the order. Where it has several, IRQ_ready is a
// ring of their ids, a power of two long, with one place more than all their messages need:
//
//       id  [ 3 ][ 1 ][ 0 ][ 0 ]      0 is no task
//             |         |
//            head      tail           senders write at tail, interrupts masked; the dispatcher
//                                     clears its place and moves head when the body has ended
//
// so the place at head tells what is next, and who runs.

#define CT_APP_READY_(name, room)                                                                  \
    enum { name##_size_ = CT_APP_POWER_OF_TWO_(room) };                                            \
    CT_APP_STORAGE_ struct name##_ {                                                               \
        uint8_t id[name##_size_];                                                                  \
        uint8_t head, tail;                                                                        \
    } name;
#define CT_APP_POWER_OF_TWO_(n) ((n) <= 1 ? 1 : 1 << (32 - __builtin_clz((unsigned)(n)-1u)))

ct_inline void ct_app_push_(uint8_t *ring, uint8_t *tail, unsigned size, unsigned id) {
    const uint8_t at = *tail;
    ring[at] = (uint8_t)id;
    *tail = (uint8_t)((at + 1u) & (size - 1u));
}
ct_inline uint8_t ct_app_next_(uint8_t *ring, uint8_t at, unsigned size) {
    CT_COMPILER_BARRIER();
    ring[at] = 0;
    return (uint8_t)((at + 1u) & (size - 1u));
}

#define CT_APP_DISPATCHER_(tasks, irq)                                                             \
    _Static_assert(irq##_is_an_interrupt_of_this_chip,                                             \
                   "there cannot be a dispatcher on " #irq                                         \
                   ": its priority is fixed, or this core has not got it");                        \
    enum {                                                                                         \
        irq##_level_ = CT_APP_KTH_LEVEL_(irq##_rank_),                                             \
        irq##_room_ = 1 CT_FOR_EACH_INNER(CT_APP_ROOM_, irq, CT_UNPACK tasks),                     \
        irq##_tasks_ = 0 CT_FOR_EACH_INNER(CT_APP_ONE_, irq, CT_UNPACK tasks),                     \
    };                                                                                             \
    _Static_assert((irq##_room_ + 0) <= 256,                                                       \
                   "the tasks of one priority may have 255 waiting messages in all");              \
    CT_APP_READY_(irq##_ready, irq##_room_)                                                        \
    CT_APP_ONCE_(CT_APP_DISPATCHER_HANDLER_(tasks, irq))
#define CT_APP_DISPATCHER_HANDLER_(tasks, irq)                                                     \
    void irq##_Handler(void);                                                                      \
    void irq##_Handler(void) {                                                                     \
        if (irq##_tasks_ > 1) {                                                                    \
            uint8_t head = irq##_ready.head, id;                                                   \
            while (CT_BARRIER_THEN_((id = irq##_ready.id[head]) != 0)) {                           \
                switch ((int)id) { CT_FOR_EACH_INNER(CT_APP_DELIVER_, irq, CT_UNPACK tasks)        \
                default: __builtin_unreachable();                                                  \
                }                                                                                  \
                head = ct_app_next_(irq##_ready.id, head, irq##_ready_size_);                      \
                irq##_ready.head = head;                                                           \
            }                                                                                      \
        } else {                                                                                   \
            CT_FOR_EACH_INNER(CT_APP_DELIVER_ALL_, irq, CT_UNPACK tasks) {}                        \
        }                                                                                          \
    }
#define CT_BARRIER_THEN_(condition)                                                                \
    __extension__({                                                                                \
        CT_COMPILER_BARRIER();                                                                     \
        (condition);                                                                               \
    })
#define CT_APP_AT_(irq, task)    (task##_software_ && task##_priority_ + 0 == irq##_level_ + 0)
#define CT_APP_ONE_(irq, task)   +(CT_APP_AT_(irq, task) ? 1 : 0)
#define CT_APP_ROOM_(irq, task)  +(CT_APP_AT_(irq, task) ? task##_capacity_ : 0)
// Tasks of other priorities are cases that no id can have.
#define CT_APP_DELIVER_(irq, task)                                                                 \
    case CT_APP_AT_(irq, task) ? task##_id_ : -task##_id_:                                         \
        if (CT_APP_AT_(irq, task)) task##_deliver_();                                              \
        break;
// With room for one message the loop would go round once: its sender pends again.
#define CT_APP_DELIVER_ALL_(irq, task)                                                             \
    if (CT_APP_AT_(irq, task)) {                                                                   \
        if (task##_capacity_ == 1) {                                                               \
            if (task##_waiting_()) task##_deliver_();                                              \
        } else {                                                                                   \
            while (task##_waiting_()) task##_deliver_();                                           \
        }                                                                                          \
    } else

#define CT_APP_ANNOUNCE_(dispatchers, task)                                                        \
    ct_inline void task##_announce_(void) {                                                        \
        if (task##_software_ && task##_priority_ == 0) {                                           \
            ct_app_push_(ct_thread_ready.id, &ct_thread_ready.tail, ct_thread_ready_size_,         \
                         task##_id_);                                                              \
        } else                                                                                     \
            CT_FOR_EACH_INNER(CT_APP_ANNOUNCE_VIA_, task, CT_UNPACK dispatchers) {}                \
    }
#define CT_APP_ANNOUNCE_VIA_(task, irq)                                                            \
    if (CT_APP_AT_(irq, task)) {                                                                   \
        if (irq##_tasks_ > 1) {                                                                    \
            ct_app_push_(irq##_ready.id, &irq##_ready.tail, irq##_ready_size_, task##_id_);        \
        }                                                                                          \
        ct_port_post(irq##_IRQn);                                                                  \
    } else

// ---- thread mode: tasks of priority 0, or sleep
//
// Looking for work and falling asleep are one step: interrupts are masked between them, and a
// pending one ends the sleep all the same.

#define CT_APP_THREAD_(...)                                                                        \
    enum {                                                                                         \
        ct_thread_room_ = 1 CT_FOR_EACH(CT_APP_THREAD_ROOM_, ~, __VA_ARGS__),                      \
        ct_thread_tasks_ = ct_thread_room_ - 1,                                                    \
    };                                                                                             \
    _Static_assert(ct_thread_tasks_ == 0 || !(0 CT_FOR_EACH(CT_APP_IS_IDLE_, ~, __VA_ARGS__)),     \
                   "tasks of priority 0 run in the place of idle: there cannot be an idle too");   \
    CT_APP_READY_(ct_thread_ready, ct_thread_room_)                                                \
    ct_inline void ct_app_run_thread_(void) {                                                      \
        if (ct_thread_tasks_ == 0) {                                                               \
            ct_port_wait();                                                                        \
            return;                                                                                \
        }                                                                                          \
        ct_port_mask_all();                                                                        \
        const uint8_t head = ct_thread_ready.head, id = ct_thread_ready.id[head];                  \
        if (!id) ct_port_wait();                                                                   \
        ct_port_unmask_all();                                                                      \
        if (!id) return;                                                                           \
        CT_FOR_EACH(CT_APP_THREAD_DELIVER_, id, __VA_ARGS__) {}                                    \
        ct_thread_ready.head = ct_app_next_(ct_thread_ready.id, head, ct_thread_ready_size_);      \
    }
#define CT_APP_THREAD_ROOM_(_, task) +(task##_software_ && task##_priority_ == 0 ? task##_capacity_ : 0)
#define CT_APP_IS_IDLE_(_, task)     +(!task##_software_ && task##_priority_ == 0)
#define CT_APP_THREAD_DELIVER_(id, task)                                                           \
    if (task##_software_ && task##_priority_ == 0 && id == task##_id_) {                           \
        task##_deliver_();                                                                         \
    } else

// ---- after init

#define CT_APP_ENABLE_(_, task) task##_enable_();
#define CT_APP_ENABLE_DISPATCHER_(_, irq)                                                          \
    if (irq##_level_ > 0) ct_port_enable(irq##_IRQn, irq##_level_);
#define CT_APP_IDLE_(_, task) task##_run_();

// ---- the interrupts up to a ceiling, as bits; a core exception among them makes it all ones

#define CT_APP_SOURCE_(irq) ((irq) < 0 ? ~0u : 1u << ((unsigned)(irq)&31u))
#define CT_APP_TASK_SOURCE_(ceiling, task)                                                         \
    | (task##_irq_ > -100 && task##_priority_ <= (int)(ceiling) ? CT_APP_SOURCE_(task##_irq_) : 0u)
#define CT_APP_DISPATCHER_SOURCE_(ceiling, irq)                                                    \
    | (irq##_level_ > 0 && irq##_level_ <= (int)(ceiling) ? CT_APP_SOURCE_(irq##_IRQn) : 0u)

// ---- names, for reports

#define CT_APP_NAME_(exception, task)                                                              \
    if (task##_irq_ > -100 && exception == (uint32_t)(task##_irq_ + 16)) return #task;             \
    if (task##_irq_ >= 0 && exception == 0) return ct_port_is_enabled(task##_irq_) ? "idle" : "init";
#define CT_APP_NAME_BY_DISPATCHER_(tasks, irq)                                                     \
    if (irq##_level_ > 0 && exception == 0)                                                        \
        return ct_port_is_enabled(irq##_IRQn) ? "idle" : "init";                                   \
    if (exception == (uint32_t)(irq##_IRQn + 16)) {                                                \
        const unsigned id = irq##_ready.id[irq##_ready.head];                                      \
        CT_FOR_EACH_INNER(CT_APP_NAME_AT_, irq, CT_UNPACK tasks)                                   \
    }
#define CT_APP_NAME_AT_(irq, task)                                                                 \
    if (CT_APP_AT_(irq, task) && (irq##_tasks_ == 1 || id == task##_id_)) return #task;

#endif
