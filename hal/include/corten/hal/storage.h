// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Storage that keeps its content: NOR flash, EEPROM, memory cards.
///
///     CT_MUST(ct_storage_erase(flash, 0, flash.erase_unit));
///     CT_MUST(ct_storage_write(flash, 256, text, 16));
///     CT_MUST(ct_storage_read(flash, 256, back, 16));
///
/// Addresses count bytes from 0 within the storage. Erased bytes are 0xFF; in flash a write can
/// only clear bits, so a place is erased before it is written again. Every wait is bounded:
/// CT_TIMEOUT. Contexts: the implementation's; one at a time.
#ifndef CORTEN_HAL_STORAGE_H
#define CORTEN_HAL_STORAGE_H

#include <corten/error.h>
#include <corten/hal/instance.h>

struct ct_storage_ops {
    enum ct_error (*read)(void *object, uint32_t address, uint8_t *data, uint32_t length);
    enum ct_error (*write)(void *object, uint32_t address, const uint8_t *data, uint32_t length);
    enum ct_error (*erase)(void *object, uint32_t address, uint32_t length); ///< NULL: not needed
};

/// Units are powers of two; addresses and lengths must be multiples of them.
struct ct_storage {
    const struct ct_storage_ops *ops;
    void *object;
    uint32_t size;        ///< in bytes
    uint32_t read_unit;   ///< 1 for most
    uint32_t write_unit;  ///< 1, a word, a page, or a card's block of 512
    uint32_t erase_unit;  ///< a sector; the write unit where erasing is not needed
};

// What is wrong with a range, if anything.
ct_inline enum ct_error ct_storage_check_(struct ct_storage storage, uint32_t unit,
                                          uint32_t address, uint32_t length) {
    if (length > storage.size || address > storage.size - length) return CT_OUT_OF_RANGE;
    return ((address | length) & (unit - 1u)) ? CT_NOT_ALIGNED : CT_OK;
}

/// Reads. CT_OK, CT_OUT_OF_RANGE, CT_NOT_ALIGNED, CT_CORRUPT, CT_TIMEOUT, CT_NO_MEDIUM, or the
/// error of the bus.
ct_inline CT_MUST_USE enum ct_error ct_storage_read(struct ct_storage storage, uint32_t address,
                                                    void *data, uint32_t length) {
    const enum ct_error e = ct_storage_check_(storage, storage.read_unit, address, length);
    return e ? e : storage.ops->read(storage.object, address, data, length);
}

/// Writes, across pages and sectors. Where erasing is needed, the place must be erased: a bit that
/// is 0 stays 0. When it fails in the middle, what is before the failing page is written. CT_OK,
/// CT_OUT_OF_RANGE, CT_NOT_ALIGNED, CT_PROTECTED, CT_CORRUPT (it does not hold what was written),
/// CT_TIMEOUT, CT_NO_MEDIUM, or the error of the bus.
ct_inline CT_MUST_USE enum ct_error ct_storage_write(struct ct_storage storage, uint32_t address,
                                                     const void *data, uint32_t length) {
    const enum ct_error e = ct_storage_check_(storage, storage.write_unit, address, length);
    return e ? e : storage.ops->write(storage.object, address, data, length);
}

/// Erases whole sectors: 0xFF everywhere. Errors as ct_storage_write(). Where erasing is not needed
/// it does nothing.
ct_inline CT_MUST_USE enum ct_error ct_storage_erase(struct ct_storage storage, uint32_t address,
                                                     uint32_t length) {
    const enum ct_error e = ct_storage_check_(storage, storage.erase_unit, address, length);
    return e || !storage.ops->erase ? e : storage.ops->erase(storage.object, address, length);
}

#endif
