// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// 1-Wire, as its controller: one pin with a pull-up resistor, many devices.
///
///     const struct ct_onewire wire = {.pin = DATA_PIN, .delay = DELAY};
///     struct ct_onewire_search search = {0};
///     while (ct_onewire_next(wire, &search) == CT_OK)        // each device once
///         found(search.rom);
///     CT_MUST(ct_onewire_reset(wire));                       // CT_NO_ACKNOWLEDGE: nobody is there
///
/// A bit is told by times between 6 and 70 us. An interrupt that comes within the first 15 us of a slot
/// and takes longer than some 5 us damages the bit: give `mask` and `unmask`, which keep interrupts
/// away for those 15 us, or rely on the checksums. Times are those for standard speed. Contexts: those
/// of pin and delay.
///
/// Facts: Maxim Integrated, Application Note 126 (1-Wire communication through software: table 1,
/// times A to J) and 187 (1-Wire search algorithm).
#ifndef CORTEN_DRIVERS_ONEWIRE_H
#define CORTEN_DRIVERS_ONEWIRE_H

#include <corten/drivers/checksum.h>
#include <corten/drivers/define.h>
#include <corten/hal/delay.h>
#include <corten/hal/pin.h>

struct ct_onewire {
    struct ct_bidirectional_pin pin; ///< pulled up; released or driven low, never driven high
    struct ct_delay delay;           ///< good to about 1 us
    uint32_t (*mask)(void);          ///< no interrupts from now on; NULL: they may come
    void (*unmask)(uint32_t before); ///< gets what mask() returned; NULL with it
    const struct ct_onewire_parts_ *parts_;
};

// What is used at many places and is therefore a function of its own for each CT_ONEWIRE_DEFINE_.
struct ct_onewire_parts_ {
    enum ct_error (*reset)(void);
    int (*bit)(bool bit);
    int (*byte)(uint8_t byte);
};

ct_inline CT_MUST_USE enum ct_error ct_onewire_reset_here_(struct ct_onewire wire) {
    enum ct_error e = ct_bidirectional_release(wire.pin);
    int high = e ? e : ct_bidirectional_is_high(wire.pin);
    for (int i = 0; high == 0 && i < 24; i++) { // it may be rising still
        ct_delay_us(wire.delay, 5);
        high = ct_bidirectional_is_high(wire.pin);
    }
    if (high < 0) return (enum ct_error)high;
    if (!high) return CT_BUS;
    if ((e = ct_bidirectional_drive(wire.pin, false))) return e;
    ct_delay_us(wire.delay, 480);
    if ((e = ct_bidirectional_release(wire.pin))) return e;
    ct_delay_us(wire.delay, 70);
    high = ct_bidirectional_is_high(wire.pin);
    ct_delay_us(wire.delay, 410);
    return high < 0 ? (enum ct_error)high : high ? CT_NO_ACKNOWLEDGE : CT_OK;
}

/// Resets all devices and asks whether any is there. CT_OK; CT_NO_ACKNOWLEDGE: none; CT_BUS: the wire
/// is at ground; or the pin's error.
ct_inline CT_MUST_USE enum ct_error ct_onewire_reset(struct ct_onewire wire) {
    return wire.parts_ ? wire.parts_->reset() : ct_onewire_reset_here_(wire);
}

// The start of a slot that sends a 1 or asks for a bit: the wire's level 15 us later.
ct_inline CT_MUST_USE int ct_onewire_sample_(struct ct_onewire wire) {
    const uint32_t before = wire.mask ? wire.mask() : 0;
    enum ct_error e = ct_bidirectional_drive(wire.pin, false);
    if (!e) {
        ct_delay_us(wire.delay, 6);
        e = ct_bidirectional_release(wire.pin);
    }
    if (!e) ct_delay_us(wire.delay, 9);
    const int level = e ? e : ct_bidirectional_is_high(wire.pin);
    if (wire.mask) wire.unmask(before);
    return level;
}
ct_inline CT_MUST_USE int ct_onewire_bit_here_(struct ct_onewire wire, bool bit) {
    if (bit) {
        const int level = ct_onewire_sample_(wire);
        ct_delay_us(wire.delay, 55);
        return level;
    }
    enum ct_error e = ct_bidirectional_drive(wire.pin, false);
    if (e) return e;
    ct_delay_us(wire.delay, 60); // up to 120: there is time for an interrupt
    if ((e = ct_bidirectional_release(wire.pin))) return e;
    ct_delay_us(wire.delay, 10);
    return 0;
}

/// One slot: sends a bit and returns the wire's level in it, which is the device's answer to a 1;
/// or the pin's error.
ct_inline CT_MUST_USE int ct_onewire_bit(struct ct_onewire wire, bool bit) {
    return wire.parts_ ? wire.parts_->bit(bit) : ct_onewire_bit_here_(wire, bit);
}

ct_inline CT_MUST_USE int ct_onewire_byte_here_(struct ct_onewire wire, uint8_t byte) {
    int answer = 0;
    for (int i = 0; i < 8; i++) {
        const int level = ct_onewire_bit(wire, byte >> i & 1);
        if (level < 0) return level;
        answer |= level << i;
    }
    return answer;
}

