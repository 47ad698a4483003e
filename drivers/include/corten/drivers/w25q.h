// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Winbond W25Q: NOR flash of 512 KiB to 128 MiB on SPI.
///
///     CT_W25Q_DEFINE(flash, .spi = FLASH_SPI, .delay = DELAY);
///     CT_MUST(flash_start());                            // CT_NOT_FOUND: another chip, or none
///     CT_MUST(flash_erase(0, 4096));
///     CT_MUST(flash_write(256, "hello", 5));             // any place that is erased, across pages
///     const struct ct_storage storage = flash_storage(); // the same for code that takes any storage
///
/// Writes and erasures wait until the chip has done them: 3 ms a page, 400 ms a sector of 4 KiB, 2 s a
/// block of 64 KiB at most; after one and a half times as long it is CT_TIMEOUT. Thread context.
///
/// Facts: Winbond, W25Q128JV data sheet, revision H: section 7.1 (status registers), 8.2 (commands),
/// 9.6 (times); for more than 16 MiB W25Q256JV, 8.2 (commands with four address bytes).
#ifndef CORTEN_DRIVERS_W25Q_H
#define CORTEN_DRIVERS_W25Q_H

#include <corten/drivers/define.h>
#include <corten/drivers/places.h>
#include <corten/hal/delay.h>
#include <corten/hal/spi.h>
#include <corten/hal/storage.h>

enum { CT_W25Q_PAGE = 256, CT_W25Q_SECTOR = 4096, CT_W25Q_BLOCK = 65536 };

struct ct_w25q_state {
    uint32_t size; ///< in bytes; 0 before the start
};

/// Wiring. SPI: mode 0 or 3, at most 50 MHz.
struct ct_w25q {
    struct ct_spi_device spi;
    struct ct_delay delay;
    bool verifies;               ///< what was written or erased is read back: CT_CORRUPT where it differs
    struct ct_w25q_state *state; ///< all zero at the start
    // the one copy of ct_w25q_change_here_()
    enum ct_error (*change_)(const uint8_t *command, size_t count, const uint8_t *data,
                             size_t length, uint32_t step);
};

/// Wakes the chip up and finds out its size. CT_OK; CT_NOT_FOUND: nobody answers, or it is no
/// Winbond flash of such a size; or the bus's error.
ct_inline CT_MUST_USE enum ct_error ct_w25q_start(struct ct_w25q flash) {
    flash.state->size = 0;
    uint8_t id[3];
    enum ct_error e = ct_spi_write(flash.spi, &(const uint8_t){0xAB}, 1); // out of power-down
    if (e) return e;
    ct_delay_us(flash.delay, 3); // t_RES1
    if ((e = ct_spi_write_read(flash.spi, &(const uint8_t){0x9F}, 1, id, sizeof id))) return e;
    if (id[0] != 0xEF || id[2] < 19 || id[2] > 27) return CT_NOT_FOUND; // Winbond; log2 of the size
    flash.state->size = 1u << id[2];
    return CT_OK;
}

// A command with its address, of four bytes where three are not enough: how many bytes it has.
ct_inline size_t ct_w25q_command_(struct ct_w25q flash, uint8_t with_3, uint8_t with_4,
                                  uint32_t address, uint8_t command[5]) {
    const bool is_long = flash.state->size > 1u << 24;
    uint8_t *at = command;
    *at++ = is_long ? with_4 : with_3;
    if (is_long) *at++ = (uint8_t)(address >> 24);
    *at++ = (uint8_t)(address >> 16);
    *at++ = (uint8_t)(address >> 8);
    *at++ = (uint8_t)address;
    return (size_t)(at - command);
}

ct_inline enum ct_error ct_w25q_check_(struct ct_w25q flash, uint32_t unit, uint32_t address,
                                       uint32_t length) {
    const uint32_t size = flash.state->size;
    if (size == 0) return CT_NOT_FOUND;
    if (length > size || address > size - length) return CT_OUT_OF_RANGE;
    return ((address | length) & (unit - 1)) ? CT_NOT_ALIGNED : CT_OK;
}

