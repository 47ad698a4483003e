// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Clocks: what drives the application's own, and further ones. Included by <corten/app.h>.
///
///     CT_TICKLESS(fast, 3, TIM2, 1000000, 84000000);   // name, priority, source, ticks per second, clock in Hz
///     CT_APP(DISPATCHERS(EXTI0), TASKS(report), MONOTONIC(SysTick, 1000, 84000000), MONOTONICS(fast));
///
///     CT_MUST(report_spawn_after(CT_MS(5)));                       // the application's own clock
///     CT_MUST(report_spawn_on(fast_after(CT_US(50, fast))));       // another
///     struct fast_instant next = fast_instant_add(fast_now(), CT_US(50, fast));
///     CT_MUST(report_spawn_on(fast_at(next)));
///
/// A further clock has instants and durations of types of its own, of 64 bits, so that one clock's
/// cannot be used with another. Its functions: NAME_now(), NAME_instant_add(), NAME_instant_since(),
/// NAME_instant_has_come(), and NAME_after(duration) and NAME_at(instant), which make the deadline
/// that `TASK_spawn_on`, `_schedule_on`, `_reschedule_on`, CT_DELAY_ON and CT_AWAIT_ON take.
/// Declared at file scope in front of CT_APP, which lists it in MONOTONICS. It takes two words of RAM
/// for each place in an inbox (NAME_heap in the map file).
///
/// CT_MONOTONIC is driven by a tick, an interrupt at its rate. CT_TICKLESS reads a counter of the
/// hardware that runs freely, and is interrupted when something is due; and where the counter has
/// fewer bits than the instants, once in each half of its period. No other code may keep that
/// interrupt waiting for half a period (33 ms with 16 bits at 1 MHz). After 2^31 halves time ends:
/// with 16 bits at 1 MHz after two years, with 32 bits never.
///
/// What a source is, for <corten/tickless.h> of each device. SOURCE is the name of its interrupt:
///
/// | name | what |
/// |---|---|
/// | SOURCE_counter_bits | 16 to 32, an enumerator |
/// | SOURCE_counter_least | how many ticks ahead an alarm must be to be sure to come, at least 1 |
/// | SOURCE_COUNTER_DIVIDES(n) | whether its prescaler can divide the clock by n: a constant |
/// | SOURCE_COUNTER_CLAIMS | CT_CLAIM_(…); of the peripherals that it uses, or nothing |
/// | SOURCE_counter_prepare(n) | before init: can be read from now on, stands at 0 |
/// | SOURCE_counter_start() | after init: counts up, and wraps |
/// | SOURCE_counter_read() | its value |
/// | SOURCE_counter_alarm(at) | one interrupt when it next reaches `at`, instead of the one before |
/// | SOURCE_counter_acknowledge() | at the start of the handler |
#ifndef CORTEN_APP_MONOTONIC_H
#define CORTEN_APP_MONOTONIC_H
#pragma GCC system_header

#include <corten/app/half_period.h>
#include <corten/app/split.h>
#include <corten/app/timer.h>
#include <corten/claim.h>
#include <corten/for_each.h>
#include <corten/port.h>

/* ---- a counter, extended to 64 bits, and its alarm: the one place where this is done */