/// Sends a byte, bit 0 first, and returns what the devices answered to it: the byte itself, or that
/// of a device for 0xFF; or the pin's error.
ct_inline CT_MUST_USE int ct_onewire_byte(struct ct_onewire wire, uint8_t byte) {
    return wire.parts_ ? wire.parts_->byte(byte) : ct_onewire_byte_here_(wire, byte);
}

/// Sends bytes. CT_OK or the pin's error.
ct_inline CT_MUST_USE enum ct_error ct_onewire_write(struct ct_onewire wire, const uint8_t *data,
                                                     size_t length) {
    for (; length; length--) {
        const int answer = ct_onewire_byte(wire, *data++);
        if (answer < 0) return (enum ct_error)answer;
    }
    return CT_OK;
}

/// Receives bytes. CT_OK or the pin's error.
ct_inline CT_MUST_USE enum ct_error ct_onewire_read(struct ct_onewire wire, uint8_t *data,
                                                    size_t length) {
    for (; length; length--) {
        const int answer = ct_onewire_byte(wire, 0xFF);
        if (answer < 0) return (enum ct_error)answer;
        *data++ = (uint8_t)answer;
    }
    return CT_OK;
}

/// Resets and addresses one device (its 8 bytes), or all of them (NULL). Errors of the reset.
ct_inline CT_MUST_USE enum ct_error ct_onewire_select(struct ct_onewire wire, const uint8_t *rom) {
    uint8_t bytes[9] = {rom ? 0x55 : 0xCC}; // MATCH ROM, SKIP ROM
    for (int i = 0; rom && i < 8; i++) bytes[i + 1] = rom[i];
    const enum ct_error e = ct_onewire_reset(wire);
    return e ? e : ct_onewire_write(wire, bytes, rom ? 9 : 1);
}

/// A search, all zero at its start.
struct ct_onewire_search {
    uint8_t rom[8]; ///< the device just found: family, serial number, checksum
    uint8_t fork_;  // the last bit (from 1) at which 0 was taken and 1 is left; 0: none
    bool is_over_;
};

/// Finds the next device, in rising order of the bits of their addresses. CT_OK, and its address in
/// `rom`; CT_NOT_FOUND: there are no more; CT_CORRUPT: a checksum was wrong, or a device went away;
/// or the errors of ct_onewire_reset(). After an error begin a new search.
ct_inline CT_MUST_USE enum ct_error ct_onewire_next(struct ct_onewire wire,
                                                    struct ct_onewire_search *search) {
    if (search->is_over_) return CT_NOT_FOUND;
    const enum ct_error e = ct_onewire_reset(wire);
    int answer = e ? e : ct_onewire_byte(wire, 0xF0); // SEARCH ROM
    uint8_t fork = 0;
    for (uint8_t place = 1; answer >= 0 && place <= 64; place++) {
        uint8_t *const byte = &search->rom[(place - 1) / 8];
        const uint8_t mask = (uint8_t)(1u << (place - 1) % 8);
        const int zero = ct_onewire_bit(wire, true); // low when a device has a 0 here
        const int one = zero < 0 ? zero : ct_onewire_bit(wire, true); // low when one has a 1
        if (one < 0) return (enum ct_error)one;
        if (zero && one) return CT_CORRUPT;
        bool take = zero;
        if (!zero && !one) // both: as before, then the other way at the last fork, then 0
            take = place < search->fork_ ? (*byte & mask) != 0 : place == search->fork_;
        if (!zero && !one && !take) fork = place;
        *byte = (uint8_t)(take ? *byte | mask : *byte & ~mask);
        answer = ct_onewire_bit(wire, take);
    }
    if (answer < 0) return (enum ct_error)answer;
    search->fork_ = fork;
    search->is_over_ = fork == 0;
    return ct_crc8_maxim(0, search->rom, 8) ? CT_CORRUPT : CT_OK;
}

// NAME_wire_, a wire whose slots are functions of its own; for the macros of drivers.
#define CT_ONEWIRE_DEFINE_(name, ...)                                                              \
    CT_DRIVER_FUNCTION(enum ct_error, name##_reset_, (void),                                       \
                       ct_onewire_reset_here_((struct ct_onewire){__VA_ARGS__}))                   \
    CT_DRIVER_FUNCTION(int, name##_bit_, (bool bit),                                               \
                       ct_onewire_bit_here_((struct ct_onewire){__VA_ARGS__}, bit))                \
    static const __attribute__((unused)) struct ct_onewire_parts_ name##_parts_ = {NULL, name##_bit_, NULL}; \
    CT_DRIVER_FUNCTION(int, name##_byte_, (uint8_t byte),                                          \
                       ct_onewire_byte_here_((struct ct_onewire){.parts_ = &name##_parts_}, byte)) \
    static const __attribute__((unused)) struct ct_onewire_parts_ name##_all_parts_ = {            \
        name##_reset_, name##_bit_, name##_byte_}
#define CT_ONEWIRE_(name, ...) ((struct ct_onewire){__VA_ARGS__, .parts_ = &name##_all_parts_})

#endif
