// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// From an SPI bus to devices on it: one alone, or several that share.
///
///     CT_SPI_DEVICE(flash, BUS, FLASH_SELECT, DELAY);                 // has the bus alone
///     CT_MUST(ct_spi_read(flash, data, 4));
///     static struct ct_spi_busy owner;                                // or: whoever comes second
///     static const struct ct_spi_tried card = {&owner, BUS, CARD_SELECT, DELAY, &fast};
///     const enum ct_error e = ct_spi_read(CT_SPI_TRIED(&card), data, 4);     // gets CT_BUSY
///
/// Or by the application's lock, so that whoever comes second cannot come (with <corten/app.h>):
///
///     CT_SHARED(struct ct_spi_owner, bus, draw, store);
///     CT_SPI_LOCKED(oled, draw, bus, BUS, OLED_SELECT, DELAY, &fast);
///     CT_SPI_LOCKED(card, store, bus, BUS, CARD_SELECT, DELAY, &slow);
///     CT_MUST(ct_spi_write(oled(self), data, 4));                     // in the task draw, or not at all
///
/// The lock is held for a whole transaction: tasks up to its ceiling wait so long. Tasks that wait
/// in the middle of their body share by an arbiter instead: <corten/hal/awaiting.h>.
///
/// CT_SPI_DEVICE and CT_SPI_LOCKED give each device code of its own, in which its bus and pins are
/// constants; the structs are bound at run time.
#ifndef CORTEN_HAL_SPI_SHARED_H
#define CORTEN_HAL_SPI_SHARED_H

#include <corten/critical.h>
#include <corten/hal/delay.h>
#include <corten/hal/pin.h>
#include <corten/hal/spi.h>

/// Selects (low), does the operations, flushes, releases: the contract of ct_spi_transaction(). The
/// first error counts. CT_CHIP_SELECT: the line could not be driven; then nothing was moved, or the
/// chip may still be selected.
ct_inline enum ct_error ct_spi_transact(struct ct_spi_bus bus, struct ct_output_pin select,
                                        struct ct_delay delay,
                                        const struct ct_spi_operation *operations, size_t count) {
    if (ct_output_set_low(select) != CT_OK) return CT_CHIP_SELECT;
    enum ct_error result = CT_OK;
    for (size_t n = 0; n < count && result == CT_OK; n++) {
        if (operations[n].kind == CT_SPI_DELAY_KIND) {
            result = delay.ops ? ct_spi_bus_flush(bus) : CT_UNSUPPORTED;
            if (result == CT_OK) ct_delay_ns(delay, (uint32_t)operations[n].length);
        } else {
            result = ct_spi_bus_transfer(bus, operations[n].write, operations[n].read,
                                         operations[n].length);
        }
    }
    const enum ct_error flushed = ct_spi_bus_flush(bus);
    const enum ct_error released = ct_output_set_high(select);
    if (result == CT_OK) result = flushed;
    return result == CT_OK && released != CT_OK ? CT_CHIP_SELECT : result;
}

/* ---- alone */

