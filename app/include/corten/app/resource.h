// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Data of tasks: shared under a lock, or owned by one. Included by <corten/app.h>.
///
///     CT_SHARED(struct stats, stats, sample, report);          // who may lock it
///     CT_SHARED(uint32_t, limit, report, idle) = 30;           // with an initial value
///     CT_LOCK_FREE(uint64_t, total, foo, bar);                 // of one priority: no lock
///     CT_LOCAL(struct led, led, blink);                        // one owner, no lock
///     CT_READ_ONLY(LATE(struct config), config, foo, sample);  // init sets it, or nothing links
///
///     CT_SET(self, config, ((struct config){.gain = 3}));      // in init
///     CT_LOCK(self, stats, s) { s->count += 1; }               // return and break inside unlock
///     CT_LOCK_ALL(self, (stats, s), (limit, l)) { *l = s->count; }
///     led_toggle(CT_LOCAL_OF(self, led));
///     const int gain = CT_READ_ONLY_OF(self, config)->gain;
///
/// A lock raises the core to the resource's ceiling, the highest priority of its tasks: they wait,
/// all others go on. It takes four instructions on cores with BASEPRI and none in a task whose
/// priority is the ceiling. No task can wait for another that holds a lock, so none can deadlock.
///
/// A helper that serves several tasks takes the right to a resource as a parameter of no size,
/// `void add(struct stats_key key) { CT_LOCK(key, stats, s) s->count += 1; }`, called as
/// `add(CT_KEY(self, stats))`; one that serves any resource of a type takes a CT_LOCKABLE.
#ifndef CORTEN_APP_RESOURCE_H
#define CORTEN_APP_RESOURCE_H
#pragma GCC system_header

#include <corten/app/task.h>
#include <corten/claim.h>
#include <corten/for_each.h>

