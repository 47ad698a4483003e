// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// An I2C bus that several users share. One that has it alone uses its struct ct_i2c as it is.
///
///     static struct ct_i2c_busy owner;
///     static const struct ct_i2c_tried shared = {&owner, BUS};
///     const enum ct_error e = ct_i2c_read(CT_I2C_TRIED(&shared), CT_I2C_7(0x50), data, 4);    // or CT_BUSY
///
/// Or by the application's lock, so that whoever comes second cannot come (with <corten/app.h>):
///
///     CT_SHARED(struct ct_i2c_owner, bus, measure, store);
///     CT_I2C_LOCKED(sensor_bus, measure, bus, BUS);
///     CT_I2C_LOCKED(memory_bus, store, bus, BUS);
///     CT_MUST(ct_i2c_read(sensor_bus(self), CT_I2C_7(0x76), data, 4));    // in the task measure
///
/// The lock is held for a whole transaction: tasks up to its ceiling wait so long. Tasks that wait
/// in the middle of their body share by an arbiter instead: <corten/hal/awaiting.h>.
#ifndef CORTEN_HAL_I2C_SHARED_H
#define CORTEN_HAL_I2C_SHARED_H

#include <corten/critical.h>
#include <corten/hal/i2c.h>

/* ---- shared by whoever comes first */

/// Whether somebody uses a bus. All zero: nobody.
struct ct_i2c_busy {
    bool taken;
};

/// A share of a bus: a transaction while another is running, which only an interrupt can begin,
/// returns CT_BUSY and touches nothing.
struct ct_i2c_tried {
    struct ct_i2c_busy *busy; ///< the same for all shares of the bus
    struct ct_i2c bus;
};

ct_inline bool ct_i2c_take_(struct ct_i2c_busy *busy) {
    bool taken;
    CT_CRITICAL {
        taken = busy->taken;
        busy->taken = true;
    }
    return !taken;
}
ct_inline void ct_i2c_give_(struct ct_i2c_busy *busy) {
    CT_COMPILER_BARRIER();
    busy->taken = false;
}
ct_outline enum ct_error ct_i2c_tried_transaction_(void *object, struct ct_i2c_address address,
                                                  const struct ct_i2c_operation *operations,
                                                  size_t count) {
    const struct ct_i2c_tried *self = object;
    if (!ct_i2c_take_(self->busy)) return CT_BUSY;
    const enum ct_error result = ct_i2c_transaction(self->bus, address, operations, count);
    ct_i2c_give_(self->busy);
    return result;
}
ct_outline enum ct_error ct_i2c_tried_recover_(void *object) {
    const struct ct_i2c_tried *self = object;
    if (!ct_i2c_take_(self->busy)) return CT_BUSY;
    const enum ct_error result = ct_i2c_recover(self->bus);
    ct_i2c_give_(self->busy);
    return result;
}
static const __attribute__((unused)) struct ct_i2c_ops ct_i2c_tried_ops = {
    ct_i2c_tried_transaction_, ct_i2c_tried_recover_};
/// It as a bus of hal/; the address of a struct ct_i2c_tried.
#define CT_I2C_TRIED(tried)                                                                        \
    ((struct ct_i2c){&ct_i2c_tried_ops, (void *)(uintptr_t)(const struct ct_i2c_tried *)(tried)})

/* ---- shared by the application's lock */

/// What is locked: nothing but the right to use the bus.
struct ct_i2c_owner {
    char nothing;
};

/// At file scope: `struct ct_i2c NAME(self)`, the bus as `task` has it. `resource` is a CT_SHARED
/// that names this task. Refused: another task's self.
///
///     static enum ct_error transaction(…) { CT_LOCK((struct task_task){}, resource, owner) … }
#define CT_I2C_LOCKED(name, task, resource, bus_)                                                  \
    static enum ct_error name##_transaction_(void *object, struct ct_i2c_address address,          \
                                             const struct ct_i2c_operation *operations,            \
                                             size_t count) {                                       \
        const struct task##_task self_ = {};                                                       \
        enum ct_error result_ = CT_OK;                                                             \
        (void)object;                                                                              \
        CT_LOCK(self_, resource, owner_) {                                                         \
            (void)owner_;                                                                          \
            result_ = ct_i2c_transaction((bus_), address, operations, count);                      \
        }                                                                                          \
        return result_;                                                                            \
    }                                                                                              \
    static enum ct_error name##_recover_(void *object) {                                           \
        const struct task##_task self_ = {};                                                       \
        enum ct_error result_ = CT_OK;                                                             \
        (void)object;                                                                              \
        CT_LOCK(self_, resource, owner_) {                                                         \
            (void)owner_;                                                                          \
            result_ = ct_i2c_recover(bus_);                                                        \
        }                                                                                          \
        return result_;                                                                            \
    }                                                                                              \
    static const struct ct_i2c_ops name##_ops_ = {name##_transaction_, name##_recover_};           \
    ct_inline struct ct_i2c name(struct task##_task self) {                                        \
        (void)self;                                                                                \
        return (struct ct_i2c){&name##_ops_, NULL};                                                \
    }                                                                                              \
    struct name##_end_

#endif
