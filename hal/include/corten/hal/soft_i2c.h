// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// I2C by hand: a bus over two pins that drive low and let go, with pull-up resistors.
///
///     CT_SOFT_I2C(wires, SCL_PIN, SDA_PIN, DELAY, 100000);
///     CT_MUST(wires_start());                                // both let go; CT_TIMEOUT: a line is held
///     uint8_t id;
///     CT_MUST(ct_i2c_write_read(wires, CT_I2C_7(0x76), (uint8_t[]){0xD0}, 1, &id, 1));
///     CT_MUST(ct_i2c_recover(wires));                        // frees a bus that a device holds
///
/// 7 and 10 bit addresses, repeated STARTs, merged operations, clocks that a device stretches (up to
/// 25 ms a bit, as SMBus allows; then CT_TIMEOUT), other masters (CT_ARBITRATION), writes of nothing.
/// The speed is "at most": half a period is waited for with the delay, and the pins take time too.
/// One context at a time. NXP UM10204 rev. 7: 3.1.1 to 3.1.11, 3.1.16; 6 for the times.
#ifndef CORTEN_HAL_SOFT_I2C_H
#define CORTEN_HAL_SOFT_I2C_H

#include <corten/hal/delay.h>
#include <corten/hal/i2c.h>
#include <corten/hal/pin.h>

/// The pins and half a period of the clock.
struct ct_soft_i2c {
    struct ct_bidirectional_pin scl, sda;
    struct ct_delay delay;
    uint32_t half_ns;
};
enum { CT_SOFT_I2C_STRETCH_US = 25000 };