/// At file scope: a variable for the tasks named behind it, and for init. An initialiser may
/// follow. Refused: its use by any other task, the message names both.
///
/// Here and below, `LATE(type)` in place of the type says that init gives the value: firmware whose
/// init has no CT_SET or CT_SET_UP for it, and uses it, does not link, "NAME_is_late_but_init_never
/// _sets_it". That there is such a line is checked, not that it is reached.
#define CT_SHARED(type, name, ...)                                                                 \
    CT_VARIABLE_(type, name, name##_shared)                                                        \
    CT_RIGHTS_(type, name, name##_shared, name##_is_not_shared_with_this_task, name##_for_, ,      \
               __VA_ARGS__)                                                                        \
    enum { name##_has_no_lock_because_it_is_not_shared = sizeof(union name##_level_) };            \
    CT_APP_VARIABLE_(name##_type_, name##_shared)

/// At file scope: a variable for tasks of one priority, none of which can interrupt another: no
/// lock is needed. Refused: tasks of different priorities.
#define CT_LOCK_FREE(type, name, ...)                                                              \
    CT_VARIABLE_(type, name, name##_lock_free)                                                     \
    CT_RIGHTS_(type, name, name##_lock_free, name##_is_not_shared_with_this_task,                  \
               name##_is_not_lock_free, , __VA_ARGS__)                                             \
    _Static_assert(CT_FOR_EACH(CT_SAME_LEVEL_, name, __VA_ARGS__) 1,                               \
                   #name ": tasks of different priorities need CT_SHARED and its lock");           \
    CT_APP_VARIABLE_(name##_type_, name##_lock_free)

/// At file scope: a variable that init sets and tasks of any priority read, without a lock.
#define CT_READ_ONLY(type, name, ...)                                                              \
    CT_VARIABLE_(type, name, name##_read_only)                                                     \
    CT_RIGHTS_(type, name, name##_read_only, name##_is_not_shared_with_this_task,                  \
               name##_is_not_read_only, const, __VA_ARGS__)                                        \
    CT_APP_VARIABLE_(name##_type_, name##_read_only)

/// At file scope: a variable of one task, which init may set up. An initialiser may follow.
#define CT_LOCAL(type, name, task)                                                                 \
    CT_VARIABLE_(type, name, name##_local)                                                         \
    CT_RIGHTS_(type, name, name##_local, name##_belongs_to_another_task, name##_is_not_local, , task) \
    CT_APP_VARIABLE_(name##_type_, name##_local)

/// At file scope: a peripheral, by its name in the chip's headers, claimed for one task or shared by
/// several under a lock. Only through the resource are its registers meant to be used.
///
///     CT_LOCAL_PERIPHERAL(port, UART1, report);        reg_write(CT_LOCAL_OF(self, port)->DR, …);
///     CT_SHARED_PERIPHERAL(clocks, SYSCTL, a, b);      CT_LOCK(self, clocks, c) …
///
/// Refused: one that is claimed already ("UART1_is_already_claimed"), use by another task.
#define CT_LOCAL_PERIPHERAL(name, instance, task)                                                  \
    CT_APP_ONCE_(CT_CLAIM_(instance);)                                                             \
    enum { name##_is_a_resource_already };                                                         \
    typedef __typeof__(*(instance)) name##_type_;                                                  \
    CT_RIGHTS_(fixed, name, *(instance), name##_belongs_to_another_task, name##_is_not_local, , task) \
    _Static_assert(1, "")
#define CT_SHARED_PERIPHERAL(name, instance, ...)                                                  \
    CT_APP_ONCE_(CT_CLAIM_(instance);)                                                             \
    enum { name##_is_a_resource_already };                                                         \
    typedef __typeof__(*(instance)) name##_type_;                                                  \
    CT_RIGHTS_(fixed, name, *(instance), name##_is_not_shared_with_this_task, name##_for_, ,       \
               __VA_ARGS__)                                                                        \
    enum { name##_has_no_lock_because_it_is_not_shared = sizeof(union name##_level_) }

/// At file scope: a pin, as CT_GPIO of the chip's <corten/gpio.h> takes it, for one task, or for
/// several under a lock. The constant that it is made of stays a constant.
///
///     CT_LOCAL_PIN(lamp, (F, 0), blink);               ct_gpio_set_high(*CT_LOCAL_OF(self, lamp));
#define CT_LOCAL_PIN(name, pin, task)                                                              \
    CT_PIN_(name, CT_UNPACK pin);                                                                  \
    CT_RIGHTS_(fixed, name, name##_pin_, name##_belongs_to_another_task, name##_is_not_local, , task) \
    _Static_assert(1, "")
#define CT_SHARED_PIN(name, pin, ...)                                                              \
    CT_PIN_(name, CT_UNPACK pin);                                                                  \
    CT_RIGHTS_(fixed, name, name##_pin_, name##_is_not_shared_with_this_task, name##_for_, ,       \
               __VA_ARGS__)                                                                        \
    enum { name##_has_no_lock_because_it_is_not_shared = sizeof(union name##_level_) }
#define CT_PIN_(name, ...)                                                                         \
    enum { name##_is_a_resource_already };                                                         \
    typedef const struct ct_gpio name##_type_;                                                     \
    CT_APP_PIN_(name##_pin_, __VA_ARGS__)
#if defined CT_APP_SPLIT && !defined CT_APP_MAIN
#    define CT_APP_PIN_(...) CT_GPIO_CLAIMED(__VA_ARGS__)
#else
#    define CT_APP_PIN_(...) CT_GPIO(__VA_ARGS__)
#endif

#ifdef CT_APP_SPLIT
#    define CT_APP_DECLARED_ extern
#else
#    define CT_APP_DECLARED_ static
#endif
#define CT_VARIABLE_(type, name, storage)                                                          \
    enum { name##_is_a_resource_already };                                                         \
    typedef __typeof__(CT_IF_LATE_(type, (CT_TYPE_OF_##type), (type))) name##_type_;               \
    CT_APP_DECLARED_ name##_type_ storage;

// The ceiling is the size of a union of arrays as long as the priorities are high; the right to
// use the variable is a union of the tasks' contexts, which only they convert to, or of a key that
// was made of one.
#define CT_RIGHTS_(type, name, place, refusal, address, qualifier, ...)                            \
    union name##_level_ {                                                                          \
        CT_FOR_EACH(CT_LEVEL_OF_, name, __VA_ARGS__)                                               \
        char none_[0];                                                                             \
    };                                                                                             \
    struct name##_key {                                                                            \
        char priority_[0][0];                                                                      \
    };                                                                                             \
    typedef union {                                                                                \
        CT_FOR_EACH(CT_USER_OF_, name, __VA_ARGS__)                                                \
        struct name##_key key_;                                                                    \
        struct init_task init_;                                                                    \
    } __attribute__((transparent_union)) refusal;                                                  \
    ct_inline struct name##_key name##_key_(refusal task) {                                        \
        (void)task;                                                                                \
        return (struct name##_key){};                                                              \
    }                                                                                              \
    ct_inline qualifier name##_type_ *address(refusal task) {                                      \
        (void)task;                                                                                \
        CT_IF_LATE_(type, (CT_LATE_USED_(#name);), ())                                             \
        return &place;                                                                             \
    }                                                                                              \
    typedef union {                                                                                \
        struct init_task init_;                                                                    \
    } __attribute__((transparent_union)) name##_is_set_by_init_only;                               \
    ct_inline name##_type_ *name##_init_(name##_is_set_by_init_only task) {                        \
        (void)task;                                                                                \
        CT_IF_LATE_(type, (CT_LATE_SET_(#name);), ())                                              \
        return &place;                                                                             \
    }
#define CT_SAME_LEVEL_(name, task) task##_priority_ + 0 == (int)sizeof(union name##_level_) &&
#define CT_LEVEL_OF_(name, task) char task[task##_priority_];
#define CT_USER_OF_(name, task)  struct task##_task task;

// Of two lists in parentheses the first when the type is LATE(…), else the second.
#define CT_IF_LATE_(type, late, other) CT_UNPACK_THIRD_(CT_IS_LATE_##type, late, other, ())
#define CT_IS_LATE_LATE(...)           ~, ~
#define CT_TYPE_OF_LATE(...)           __VA_ARGS__

// A use refers to a symbol, by a relocation that changes nothing; setting it defines the symbol.
// (Clang's assembler forgets a symbol that only a .reloc names: .globl keeps it.)
#define CT_LATE_USED_(name)                                                                        \
    __asm__ volatile(".globl " name "_is_late_but_init_never_sets_it\n\t"                          \
                     ".reloc ., BFD_RELOC_NONE, " name "_is_late_but_init_never_sets_it")
#define CT_LATE_SET_(name)                                                                         \
    __asm__ volatile(".ifndef " name "_is_late_but_init_never_sets_it\n\t"                         \
                     ".globl " name "_is_late_but_init_never_sets_it\n"                            \
                     name "_is_late_but_init_never_sets_it:\n\t"                                   \
                     ".endif")

/// In init: gives a resource its value; or its address, to set it up in place.
#define CT_SET(self, name, value)  ((void)(*CT_SET_UP(self, name) = (value)))
#define CT_SET_UP(self, name)      (name##_init_(self))

/// The right of a task to a resource, to be handed to a helper: a `struct NAME_key` of size 0, which
/// stands in the place of `self` in CT_LOCK, CT_LOCAL_OF and their like. It carries no priority:
/// a lock by it always raises, by the same four instructions. Not to be kept after the call.
#define CT_KEY(self, name) (name##_key_(self))

/// The ceiling of a shared variable, a constant.
#define CT_CEILING(name) (+name##_has_no_lock_because_it_is_not_shared)

/// The block behind it has the variable to itself, under `pointer`. `self` is the task's context.
///
///     for (guard = raise to the ceiling if that is higher; once; ) { … }     // cleanup lowers
#define CT_LOCK(self, name, pointer)                                                               \
    CT_LOCK_(CT_PRIORITY_OF(self), CT_CEILING(name))                                               \
    CT_LOCK_AS_(self, name, pointer)

/// Several at once, up to eight, raised once, to the highest of their ceilings: (name, pointer), …
#define CT_LOCK_ALL(self, ...)                                                                     \
    CT_LOCK_(CT_PRIORITY_OF(self), sizeof(union { CT_FOR_EACH(CT_LOCK_LEVEL_, ~, __VA_ARGS__) }))  \
    for (__auto_type ct_self_ = (self); ct_lock_.open; ct_lock_.open = false)                      \
        CT_LOCK_EACH_(__VA_ARGS__, , , , , , , , )
#define CT_LOCK_LEVEL_(_, pair)           CT_LOCK_LEVEL_OF_ pair
#define CT_LOCK_LEVEL_OF_(name, pointer)  union name##_level_ name;
// Written out, since a mistake inside CT_FOR_EACH shows all of its rescans.
#define CT_LOCK_EACH_(a, b, c, d, e, f, g, h, ...)                                                 \
    CT_LOCK_PAIR_ a CT_LOCK_IF_(b) CT_LOCK_IF_(c) CT_LOCK_IF_(d) CT_LOCK_IF_(e) CT_LOCK_IF_(f)     \
        CT_LOCK_IF_(g) CT_LOCK_IF_(h)
#define CT_LOCK_IF_(...)             __VA_OPT__(CT_LOCK_PAIR_ __VA_ARGS__)
#define CT_LOCK_PAIR_(name, pointer)                                                               \
    for (__auto_type pointer = name##_for_(ct_self_); ct_lock_.open; ct_lock_.open = false)
#define CT_LOCK_AS_(self, name, pointer)                                                           \
    for (__auto_type pointer = name##_for_(self); ct_lock_.open; ct_lock_.open = false)
#define CT_LOCK_(priority, ceiling)                                                                \
    for (struct ct_lock_ ct_lock_ __attribute__((cleanup(ct_lock_end_))) =                         \
             ct_lock_begin_((priority), (ceiling));                                                \
         ct_lock_.open; ct_lock_.open = false)

/// The type of a handle to any shared variable of a type, for helpers that serve several of them.
/// Where the helper is inlined its lock costs what CT_LOCK does; where it is not, the ceiling is a
/// number at run time, about ten instructions.
///
///     typedef CT_LOCKABLE(uint32_t) lockable_count;
///     static void add(lockable_count count, uint32_t n) { CT_LOCK_ANY(count, c) *c += n; }
///     add(CT_LOCKABLE_OF(lockable_count, self, received), 1);
#define CT_LOCKABLE(type)                                                                          \
    struct {                                                                                       \
        __typeof__(type) *data_;                                                                   \
        uint8_t ceiling_, priority_;                                                               \
    }
#define CT_LOCKABLE_OF(lockable_type, self, name)                                                  \
    ((lockable_type){name##_for_(self), CT_CEILING(name), CT_PRIORITY_OF(self)})
#define CT_LOCK_ANY(lockable, pointer)                                                             \
    CT_LOCK_((lockable).priority_, (lockable).ceiling_)                                            \
    for (__auto_type pointer = (lockable).data_; ct_lock_.open; ct_lock_.open = false)

struct ct_lock_ {
    unsigned ceiling; // 0: nothing was raised
    struct ct_port_lock lock;
    bool open;
};

/// Of the application: the interrupts of all tasks up to a ceiling, for cores without BASEPRI.
ct_inline uint32_t ct_app_sources_(unsigned ceiling);

ct_inline struct ct_lock_ ct_lock_begin_(unsigned priority, unsigned ceiling) {
    struct ct_lock_ lock = {.open = true};
    if (ceiling > priority) {
        lock.ceiling = ceiling;
        lock.lock = ct_port_raise(ceiling, ct_app_sources_(ceiling));
    }
    return lock;
}
ct_inline void ct_lock_end_(const struct ct_lock_ *lock) {
    if (lock->ceiling) ct_port_lower(lock->lock, lock->ceiling, ct_app_sources_(lock->ceiling));
}

/// Address of a local variable, for its owner and for init.
#define CT_LOCAL_OF(self, name) (name##_is_not_local(self))

/// Address of a lock-free variable, for its tasks and for init.
#define CT_LOCK_FREE_OF(self, name) (name##_is_not_lock_free(self))

/// Address of a read-only variable, for its tasks, as a pointer to const.
#define CT_READ_ONLY_OF(self, name) (name##_is_not_read_only(self))

#endif
