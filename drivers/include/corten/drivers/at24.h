// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// AT24Cxx: EEPROMs of 128 bytes to 256 KiB on I2C, from any maker.
///
///     CT_AT24_DEFINE(rom, .bus = BUS, .delay = DELAY, .size = 32768, .page = 64);   // an AT24C256
///     CT_MUST(rom_write(0x7FF0, "hello, world", 12));    // any place, across pages
///     char text[12];
///     CT_MUST(rom_read(0x7FF0, text, 12));
///     const struct ct_storage storage = rom_storage();   // the same for code that takes any storage
///
/// A write returns when the memory keeps the bytes: it asks until it is acknowledged again, each
/// 100 us, for two times the 5 ms that a page takes at most. Contexts: the bus's.
///
/// Facts: Microchip (Atmel), data sheets of AT24C01 to AT24CM02: device addressing (block bits in the
/// device address), page write (the address wraps within a page), acknowledge polling, t_WR.
#ifndef CORTEN_DRIVERS_AT24_H
#define CORTEN_DRIVERS_AT24_H

#include <corten/drivers/define.h>
#include <corten/drivers/places.h>
#include <corten/hal/delay.h>
#include <corten/hal/i2c.h>
#include <corten/hal/storage.h>

/// Wiring and kind. 0 for a number is its default.
struct ct_at24 {
    struct ct_i2c bus;
    struct ct_delay delay;
    uint32_t size;             ///< in bytes, a power of two
    uint16_t page;             ///< in bytes, a power of two: what is written at a time
    uint8_t address;           ///< on the bus; 0x50
    bool has_two_address_bytes; ///< also where it is small; those above 2 KiB have them anyway
};

// How many bits of a place are sent as bytes; those above are part of the device's address.
ct_inline unsigned ct_at24_bits_(struct ct_at24 rom) {
    return rom.size > 2048 || rom.has_two_address_bytes ? 16 : 8;
}

ct_inline struct ct_i2c_address ct_at24_device_(struct ct_at24 rom, uint32_t place) {
    return CT_I2C_7((rom.address ? rom.address : 0x50) | place >> ct_at24_bits_(rom));
}

// The place as bytes, the upper one first; how many there are.
ct_inline size_t ct_at24_place_(struct ct_at24 rom, uint32_t place, uint8_t bytes[2]) {
    const bool two = ct_at24_bits_(rom) == 16;
    bytes[0] = (uint8_t)(two ? place >> 8 : place);
    bytes[1] = (uint8_t)place;
    return two ? 2 : 1;
}

ct_inline bool ct_at24_is_outside_(struct ct_at24 rom, uint32_t place, uint32_t length) {
    return length > rom.size || place > rom.size - length;
}

/// Reads. CT_OK; CT_OUT_OF_RANGE; or the bus's error, CT_NO_ACKNOWLEDGE_ADDRESS when it is not there.
ct_inline CT_MUST_USE enum ct_error ct_at24_read(struct ct_at24 rom, uint32_t place, void *data,
                                                 uint32_t length) {
    if (ct_at24_is_outside_(rom, place, length)) return CT_OUT_OF_RANGE;
    uint8_t *to = data;
    while (length) { // once, unless it crosses to another address on the bus
        const uint32_t part = ct_page_part(place, length, 1u << ct_at24_bits_(rom));
        uint8_t bytes[2];
        const size_t count = ct_at24_place_(rom, place, bytes);
        const enum ct_error e =
            ct_i2c_write_read(rom.bus, ct_at24_device_(rom, place), bytes, count, to, part);
        if (e) return e;
        place += part;
        to += part;
        length -= part;
    }
    return CT_OK;
}

// Waits until the page is kept: until the device acknowledges its address again.
ct_inline enum ct_error ct_at24_wait_(struct ct_at24 rom, struct ct_i2c_address device) {
    for (unsigned left = 100;; left--) {
        const enum ct_error e = ct_i2c_write(rom.bus, device, NULL, 0);
        if (!ct_i2c_is_no_acknowledge(e)) return e;
        if (left == 0) return CT_TIMEOUT;
        ct_delay_us(rom.delay, 100);
    }
}

/// Writes, page by page. CT_OK: everything is kept; CT_OUT_OF_RANGE; CT_INVALID: a page of 0;
/// CT_TIMEOUT: it has not acknowledged for 10 ms; CT_NO_ACKNOWLEDGE_DATA: it is protected; or the
/// bus's error. After an error the pages before the failing one are written.
ct_inline CT_MUST_USE enum ct_error ct_at24_write(struct ct_at24 rom, uint32_t place,
                                                  const void *data, uint32_t length) {
    if (ct_at24_is_outside_(rom, place, length)) return CT_OUT_OF_RANGE;
    if (rom.page == 0) return CT_INVALID;
    const uint8_t *from = data;
    while (length) {
        const uint32_t part = ct_page_part(place, length, rom.page);
        const struct ct_i2c_address device = ct_at24_device_(rom, place);
        uint8_t bytes[2];
        const size_t count = ct_at24_place_(rom, place, bytes);
        enum ct_error e = ct_i2c_write_write(rom.bus, device, bytes, count, from, part);
        if (!e) e = ct_at24_wait_(rom, device);
        if (e) return e;
        place += part;
        from += part;
        length -= part;
    }
    return CT_OK;
}

/// At file scope: NAME_read(place, data, length) and NAME_write(place, data, length), not inlined:
/// the functions above for this wiring; and NAME_storage(), the same as a struct ct_storage.
#define CT_AT24_DEFINE(name, ...)                                                                  \
    CT_DRIVER_FUNCTION(enum ct_error, name##_read,                                                 \
                       (uint32_t place, void *data, uint32_t length),                              \
                       ct_at24_read((struct ct_at24){__VA_ARGS__}, place, data, length))           \
    CT_DRIVER_FUNCTION(enum ct_error, name##_write,                                                \
                       (uint32_t place, const void *data, uint32_t length),                        \
                       ct_at24_write((struct ct_at24){__VA_ARGS__}, place, data, length))          \
    CT_DRIVER_STORAGE_(name, name##_read, name##_write);                                           \
    ct_inline struct ct_storage name##_storage(void) {                                             \
        return (struct ct_storage){&name##_storage_ops_, NULL, ((struct ct_at24){__VA_ARGS__}).size, \
                                   1, 1, 1};                                                       \
    }

#endif