/// Reads. CT_OK, CT_OUT_OF_RANGE, CT_NOT_FOUND: it was not started; or the bus's error.
ct_inline CT_MUST_USE enum ct_error ct_w25q_read(struct ct_w25q flash, uint32_t address, void *data,
                                                 uint32_t length) {
    const enum ct_error e = ct_w25q_check_(flash, 1, address, length);
    if (e || length == 0) return e;
    uint8_t command[5];
    const size_t count = ct_w25q_command_(flash, 0x03, 0x13, address, command);
    return ct_spi_write_read(flash.spi, command, count, data, length);
}

// Status register 1, or an error.
ct_inline int ct_w25q_status_(struct ct_w25q flash) {
    uint8_t status;
    const enum ct_error e = ct_spi_write_read(flash.spi, &(const uint8_t){0x05}, 1, &status, 1);
    return e ? e : status;
}

// Allows one write; sends its command and data; waits for its end, looking each `step` microseconds
// at most 100 times. CT_PROTECTED: the chip did not allow it, or some of its blocks are protected (the
// driver does not work out which).
ct_inline enum ct_error ct_w25q_change_here_(struct ct_w25q flash, const uint8_t *command,
                                             size_t count, const uint8_t *data, size_t length,
                                             uint32_t step) {
    enum ct_error e = ct_spi_write(flash.spi, &(const uint8_t){0x06}, 1);
    if (e) return e;
    int status = ct_w25q_status_(flash);
    if (status < 0) return (enum ct_error)status;
    if (status == 0xFF) return CT_NOT_FOUND; // nobody drives the line
    if (!(status & 2) || status & 0x1C) return CT_PROTECTED;
    const struct ct_spi_operation operations[] = {CT_SPI_WRITE(command, count),
                                                  CT_SPI_WRITE(data, length)};
    if ((e = ct_spi_transaction(flash.spi, operations, length ? 2 : 1))) return e;
    for (unsigned left = 100;; left--) {
        status = ct_w25q_status_(flash);
        if (status < 0) return (enum ct_error)status;
        if (!(status & 1)) return CT_OK;
        if (left == 0) return CT_TIMEOUT;
        ct_delay_us(flash.delay, step);
    }
}

ct_inline enum ct_error ct_w25q_change_(struct ct_w25q flash, const uint8_t *command, size_t count,
                                        const uint8_t *data, size_t length, uint32_t step) {
    return flash.change_ ? flash.change_(command, count, data, length, step)
                         : ct_w25q_change_here_(flash, command, count, data, length, step);
}

// Whether these bytes are there now; `data` NULL: whether the place is erased.
ct_inline enum ct_error ct_w25q_verify_(struct ct_w25q flash, uint32_t address, const uint8_t *data,
                                        uint32_t length) {
    uint8_t back[16] = {0};
    for (uint32_t at = 0; at < length; at += sizeof back) {
        const uint32_t part = length - at < sizeof back ? length - at : sizeof back;
        const enum ct_error e = ct_w25q_read(flash, address + at, back, part);
        if (e) return e;
        for (uint32_t i = 0; i < part; i++)
            if (back[i] != (data ? data[at + i] : 0xFF)) return CT_CORRUPT;
    }
    return CT_OK;
}