/// At file scope: `struct ct_i2c NAME` over these pins, and NAME_start(). 1 to 400,000 Hz.
#define CT_SOFT_I2C(name, scl_, sda_, delay_, hz)                                                  \
    _Static_assert((hz) > 0 && (hz) <= 400000, #name ": this I2C speed is above 400 kHz");         \
    ct_inline struct ct_soft_i2c name##_pins_(void) {                                              \
        return (struct ct_soft_i2c){(scl_), (sda_), (delay_), (500000000u + (hz)-1u) / (hz)};      \
    }                                                                                              \
    static CT_NOINLINE __attribute__((unused)) enum ct_error name##_transaction_(                  \
        void *object, struct ct_i2c_address address, const struct ct_i2c_operation *operations,    \
        size_t count) {                                                                            \
        (void)object;                                                                              \
        return ct_soft_i2c_transaction(name##_pins_(), address, operations, count);                \
    }                                                                                              \
    static CT_NOINLINE __attribute__((unused)) enum ct_error name##_recover_(void *object) {       \
        (void)object;                                                                              \
        return ct_soft_i2c_recover(name##_pins_());                                                \
    }                                                                                              \
    static __attribute__((unused)) enum ct_error name##_start(void) {                              \
        return ct_soft_i2c_start(name##_pins_());                                                  \
    }                                                                                              \
    static const struct ct_i2c_ops name##_i2c_ops_ = {name##_transaction_, name##_recover_};       \
    static const __attribute__((unused)) struct ct_i2c name = {&name##_i2c_ops_, NULL}

/* ---- lines: every function returns CT_OK, CT_TIMEOUT, CT_ARBITRATION, or a pin's error */

ct_inline void ct_soft_i2c_pause_(struct ct_soft_i2c wires) { ct_delay_ns(wires.delay, wires.half_ns); }

ct_inline enum ct_error ct_soft_i2c_set_(struct ct_bidirectional_pin line, bool high) {
    return high ? ct_bidirectional_release(line) : ct_bidirectional_drive(line, false);
}

// Lets go of the clock and waits until nobody holds it.
static CT_NOINLINE __attribute__((unused)) enum ct_error ct_soft_i2c_clock_up_(struct ct_soft_i2c wires) {
    enum ct_error e = ct_bidirectional_release(wires.scl);
    for (uint32_t left = CT_SOFT_I2C_STRETCH_US; !e; left--) {
        const int high = ct_bidirectional_is_high(wires.scl);
        if (high) return high < 0 ? (enum ct_error)high : CT_OK;
        if (left == 0) return CT_TIMEOUT;
        ct_delay_us(wires.delay, 1);
    }
    return e;
}

// Sends a bit and returns what the line showed meanwhile: 0, 1, or a negative error.
static CT_NOINLINE __attribute__((unused)) int ct_soft_i2c_bit_(struct ct_soft_i2c wires, bool high) {
    enum ct_error e = ct_soft_i2c_set_(wires.sda, high);
    if (e) return e;
    ct_soft_i2c_pause_(wires);
    e = ct_soft_i2c_clock_up_(wires);
    if (e) return e;
    const int level = ct_bidirectional_is_high(wires.sda);
    ct_soft_i2c_pause_(wires);
    e = ct_bidirectional_drive(wires.scl, false);
    return e ? (int)e : level;
}

// Sends a byte: CT_OK when it is acknowledged, CT_NO_ACKNOWLEDGE when not.
ct_outline enum ct_error ct_soft_i2c_send_(struct ct_soft_i2c wires, uint8_t byte) {
    for (int bit = 7; bit >= 0; bit--) {
        const bool high = byte >> bit & 1;
        const int shown = ct_soft_i2c_bit_(wires, high);
        if (shown < 0) return (enum ct_error)shown;
        if (shown != high) return CT_ARBITRATION; // somebody else drives it low
    }
    const int refused = ct_soft_i2c_bit_(wires, true);
    return refused == 1 ? CT_NO_ACKNOWLEDGE : (enum ct_error)refused;
}

ct_outline int ct_soft_i2c_receive_(struct ct_soft_i2c wires, bool more) {
    int byte = 0;
    for (int bit = 0; bit < 8; bit++) {
        const int shown = ct_soft_i2c_bit_(wires, true);
        if (shown < 0) return shown;
        byte = byte << 1 | shown;
    }
    const int e = ct_soft_i2c_bit_(wires, !more);
    return e < 0 ? e : byte;
}

// A START, or a repeated one: the data line falls while the clock is high.
ct_outline enum ct_error ct_soft_i2c_begin_(struct ct_soft_i2c wires) {
    enum ct_error e = ct_bidirectional_release(wires.sda);
    if (e) return e;
    ct_soft_i2c_pause_(wires);
    e = ct_soft_i2c_clock_up_(wires);
    if (e) return e;
    ct_soft_i2c_pause_(wires);
    const int free = ct_bidirectional_is_high(wires.sda);
    if (free != 1) return free < 0 ? (enum ct_error)free : CT_ARBITRATION;
    e = ct_bidirectional_drive(wires.sda, false);
    ct_soft_i2c_pause_(wires);
    return e ? e : ct_bidirectional_drive(wires.scl, false);
}

// A STOP: it rises while the clock is high.
ct_outline enum ct_error ct_soft_i2c_end_(struct ct_soft_i2c wires) {
    enum ct_error e = ct_bidirectional_drive(wires.sda, false);
    if (e) return e;
    ct_soft_i2c_pause_(wires);
    e = ct_soft_i2c_clock_up_(wires);
    if (e) return e;
    ct_soft_i2c_pause_(wires);
    e = ct_bidirectional_release(wires.sda);
    ct_soft_i2c_pause_(wires);
    return e;
}

/* ---- transactions */

// The address, 7 bits in a byte; 10 bits in two, the first 11110 and the upper two (3.1.11).
ct_outline enum ct_error ct_soft_i2c_address_(struct ct_soft_i2c wires, struct ct_i2c_address address,
                                              bool receives, bool again) {
    enum ct_error e;
    if (!address.is_ten) {
        e = ct_soft_i2c_send_(wires, (uint8_t)(address.bits << 1 | receives));
    } else {
        const uint8_t first = (uint8_t)(0xF0 | (address.bits >> 7 & 6));
        const bool whole = !receives || !again; // it begins as a write; the device knows it already
        e = CT_OK;
        if (whole) e = ct_soft_i2c_send_(wires, first);
        if (whole && !e) e = ct_soft_i2c_send_(wires, (uint8_t)address.bits);
        if (whole && !e && receives) e = ct_soft_i2c_begin_(wires);
        if (receives && !e) e = ct_soft_i2c_send_(wires, first | 1);
    }
    return e == CT_NO_ACKNOWLEDGE ? CT_NO_ACKNOWLEDGE_ADDRESS : e;
}

/// What ct_i2c_transaction() does.
ct_inline enum ct_error ct_soft_i2c_transaction(struct ct_soft_i2c wires,
                                                struct ct_i2c_address address,
                                                const struct ct_i2c_operation *operations,
                                                size_t count) {
    for (size_t n = 0; n < count; n++)
        if (operations[n].read && operations[n].length == 0) return CT_INVALID;
    if (count == 0) return CT_OK;
    enum ct_error e = CT_OK;
    int direction = -1; // 1: receives
    for (size_t n = 0; n < count && !e; n++) {
        const struct ct_i2c_operation *one = &operations[n];
        const bool receives = one->read;
        if (direction != receives) {
            if (direction != -1 && one->length == 0) continue; // nothing to turn round for
            e = ct_soft_i2c_begin_(wires);
            if (!e) e = ct_soft_i2c_address_(wires, address, receives, direction != -1);
            direction = receives;
        }
        for (size_t at = 0; at < one->length && !e; at++) {
            if (!receives) {
                e = ct_soft_i2c_send_(wires, one->write[at]);
                if (e == CT_NO_ACKNOWLEDGE) e = CT_NO_ACKNOWLEDGE_DATA;
                continue;
            }
            size_t next = n + 1; // an empty write does not end the reads
            while (next < count && operations[next].length == 0) next++;
            const bool more = at + 1 < one->length || (next < count && operations[next].read);
            const int byte = ct_soft_i2c_receive_(wires, more);
            if (byte < 0)
                e = (enum ct_error)byte;
            else
                one->read[at] = (uint8_t)byte;
        }
    }
    if (e == CT_ARBITRATION) { // the bus is another's: no STOP
        const enum ct_error let_go = ct_bidirectional_release(wires.sda);
        const enum ct_error and_clock = ct_bidirectional_release(wires.scl);
        return let_go ? let_go : and_clock ? and_clock : e;
    }
    const enum ct_error ended = ct_soft_i2c_end_(wires);
    return e ? e : ended;
}

/// What ct_i2c_recover() does.
ct_inline enum ct_error ct_soft_i2c_recover(struct ct_soft_i2c wires) {
    enum ct_error e = ct_bidirectional_release(wires.sda);
    if (!e) e = ct_soft_i2c_clock_up_(wires);
    for (int clocks = 0; clocks < 9 && !e; clocks++) {
        const int high = ct_bidirectional_is_high(wires.sda);
        if (high) {
            e = high < 0 ? (enum ct_error)high : CT_OK;
            break;
        }
        const int shown = ct_soft_i2c_bit_(wires, true);
        if (shown < 0) e = (enum ct_error)shown;
        if (!e) e = ct_soft_i2c_clock_up_(wires);
    }
    if (e) return e;
    e = ct_bidirectional_drive(wires.scl, false);
    if (!e) e = ct_soft_i2c_end_(wires);
    if (e) return e;
    const int high = ct_bidirectional_is_high(wires.sda);
    return high < 0 ? (enum ct_error)high : high ? CT_OK : CT_TIMEOUT;
}

/// Lets go of both lines. CT_TIMEOUT: one of them stays low; see ct_i2c_recover().
ct_inline enum ct_error ct_soft_i2c_start(struct ct_soft_i2c wires) {
    enum ct_error e = ct_bidirectional_release(wires.sda);
    if (!e) e = ct_soft_i2c_clock_up_(wires);
    if (e) return e;
    ct_soft_i2c_pause_(wires);
    const int high = ct_bidirectional_is_high(wires.sda);
    return high < 0 ? (enum ct_error)high : high ? CT_OK : CT_TIMEOUT;
}

#endif