/// A source as values, which fold: all that is done with them is inline.
struct ct_counter {
    uint32_t (*read)(void);
    void (*alarm)(uint32_t at);
    unsigned bits, least;
    int irq;
};
#define CT_COUNTER_OF_(source)                                                                     \
    ((struct ct_counter){source##_counter_read, source##_counter_alarm, source##_counter_bits,     \
                         source##_counter_least, source##_IRQn})

/// Now, in any context. Between the two reads a handler may have counted halves; a counter that was
/// read within one and the same value of `halves` fits it.
ct_inline uint64_t ct_counter_now(struct ct_counter counter, const volatile uint32_t *halves) {
    uint32_t before, value;
    do {
        before = *halves;
        value = counter.read();
    } while (before != *halves);
    return ct_half_period_time(before, value, 1u << (counter.bits - 1));
}

/// Now, and counts a half that has begun. Interrupts masked.
ct_inline uint64_t ct_counter_advance(struct ct_counter counter, volatile uint32_t *halves) {
    const uint32_t value = counter.read();
    const uint32_t half = 1u << (counter.bits - 1);
    const uint32_t up_to_date = ct_half_period_next(*halves, value, half);
    *halves = up_to_date;
    return ct_half_period_time(up_to_date, value, half);
}

/// Sets the alarm for an instant behind `now`. An alarm that may have been set too late, because
/// the counter went on meanwhile, comes at once. Interrupts masked.
ct_inline void ct_counter_alarm_in(struct ct_counter counter, uint32_t now, uint32_t ticks) {
    const uint32_t most = ~0u >> (32 - counter.bits);
    counter.alarm((now + ticks) & most);
    if (((counter.read() - now) & most) + counter.least > ticks) ct_port_post(counter.irq);
}

/// The same, or for the end of the present half if that is sooner.
ct_inline void ct_counter_arm(struct ct_counter counter, uint64_t now, uint64_t due) {
    const uint32_t half = 1u << (counter.bits - 1);
    const uint32_t left = half - ((uint32_t)now & (half - 1));
    const uint64_t ahead = due - now;
    ct_counter_alarm_in(counter, (uint32_t)now, ahead < left ? (uint32_t)ahead : left);
}

/* ---- a further clock */

/// What is known of a clock where its name is not. One instance each, NAME_clock.
struct ct_clock {
    uintptr_t *heap;
    uint64_t (*now)(void);
    void (*arm)(void);
    uint8_t id;
};

/// An instant of some clock: NAME_at(), NAME_after().
struct ct_deadline {
    const struct ct_clock *clock;
    uint64_t tick;
};

/// Whether it is now or was. Any context.
bool ct_deadline_has_come(struct ct_deadline deadline);

/* of tasks; interrupts masked */
void ct_deadline_insert_(struct ct_timer *timer, struct ct_deadline deadline,
                         void (*expire)(struct ct_timer *timer));
void ct_deadline_insert_again_(struct ct_timer *timer, struct ct_deadline deadline,
                               void (*expire)(struct ct_timer *timer));

/// At file scope: a clock that is interrupted at `hz`.
/// Refused: a source that is taken, a priority that the chip has not, a rate that does not divide the clock.
#define CT_MONOTONIC(name, level, source, hz, clock_hz)                                            \
    CT_CLOCK_MUST_BE_LISTED_(name)                                                                 \
    CT_CLOCK_RATE_(source, hz, clock_hz)                                                           \
    CT_TICK_FITS_(source, hz, clock_hz)                                                            \
    CT_CLOCK_TYPES_(name, level, source, hz)                                                       \
    CT_MONOTONIC_(name, level, source, hz, clock_hz)
#define CT_MONOTONIC_(name, level, source, hz, clock_hz)                                           \
    CT_APP_STORAGE_ volatile uint32_t name##_ticks;                                                \
    ct_inline uint32_t name##_read_(void) { return name##_ticks; }                                 \
    ct_inline void name##_no_alarm_(uint32_t at) { (void)at; }                                     \
    ct_inline struct ct_counter name##_counter_(void) {                                            \
        return (struct ct_counter){name##_read_, name##_no_alarm_, 32, 1, source##_IRQn};          \
    }                                                                                              \
    CT_APP_ONCE_(static void name##_arm_(void) {} void source##_Handler(void);                     \
    void source##_Handler(void) {                                                                  \
        source##_tick_acknowledge();                                                               \
        const uint32_t ticks = name##_ticks + 1;                                                   \
        name##_ticks = ticks;                                                                      \
        if (name##_heap_()[0] || ticks << 1 == 0)                                                  \
            ct_clock_run_(name##_counter_(), &name##_halves, name##_heap_(), false);               \
    })                                                                                             \
    ct_inline void name##_prepare_(void) {}                                                        \
    ct_inline void name##_start_(void) {                                                           \
        ct_port_enable(source##_IRQn, level);                                                      \
        source##_tick_start((clock_hz) / (hz));                                                    \
    }                                                                                              \
    _Static_assert(1, "")

/// At file scope: a clock that reads a counter of <corten/tickless.h>.
/// Refused: the same, and a rate that the counter cannot be divided to.
#define CT_TICKLESS(name, level, source, hz, clock_hz)                                             \
    CT_CLOCK_MUST_BE_LISTED_(name)                                                                 \
    CT_CLOCK_RATE_(source, hz, clock_hz)                                                           \
    CT_COUNTER_FITS_(source, hz, clock_hz)                                                         \
    CT_CLOCK_TYPES_(name, level, source, hz)                                                       \
    CT_TICKLESS_(name, level, source, hz, clock_hz)
#define CT_TICKLESS_(name, level, source, hz, clock_hz)                                            \
    ct_inline struct ct_counter name##_counter_(void) { return CT_COUNTER_OF_(source); }           \
    CT_APP_ONCE_(static void name##_arm_(void) {                                                   \
        const uint64_t now = ct_counter_advance(name##_counter_(), &name##_halves);                \
        const uint64_t due = ct_timer_wide_first_due(name##_heap_());                              \
        ct_counter_arm(name##_counter_(), now, due > now ? due : now + 1);                         \
    }                                                                                              \
    void source##_Handler(void);                                                                   \
    void source##_Handler(void) {                                                                  \
        source##_counter_acknowledge();                                                            \
        ct_clock_run_(name##_counter_(), &name##_halves, name##_heap_(), true);                    \
    })                                                                                             \
    ct_inline void name##_prepare_(void) { source##_counter_prepare((clock_hz) / (hz)); }          \
    ct_inline void name##_start_(void) {                                                           \
        ct_port_enable(source##_IRQn, level);                                                      \
        source##_counter_start();                                                                  \
        ct_port_post(source##_IRQn); /* its handler sets the first alarm */                        \
    }                                                                                              \
    _Static_assert(1, "")

#define CT_CLOCK_RATE_(source, hz, clock_hz)                                                       \
    _Static_assert((clock_hz) % (hz) == 0,                                                         \
                   "the tick rate must divide the clock, or time would drift");                    \
    enum { source##_has_a_task_or_is_a_dispatcher_already };
#define CT_TICK_FITS_(source, hz, clock_hz)                                                        \
    _Static_assert((clock_hz) / (hz) >= 2 && (clock_hz) / (hz) <= source##_tick_most_cycles,       \
                   "the tick is too fast or too slow for " #source " at this clock");              \
    CT_APP_ONCE_(CT_CLAIM_(source);)
#define CT_COUNTER_FITS_(source, hz, clock_hz)                                                     \
    _Static_assert(source##_COUNTER_DIVIDES((clock_hz) / (hz)),                                    \
                   "the counter " #source " cannot be divided to this rate");                      \
    CT_APP_ONCE_(source##_COUNTER_CLAIMS)
#define CT_CLOCK_LEVEL_FITS_(level)                                                                \
    _Static_assert((level) >= 1, "the priority of a clock must be at least 1");                    \
    _Static_assert((level) <= CT_PORT_LEVELS, "the priority of a clock is beyond the priority bits of this chip");

#define CT_CLOCK_MUST_BE_LISTED_(name)                                                             \
    CT_COMPLETED_BY_APP_ static __attribute__((unused))                                            \
        struct name##_is_missing_in_MONOTONICS_of_CT_APP name##_is_missing_in_MONOTONICS_of_CT_APP; \
    CT_COMPLETED_END_

#define CT_CLOCK_TYPES_(name, level, source, hz)                                                   \
    _Static_assert(source##_is_an_interrupt_of_this_chip, "");                                     \
    CT_CLOCK_LEVEL_FITS_(level)                                                                    \
    enum { name##_tick_hz = (hz), name##_source_irq_ = source##_IRQn };                                                                \
    typedef uint64_t name##_ticks_;                                                                \
    struct name##_instant {                                                                        \
        uint64_t tick;                                                                             \
    };                                                                                             \
    struct name##_duration {                                                                       \
        uint64_t ticks;                                                                            \
    };                                                                                             \
    CT_APP_STORAGE_ volatile uint32_t name##_halves;                                               \
    CT_COMPLETED_BY_APP_ ct_inline uintptr_t *name##_heap_(void);                                  \
    CT_COMPLETED_END_                                                                              \
    CT_APP_DECLARED_ const struct ct_clock name##_clock;                                           \
    ct_inline struct ct_counter name##_counter_(void);                                             \
    static __attribute__((unused)) uint64_t name##_time_(void) {                                   \
        return ct_counter_now(name##_counter_(), &name##_halves);                                  \
    }                                                                                              \
    ct_inline struct name##_instant name##_now(void) {                                             \
        return (struct name##_instant){name##_time_()};                                            \
    }                                                                                              \
    ct_inline struct name##_instant name##_instant_add(struct name##_instant from,                 \
                                                       struct name##_duration duration) {          \
        return (struct name##_instant){from.tick + duration.ticks};                                \
    }                                                                                              \
    ct_inline struct name##_duration name##_instant_since(struct name##_instant later,             \
                                                          struct name##_instant earlier) {         \
        return (struct name##_duration){later.tick - earlier.tick};                                \
    }                                                                                              \
    ct_inline bool name##_instant_has_come(struct name##_instant instant) {                        \
        return instant.tick <= name##_time_();                                                     \
    }                                                                                              \
    ct_inline struct ct_deadline name##_at(struct name##_instant instant) {                        \
        return (struct ct_deadline){&name##_clock, instant.tick};                                  \
    }                                                                                              \
    ct_inline struct ct_deadline name##_after(struct name##_duration duration) {                   \
        return (struct ct_deadline){&name##_clock, name##_time_() + duration.ticks};               \
    }

/// The rest of a clock's handler: expires what is due now, each with interrupts masked and unmasked in
/// between, and sets the next alarm. What comes due meanwhile makes that alarm come at once.
ct_inline void ct_clock_run_(struct ct_counter counter, volatile uint32_t *halves, uintptr_t *heap,
                             bool has_alarm) {
    ct_port_mask_t before = ct_port_mask();
    const uint64_t now = ct_counter_advance(counter, halves);
    ct_port_unmask(before);
    for (bool more = true; more;) {
        before = ct_port_mask();
        more = ct_timer_wide_expire(heap, now);
        if (!more && has_alarm) ct_counter_arm(counter, now, ct_timer_wide_first_due(heap));
        ct_port_unmask(before);
    }
}

/* ---- in CT_APP: MONOTONIC or TICKLESS, and MONOTONICS */

#define CT_APP_TIME_(dispatchers, tasks, first, ...)                                               \
    CT_APP_TICK_IS_FREE_(dispatchers, tasks, CT_APP_SOURCE_OF_##first,                             \
                         (CT_APP_NAMES_IN_##first __VA_OPT__(CT_APP_NAMES_IN_##__VA_ARGS__)))      \
    enum {                                                                                         \
        ct_app_timers_ = 0 CT_FOR_EACH(CT_APP_TIMERS_OF_, ~, CT_UNPACK tasks),                     \
        ct_app_further_clocks_ = 0 CT_APP_CLOCKS_IN_##first __VA_OPT__(CT_APP_CLOCKS_IN_##__VA_ARGS__), \
        ct_app_has_list_ = ct_app_timers_ <= CT_TIMERS_IN_LIST && ct_app_further_clocks_ == 0,     \
    };                                                                                             \
    __attribute__((unused)) CT_APP_STORAGE_ uintptr_t                                              \
        ct_time_heap[CT_TIMER_HEAP_WORDS(ct_app_has_list_ ? 0 : ct_app_timers_ + 0)];              \
    uintptr_t *ct_app_heap_of_(uint8_t clock);                                                     \
    CT_APP_ONCE_(CT_APP_INLINE_ bool ct_app_remove_(struct ct_timer_handle handle) {               \
        if (ct_app_has_list_) return ct_timer_list_remove(handle);                                 \
        if (ct_app_further_clocks_ > 0 && handle.timer && handle.timer->clock)                     \
            return ct_timer_wide_remove(ct_app_heap_of_(handle.timer->clock), handle);             \
        return ct_timer_heap_remove(ct_time_heap, handle);                                         \
    })                                                                                             \
    CT_APP_##first __VA_OPT__(CT_APP_##__VA_ARGS__)
// The source of the application's own clock. With none, NO_OWN_CLOCK, whose number nothing has.
enum { NO_OWN_CLOCK_IRQn = -1000 };
#define CT_APP_SOURCE_OF_MONOTONIC(source, ...)  source
#define CT_APP_SOURCE_OF_TICKLESS(source, ...)   source
#define CT_APP_SOURCE_OF_MONOTONICS(...)         NO_OWN_CLOCK
#define CT_APP_TICK_IS_FREE_(dispatchers, tasks, source, clocks)                                   \
    CT_APP_TICK_IS_FREE_OF_(dispatchers, tasks, source, clocks)
#define CT_APP_TICK_IS_FREE_OF_(dispatchers, tasks, source, clocks)                                \
    _Static_assert(1 CT_FOR_EACH(CT_APP_HAS_NOT_, source, CT_UNPACK tasks)                         \
                       CT_FOR_EACH(CT_APP_IS_NOT_, source, CT_UNPACK dispatchers)                  \
                           CT_FOR_EACH(CT_APP_DRIVES_NOT_, source, CT_UNPACK clocks),              \
                   "MONOTONIC ticks with " #source                                                 \
                   ": it can neither have a task nor be a dispatcher nor drive another clock");
#define CT_APP_HAS_NOT_(source, task) &&task##_irq_ + 0 != source##_IRQn + 0
#define CT_APP_IS_NOT_(source, irq)   &&irq##_IRQn + 0 != source##_IRQn + 0
#define CT_APP_DRIVES_NOT_(source, name) &&name##_source_irq_ + 0 != source##_IRQn + 0
#define CT_APP_NAMES_IN_MONOTONIC(...)
#define CT_APP_NAMES_IN_TICKLESS(...)
#define CT_APP_NAMES_IN_MONOTONICS(...)  __VA_ARGS__

// Declared in a header without `inline`, so this is also the definition for other files.
#ifdef __clang__ // which warns of static variables in what is `inline`, as GCC of what is not
#    define CT_APP_INLINE_ __attribute__((always_inline))
#else
#    define CT_APP_INLINE_ __attribute__((always_inline)) inline
#endif
#define CT_APP_TIMERS_OF_(_, task) +(task##_software_ ? task##_capacity_ : 0)
#define CT_APP_CLOCKS_IN_MONOTONIC(...)
#define CT_APP_CLOCKS_IN_TICKLESS(...)
#define CT_APP_CLOCKS_IN_MONOTONICS(...) CT_FOR_EACH(CT_APP_ONE_CLOCK_, ~, __VA_ARGS__)
#define CT_APP_ONE_CLOCK_(_, name)       +1

#define CT_APP_PREPARE_MONOTONIC(...)  ct_app_prepare_time_();
#define CT_APP_PREPARE_TICKLESS(...)   ct_app_prepare_time_();
#define CT_APP_PREPARE_MONOTONICS(...) ct_app_prepare_clocks_();
#define CT_APP_START_MONOTONIC(...)    ct_app_start_time_();
#define CT_APP_START_TICKLESS(...)     ct_app_start_time_();
#define CT_APP_START_MONOTONICS(...)   ct_app_start_clocks_();
#define CT_APP_PREPARE_TIME_(first, ...) CT_APP_PREPARE_##first __VA_OPT__(CT_APP_PREPARE_##__VA_ARGS__)
#define CT_APP_START_TIME_(first, ...)   CT_APP_START_##first __VA_OPT__(CT_APP_START_##__VA_ARGS__)

// The application's own clock. Without a priority it has the highest one of a software task.
#define CT_APP_MONOTONIC(source, hz, clock_hz, ...)                                                \
    CT_APP_MONOTONIC_(source, hz, clock_hz, CT_FIRST_(__VA_ARGS__ __VA_OPT__(, ) ct_app_tick_level_, ))
#define CT_APP_MONOTONIC_(source, hz, clock_hz, level)                                             \
    CT_APP_OWN_CLOCK_(source, hz, clock_hz, level)                                                 \
    CT_TICK_FITS_(source, hz, clock_hz)                                                            \
    CT_APP_ONCE_(CT_APP_INLINE_ struct ct_instant ct_now(void) {                                   \
        return (struct ct_instant){ct_time.now};                                                   \
    }                                                                                              \
    ct_inline void ct_app_arm_(struct ct_timer *timer) { (void)timer; }                            \
    void source##_Handler(void);                                                                   \
    void source##_Handler(void) {                                                                  \
        source##_tick_acknowledge();                                                               \
        const uint32_t now = ct_time.now + 1u;                                                     \
        ct_time.now = now;                                                                         \
        const struct ct_timer *first = ct_app_first_();                                            \
        if (!first) return;                                                                        \
        /* a more urgent task may have moved it between the two looks */                           \
        if ((int32_t)(first->due - now) > 0 && first == ct_app_first_()) return;                   \
        if (ct_app_has_list_)                                                                      \
            ct_timer_list_expire_due();                                                            \
        else                                                                                       \
            ct_timer_heap_expire_due(ct_time_heap);                                                \
    })                                                                                             \
    ct_inline void ct_app_prepare_time_(void) {}                                                   \
    ct_inline void ct_app_start_time_(void) {                                                      \
        ct_port_enable(source##_IRQn, level);                                                      \
        source##_tick_start((clock_hz) / (hz));                                                    \
    }

// Instants have 32 bits: a counter of 32 is the time, one of fewer is extended.
#define CT_APP_TICKLESS(source, hz, clock_hz, ...)                                                 \
    CT_APP_TICKLESS_(source, hz, clock_hz, CT_FIRST_(__VA_ARGS__ __VA_OPT__(, ) ct_app_tick_level_, ))
#define CT_APP_TICKLESS_(source, hz, clock_hz, level)                                              \
    CT_APP_OWN_CLOCK_(source, hz, clock_hz, level)                                                 \
    CT_COUNTER_FITS_(source, hz, clock_hz)                                                         \
    __attribute__((unused)) CT_APP_STORAGE_ volatile uint32_t ct_time_halves;                      \
    CT_APP_ONCE_(CT_APP_INLINE_ struct ct_instant ct_now(void) {                                   \
        if (source##_counter_bits == 32) return (struct ct_instant){source##_counter_read()};      \
        return (struct ct_instant){                                                                \
            (uint32_t)ct_counter_now(CT_COUNTER_OF_(source), &ct_time_halves)};                    \
    }                                                                                              \
    /* The time with as many bits as are kept, and the alarm for what comes first. Interrupts masked. */ \
    ct_inline uint64_t ct_app_advance_(void) {                                                     \
        if (source##_counter_bits == 32) return source##_counter_read();                           \
        return ct_counter_advance(CT_COUNTER_OF_(source), &ct_time_halves);                        \
    }                                                                                              \
    static void ct_app_set_alarm_(uint64_t now) {                                                  \
        const struct ct_timer *first = ct_app_first_();                                            \
        int32_t ahead = first ? (int32_t)(first->due - (uint32_t)now) : INT32_MAX;                 \
        if (ahead < 1) ahead = 1;                                                                  \
        if (source##_counter_bits == 32) {                                                         \
            if (first) ct_counter_alarm_in(CT_COUNTER_OF_(source), (uint32_t)now, (uint32_t)ahead); \
        } else {                                                                                   \
            ct_counter_arm(CT_COUNTER_OF_(source), now, now + (uint32_t)ahead);                    \
        }                                                                                          \
    }                                                                                              \
    ct_inline void ct_app_arm_(struct ct_timer *timer) {                                           \
        if (timer == ct_app_first_()) ct_app_set_alarm_(ct_app_advance_());                        \
    }                                                                                              \
    void source##_Handler(void);                                                                   \
    void source##_Handler(void) {                                                                  \
        source##_counter_acknowledge();                                                            \
        ct_port_mask_t before = ct_port_mask();                                                    \
        const uint64_t now = ct_app_advance_();                                                    \
        ct_port_unmask(before);                                                                    \
        for (bool more = true; more;) {                                                            \
            before = ct_port_mask();                                                               \
            more = ct_app_has_list_ ? ct_timer_list_expire((uint32_t)now)                          \
                                    : ct_timer_heap_expire(ct_time_heap, (uint32_t)now);           \
            if (!more) ct_app_set_alarm_(now);                                                     \
            ct_port_unmask(before);                                                                \
        }                                                                                          \
    })                                                                                             \
    ct_inline void ct_app_prepare_time_(void) { source##_counter_prepare((clock_hz) / (hz)); }     \
    ct_inline void ct_app_start_time_(void) {                                                      \
        ct_port_enable(source##_IRQn, level);                                                      \
        source##_counter_start();                                                                  \
        ct_port_post(source##_IRQn); /* its handler sets the first alarm */                        \
    }

#define CT_APP_OWN_CLOCK_(source, hz, clock_hz, level)                                             \
    CT_CLOCK_RATE_(source, hz, clock_hz)                                                           \
    enum { ct_tick_hz = (hz) };                                                                    \
    enum { ct_app_tick_level_ = ct_app_levels_ ? 63 - __builtin_clzll(ct_app_levels_ | 1) : 1 };   \
    CT_CLOCK_LEVEL_FITS_(level)                                                                    \
    CT_APP_ONCE_(ct_inline const struct ct_timer *ct_app_first_(void) {                            \
        return ct_app_has_list_ ? ct_time.first : ct_timer_heap_first(ct_time_heap);               \
    }                                                                                              \
    ct_inline void ct_app_arm_(struct ct_timer *timer);                                            \
    CT_APP_INLINE_ void ct_app_insert_(struct ct_timer *timer, struct ct_instant due,              \
                                  void (*expire)(struct ct_timer *)) {                             \
        if (ct_app_has_list_)                                                                      \
            ct_timer_list_insert(timer, due.tick, expire);                                         \
        else                                                                                       \
            ct_timer_heap_insert(ct_time_heap, timer, due.tick, expire);                           \
        if (ct_app_further_clocks_ > 0) timer->clock = 0;                                          \
        ct_app_arm_(timer);                                                                        \
    }                                                                                              \
    CT_APP_INLINE_ void ct_app_insert_again_(struct ct_timer *timer, struct ct_instant due,        \
                                        void (*expire)(struct ct_timer *)) {                       \
        if (ct_app_has_list_)                                                                      \
            ct_timer_list_insert_again(timer, due.tick, expire);                                   \
        else                                                                                       \
            ct_timer_heap_insert_again(ct_time_heap, timer, due.tick, expire);                     \
        if (ct_app_further_clocks_ > 0) timer->clock = 0;                                          \
        ct_app_arm_(timer);                                                                        \
    })

#define CT_APP_MONOTONICS(...)                                                                     \
    enum { ct_app_own_clock_, CT_FOR_EACH(CT_APP_CLOCK_ID_, ~, __VA_ARGS__) };                     \
    CT_FOR_EACH(CT_APP_CLOCK_, ~, __VA_ARGS__)                                                     \
    CT_APP_ONCE_(uintptr_t *ct_app_heap_of_(uint8_t clock) {                                       \
        CT_FOR_EACH(CT_APP_HEAP_OF_, clock, __VA_ARGS__)                                           \
        return NULL;                                                                               \
    })                                                                                             \
    ct_inline void ct_app_prepare_clocks_(void) { CT_FOR_EACH(CT_APP_PREPARE_CLOCK_, ~, __VA_ARGS__) } \
    ct_inline void ct_app_start_clocks_(void) { CT_FOR_EACH(CT_APP_START_CLOCK_, ~, __VA_ARGS__) }
#define CT_APP_CLOCK_ID_(_, name)      name##_clock_id_,
#define CT_APP_HEAP_OF_(clock, name)   if (clock == name##_clock_id_) return name##_heap;
#define CT_APP_PREPARE_CLOCK_(_, name) name##_prepare_();
#define CT_APP_START_CLOCK_(_, name)   name##_start_();
#define CT_APP_CLOCK_(_, name)                                                                     \
    struct name##_is_missing_in_MONOTONICS_of_CT_APP {};                                           \
    CT_APP_STORAGE_ uintptr_t name##_heap[CT_TIMER_HEAP_WIDE_WORDS(ct_app_timers_ + 0)];           \
    ct_inline uintptr_t *name##_heap_(void) { return name##_heap; }                                \
    CT_APP_ONCE_(CT_APP_BODY_ const struct ct_clock name##_clock = {                               \
                     name##_heap, name##_time_, name##_arm_, name##_clock_id_};)

#endif