/// Writes, page by page; the place must be erased. CT_OK: everything is kept; CT_OUT_OF_RANGE;
/// CT_PROTECTED: blocks of the chip are protected; CT_CORRUPT: it does not hold what was written (told
/// with `verifies` only); CT_TIMEOUT; CT_NOT_FOUND: not started, or gone; or the bus's error. After an error the pages before the failing one are written.
ct_inline CT_MUST_USE enum ct_error ct_w25q_write(struct ct_w25q flash, uint32_t address,
                                                  const void *data, uint32_t length) {
    enum ct_error e = ct_w25q_check_(flash, 1, address, length);
    const uint8_t *from = data;
    while (length && !e) {
        const uint32_t part = ct_page_part(address, length, CT_W25Q_PAGE);
        uint8_t command[5];
        const size_t count = ct_w25q_command_(flash, 0x02, 0x12, address, command);
        e = ct_w25q_change_(flash, command, count, from, part, 45);
        if (!e && flash.verifies) e = ct_w25q_verify_(flash, address, from, part);
        address += part;
        from += part;
        length -= part;
    }
    return e;
}

/// Erases whole sectors of 4 KiB, blocks of 64 KiB at a time where it can. Errors as
/// ct_w25q_write(), and CT_NOT_ALIGNED.
ct_inline CT_MUST_USE enum ct_error ct_w25q_erase(struct ct_w25q flash, uint32_t address,
                                                  uint32_t length) {
    enum ct_error e = ct_w25q_check_(flash, CT_W25Q_SECTOR, address, length);
    while (length && !e) {
        const bool block = address % CT_W25Q_BLOCK == 0 && length >= CT_W25Q_BLOCK;
        uint8_t command[5];
        const size_t count = ct_w25q_command_(flash, block ? 0xD8 : 0x20, block ? 0xDC : 0x21,
                                              address, command);
        e = ct_w25q_change_(flash, command, count, NULL, 0, block ? 30000 : 6000);
        const uint32_t done = block ? CT_W25Q_BLOCK : CT_W25Q_SECTOR;
        if (!e && flash.verifies) e = ct_w25q_verify_(flash, address, NULL, done);
        address += done;
        length -= done;
    }
    return e;
}

/// At file scope: a flash with its state; for it NAME_start(), NAME_read(address, data, length),
/// NAME_write(address, data, length) and NAME_erase(address, length), not inlined; NAME_size(); and
/// NAME_storage(), the same as a struct ct_storage, once it has started.
#define CT_W25Q_DEFINE(name, ...)                                                                  \
    static struct ct_w25q_state name##_state_;                                                     \
    CT_DRIVER_FUNCTION(enum ct_error, name##_change_,                                              \
                       (const uint8_t *command, size_t count, const uint8_t *data, size_t length,  \
                        uint32_t step),                                                            \
                       ct_w25q_change_here_((struct ct_w25q){__VA_ARGS__}, command, count, data,   \
                                            length, step))                                         \
    CT_DRIVER_FUNCTION(enum ct_error, name##_start, (void),                                        \
                       ct_w25q_start(CT_W25Q_(name, __VA_ARGS__)))                                 \
    CT_DRIVER_FUNCTION(enum ct_error, name##_read,                                                 \
                       (uint32_t address, void *data, uint32_t length),                            \
                       ct_w25q_read(CT_W25Q_(name, __VA_ARGS__), address, data, length))           \
    CT_DRIVER_FUNCTION(enum ct_error, name##_write,                                                \
                       (uint32_t address, const void *data, uint32_t length),                      \
                       ct_w25q_write(CT_W25Q_(name, __VA_ARGS__), address, data, length))          \
    CT_DRIVER_FUNCTION(enum ct_error, name##_erase, (uint32_t address, uint32_t length),           \
                       ct_w25q_erase(CT_W25Q_(name, __VA_ARGS__), address, length))                \
    ct_inline uint32_t name##_size(void) { return name##_state_.size; }                            \
    CT_DRIVER_STORAGE_(name, name##_read, name##_write, name##_erase);                             \
    ct_inline struct ct_storage name##_storage(void) {                                             \
        return (struct ct_storage){&name##_storage_ops_, NULL, name##_state_.size, 1, 1,           \
                                   CT_W25Q_SECTOR};                                                \
    }
#define CT_W25Q_(name, ...)                                                                        \
    ((struct ct_w25q){__VA_ARGS__, .state = &name##_state_, .change_ = name##_change_})

#endif
