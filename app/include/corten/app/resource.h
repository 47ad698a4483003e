// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Data of tasks: shared under a lock, or owned by one. Included by <corten/app.h>.
///
///     CT_SHARED(struct stats, stats, sample, report);          // who may lock it
///     CT_SHARED(uint32_t, limit, report, idle) = 30;           // with an initial value
///     CT_LOCK_FREE(uint64_t, total, foo, bar);                 // of one priority: no lock
///     CT_LOCAL(struct led, led, blink);                        // one owner, no lock
///
///     CT_LOCK(self, stats, s) { s->count += 1; }               // return and break inside unlock
///     CT_LOCK_ALL(self, (stats, s), (limit, l)) { *l = s->count; }
///     led_toggle(CT_LOCAL_OF(self, led));
///
/// A lock raises the core to the resource's ceiling, the highest priority of its tasks: they wait,
/// all others go on. It takes four instructions on cores with BASEPRI and none in a task whose
/// priority is the ceiling. No task can wait for another that holds a lock, so none can deadlock.
#ifndef CORTEN_APP_RESOURCE_H
#define CORTEN_APP_RESOURCE_H
#pragma GCC system_header

#include <corten/app/task.h>
#include <corten/for_each.h>

/// At file scope: a variable for the tasks named behind it, and for init. An initialiser may
/// follow. Refused: its use by any other task, the message names both.
#define CT_SHARED(type, name, ...)                                                                 \
    CT_RESOURCE_(type, name, name##_shared, name##_is_not_shared_with_this_task, name##_for_,      \
                 __VA_ARGS__)                                                                      \
    enum { name##_has_no_lock_because_it_is_not_shared = sizeof(union name##_level_) };            \
    CT_APP_VARIABLE_(name##_type_, name##_shared)

/// At file scope: a variable for tasks of one priority, none of which can interrupt another: no
/// lock is needed. Refused: tasks of different priorities.
#define CT_LOCK_FREE(type, name, ...)                                                              \
    CT_RESOURCE_(type, name, name##_lock_free, name##_is_not_shared_with_this_task,                \
                 name##_is_not_lock_free, __VA_ARGS__)                                             \
    _Static_assert(CT_FOR_EACH(CT_SAME_LEVEL_, name, __VA_ARGS__) 1,                               \
                   #name ": tasks of different priorities need CT_SHARED and its lock");           \
    CT_APP_VARIABLE_(name##_type_, name##_lock_free)

/// At file scope: a variable of one task, which init may set up. An initialiser may follow.
#define CT_LOCAL(type, name, task)                                                                 \
    CT_RESOURCE_(type, name, name##_local, name##_belongs_to_another_task, name##_is_not_local,    \
                 task)                                                                             \
    CT_APP_VARIABLE_(name##_type_, name##_local)

#ifdef CT_APP_SPLIT
#    define CT_APP_DECLARED_ extern
#else
#    define CT_APP_DECLARED_ static
#endif

// The ceiling is the size of a union of arrays as long as the priorities are high; the right to
// use the variable is a union of the tasks' contexts, which only they convert to.
#define CT_RESOURCE_(type, name, storage, refusal, address, ...)                                   \
    typedef __typeof__(type) name##_type_; /* once, so that it may be a struct without a name */   \
    CT_APP_DECLARED_ name##_type_ storage;                                                         \
    union name##_level_ {                                                                          \
        CT_FOR_EACH(CT_LEVEL_OF_, name, __VA_ARGS__)                                               \
        char none_[0];                                                                             \
    };                                                                                             \
    typedef union {                                                                                \
        CT_FOR_EACH(CT_USER_OF_, name, __VA_ARGS__)                                                \
        struct init_task init_;                                                                    \
    } __attribute__((transparent_union)) refusal;                                                  \
    ct_inline name##_type_ *address(refusal task) {                                                \
        (void)task;                                                                                \
        return &storage;                                                                           \
    }
#define CT_SAME_LEVEL_(name, task) task##_priority_ + 0 == (int)sizeof(union name##_level_) &&
#define CT_LEVEL_OF_(name, task) char task[task##_priority_];
#define CT_USER_OF_(name, task)  struct task##_task task;

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

#endif
