// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// One function of one device, for the CT_…_DEFINE macros of drivers.
///
///     CT_DRIVER_FUNCTION(enum ct_error, lamp_set, (bool on), ct_led_set(LAMP, on))
///     if (lamp_set(true)) report();
///
/// The driver's body is ct_inline and its wiring a struct by value, so that constants fold into it;
/// the function is not inlined, so that it exists once for the device. Code that wants one body for
/// many devices calls the driver with a wiring that is a variable, from a function of its own.
#ifndef CORTEN_DRIVERS_DEFINE_H
#define CORTEN_DRIVERS_DEFINE_H

#include <corten/error.h>

/// At file scope: `static RESULT NAME PARAMETERS { return BODY; }`; nothing remains of it when it is
/// not called. CT_DRIVER_PROCEDURE is the same without a result.
#define CT_DRIVER_FUNCTION(result, name, parameters, body)                                         \
    static CT_NOINLINE CT_MUST_USE __attribute__((unused)) result name parameters { return body; }
#define CT_DRIVER_PROCEDURE(name, parameters, body)                                                \
    static CT_NOINLINE __attribute__((unused)) void name parameters { body; }

// NAME_storage_ops_ of functions that know their device: read, write and, where it is needed, erase.
#define CT_DRIVER_STORAGE_(name, read_, write_, ...)                                               \
    ct_inline enum ct_error name##_storage_read_(void *object, uint32_t address, uint8_t *data,    \
                                                 uint32_t length) {                                \
        (void)object;                                                                              \
        return read_(address, data, length);                                                       \
    }                                                                                              \
    ct_inline enum ct_error name##_storage_write_(void *object, uint32_t address,                  \
                                                  const uint8_t *data, uint32_t length) {          \
        (void)object;                                                                              \
        return write_(address, data, length);                                                      \
    }                                                                                              \
    __VA_OPT__(ct_inline enum ct_error name##_storage_erase_(void *object, uint32_t address,       \
                                                             uint32_t length) {                    \
        (void)object;                                                                              \
        return __VA_ARGS__(address, length);                                                       \
    })                                                                                             \
    static const __attribute__((unused)) struct ct_storage_ops name##_storage_ops_ = {             \
        .read = name##_storage_read_,                                                              \
        .write = name##_storage_write_,                                                            \
        __VA_OPT__(.erase = name##_storage_erase_)}

#endif