/// At file scope: `struct ct_spi_device NAME`, which has its bus to itself. `bus`, `select` and
/// `delay` are constants; the select line is high before the first transaction; the delay, for
/// CT_SPI_DELAY_NS, may be CT_NO_DELAY: then that operation ends with CT_UNSUPPORTED. A driver that
/// sends from one place has this inlined there, and then there is no list of operations either.
///
///     static enum ct_error flash_transaction_(…) { return ct_spi_transact(BUS, …); }
#define CT_SPI_DEVICE(name, bus_, select_, delay_)                                                 \
    static __attribute__((unused)) enum ct_error name##_transaction_(                              \
        void *object, const struct ct_spi_operation *operations, size_t count) {                   \
        (void)object;                                                                              \
        return ct_spi_transact((bus_), (select_), (delay_), operations, count);                    \
    }                                                                                              \
    static const struct ct_spi_device_ops name##_device_ops_ = {name##_transaction_};              \
    static const __attribute__((unused)) struct ct_spi_device name = {&name##_device_ops_, NULL}

/// A device that has its bus to itself, bound at run time.
struct ct_spi_exclusive {
    struct ct_spi_bus bus;
    struct ct_output_pin select;
    struct ct_delay delay; ///< for CT_SPI_DELAY_NS, or all zero
};

ct_outline enum ct_error ct_spi_exclusive_transaction_(void *object,
                                                      const struct ct_spi_operation *operations,
                                                      size_t count) {
    const struct ct_spi_exclusive *self = object;
    return ct_spi_transact(self->bus, self->select, self->delay, operations, count);
}
static const __attribute__((unused)) struct ct_spi_device_ops ct_spi_exclusive_ops = {
    ct_spi_exclusive_transaction_};
/// It as a device of hal/; the address of a struct ct_spi_exclusive.
#define CT_SPI_EXCLUSIVE(exclusive)                                                                \
    ((struct ct_spi_device){&ct_spi_exclusive_ops,                                                 \
                            (void *)(uintptr_t)(const struct ct_spi_exclusive *)(exclusive)})

/* ---- shared by whoever comes first */

/// Whether somebody uses a bus. All zero: nobody.
struct ct_spi_busy {
    bool taken;
};

/// A device that shares its bus: a transaction while another device's is running, which only an
/// interrupt can begin, returns CT_BUSY and touches nothing.
struct ct_spi_tried {
    struct ct_spi_busy *busy; ///< the same for all devices of the bus
    struct ct_spi_bus bus;
    struct ct_output_pin select;
    struct ct_delay delay;
    const struct ct_spi_config *config; ///< of this device; NULL: the bus stays as it is
};

ct_inline enum ct_error ct_spi_configured_transact_(struct ct_spi_bus bus,
                                                    const struct ct_spi_config *config,
                                                    struct ct_output_pin select,
                                                    struct ct_delay delay,
                                                    const struct ct_spi_operation *operations,
                                                    size_t count) {
    const enum ct_error e = config ? ct_spi_bus_configure(bus, *config) : CT_OK;
    return e ? e : ct_spi_transact(bus, select, delay, operations, count);
}
ct_outline enum ct_error ct_spi_tried_transaction_(void *object,
                                                  const struct ct_spi_operation *operations,
                                                  size_t count) {
    const struct ct_spi_tried *self = object;
    bool taken;
    CT_CRITICAL {
        taken = self->busy->taken;
        self->busy->taken = true;
    }
    if (taken) return CT_BUSY;
    const enum ct_error result = ct_spi_configured_transact_(
        self->bus, self->config, self->select, self->delay, operations, count);
    CT_COMPILER_BARRIER();
    self->busy->taken = false;
    return result;
}
static const __attribute__((unused)) struct ct_spi_device_ops ct_spi_tried_ops = {
    ct_spi_tried_transaction_};
/// It as a device of hal/; the address of a struct ct_spi_tried.
#define CT_SPI_TRIED(tried)                                                                        \
    ((struct ct_spi_device){&ct_spi_tried_ops,                                                     \
                            (void *)(uintptr_t)(const struct ct_spi_tried *)(tried)})

/* ---- shared by the application's lock */

/// What is locked: nothing but the right to use the bus.
struct ct_spi_owner {
    char nothing;
};

/// At file scope: `struct ct_spi_device NAME(self)`, the device as `task` has it. `resource` is a
/// CT_SHARED that names this task; `config` is an address or NULL. Refused: another task's self.
///
///     static enum ct_error transaction(…) { CT_LOCK((struct task_task){}, resource, owner) … }
#define CT_SPI_LOCKED(name, task, resource, bus_, select_, delay_, config_)                        \
    static CT_NOINLINE enum ct_error name##_transaction_(                                                      \
        void *object, const struct ct_spi_operation *operations, size_t count) {                   \
        const struct task##_task self_ = {};                                                       \
        enum ct_error result_ = CT_OK;                                                             \
        (void)object;                                                                              \
        CT_LOCK(self_, resource, owner_) {                                                         \
            (void)owner_;                                                                          \
            result_ = ct_spi_configured_transact_((bus_), (config_), (select_), (delay_),          \
                                                  operations, count);                              \
        }                                                                                          \
        return result_;                                                                            \
    }                                                                                              \
    static const struct ct_spi_device_ops name##_ops_ = {name##_transaction_};                     \
    ct_inline struct ct_spi_device name(struct task##_task self) {                                 \
        (void)self;                                                                                \
        return (struct ct_spi_device){&name##_ops_, NULL};                                         \
    }                                                                                              \
    struct name##_end_

#endif
