// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Flash memory of the STM32F4: erasing and programming, and part of it as storage of hal/.
///
///     CT_FLASH_STORAGE(settings, 1, 2);                        // sectors 1 and 2, of 16 KiB each
///
///     CT_MUST(ct_storage_erase(settings, 0, 16384));
///     CT_MUST(ct_storage_write(settings, 100, "hello", 5));
///     const enum ct_error e = ct_flash_erase(4);               // or by sector: CT_OK, CT_PROTECTED, …
///
/// The firmware must not lie in those sectors: its region file says where it lies.
///
/// Reading while writing: there is one bank. While a sector is being erased (16 KiB 0.25 s, 64 KiB
/// 0.55 s, 128 KiB 1 s, each at most twice that) or a word programmed (16 µs, at most 100 µs), whatever
/// reads the flash waits: code that lies there, vectors, constants. So the core stands still, and
/// interrupts are late by as much; what must go on meanwhile has to lie in RAM (CT_RAM_FUNCTION) with its
/// vectors, or be DMA. Supply of 2.7 to 3.6 V: words of 32 bits. Thread mode, one at a time.
/// RM0090 3, RM0368 3; times: DS8626 table 39, DS9716 table 38.
#ifndef CORTEN_FLASH_H
#define CORTEN_FLASH_H

#include <corten/claim.h>
#include <corten/hal/storage.h>
#include <corten/registers.h>
#include <corten/stm32.h>

/// Where the flash begins.
#define CT_FLASH_AT 0x08000000u

/// Looks at BSY until an operation is given up: 2 s and more at 168 MHz from RAM; from flash the core
/// waits by itself.
#ifndef CT_FLASH_TRIES
#    define CT_FLASH_TRIES 40000000u
#endif

/// Bytes and start of a sector. RM0090 table 5, RM0368 table 5.
#define CT_FLASH_SECTOR_BYTES(n) ((n) < 4 ? 16384u : (n) == 4 ? 65536u : 131072u)
#define CT_FLASH_SECTOR_AT(n)                                                                      \
    (CT_FLASH_AT + ((n) <= 4 ? (uint32_t)(n)*16384u : ((uint32_t)(n)-4u) * 131072u))

/// At file scope: sectors as storage. They must have the same size: 0 to 3, or from 5 on.
/// NAME is a struct ct_storage. Refused: sectors that the chip has not, or of several sizes.
#define CT_FLASH_STORAGE(name, first, count)                                                       \
    CT_CLAIM_(flash_from_sector_##first);                                                          \
    _Static_assert((count) >= 1 && (first) + (count) <= CT_STM32_FLASH_SECTORS,                    \
                   "this chip has fewer sectors of flash");                                        \
    _Static_assert(CT_FLASH_SECTOR_BYTES(first) == CT_FLASH_SECTOR_BYTES((first) + (count)-1),     \
                   "the sectors of a storage must have the same size");                            \
    static const __attribute__((unused)) uint32_t name##_at_ = CT_FLASH_SECTOR_AT(first);          \
    static const __attribute__((unused)) struct ct_storage name = {                                \
        &ct_flash_storage_ops, (void *)(uintptr_t)&name##_at_,                                     \
        CT_FLASH_SECTOR_BYTES(first) * (count), 1, 1, CT_FLASH_SECTOR_BYTES(first)}

#if CT_REG_MODEL
#    define CT_FLASH_READ_(address, bytes)         ct_reg_read((address), (bytes))
#    define CT_FLASH_WRITE_(address, bytes, value) ct_reg_write((address), (bytes), (value))
#else
#    define CT_FLASH_READ_(address, bytes)                                                         \
        ((bytes) == 4 ? *(const volatile uint32_t *)(uintptr_t)(address)                           \
                      : *(const volatile uint8_t *)(uintptr_t)(address))
#    define CT_FLASH_WRITE_(address, bytes, value)                                                 \
        ((bytes) == 4 ? (void)(*(volatile uint32_t *)(uintptr_t)(address) = (value))               \
                      : (void)(*(volatile uint8_t *)(uintptr_t)(address) = (uint8_t)(value)))
#endif

static inline __attribute__((unused)) enum ct_error ct_flash_wait_(void) {
    for (uint32_t tries = CT_FLASH_TRIES; reg_get(FLASH->SR, FLASH_SR_BSY);)
        if (!--tries) return CT_TIMEOUT;
    return CT_OK;
}
/// What went wrong in the operation that has ended; forgets it.
static inline __attribute__((unused)) enum ct_error ct_flash_result_(void) {
    reg_snapshot(status, FLASH->SR);
    reg_write_raw(FLASH->SR, reg_mask(FLASH_SR_EOP) | reg_mask(FLASH_SR_SOP) | reg_mask(FLASH_SR_WRPERR) |
                                 reg_mask(FLASH_SR_PGAERR) | reg_mask(FLASH_SR_PGPERR) | reg_mask(FLASH_SR_PGSERR));
    if (reg_get(status, FLASH_SR_WRPERR)) return CT_PROTECTED;
    return reg_any(status, FLASH_SR_PGAERR, FLASH_SR_PGPERR, FLASH_SR_PGSERR, FLASH_SR_SOP) ? CT_INVALID : CT_OK;
}
static inline __attribute__((unused)) enum ct_error ct_flash_begin_(void) {
    const enum ct_error e = ct_flash_wait_();
    if (e) return e;
    (void)ct_flash_result_();
    if (reg_get(FLASH->CR, FLASH_CR_LOCK)) { // 3.6.1
        reg_write_raw(FLASH->KEYR, 0x45670123u);
        reg_write_raw(FLASH->KEYR, 0xCDEF89ABu);
    }
    return reg_get(FLASH->CR, FLASH_CR_LOCK) ? CT_PROTECTED : CT_OK;
}
ct_inline void ct_flash_end_(void) { reg_write(FLASH->CR, FLASH_CR_LOCK(1)); }

/// Erases a sector: 0xFF everywhere. CT_OK; CT_OUT_OF_RANGE; CT_PROTECTED: by the option bytes, or the
/// flash was locked until the next reset; CT_TIMEOUT.
static inline __attribute__((unused)) CT_MUST_USE enum ct_error ct_flash_erase(unsigned sector) {
    if (sector >= CT_STM32_FLASH_SECTORS) return CT_OUT_OF_RANGE;
    enum ct_error e = ct_flash_begin_();
    if (e) return e;
    reg_write(FLASH->CR, FLASH_CR_SER(1), FLASH_CR_SNB(sector), FLASH_CR_PSIZE(2));
    reg_set(FLASH->CR, FLASH_CR_STRT);
    e = ct_flash_wait_();
    const enum ct_error result = ct_flash_result_();
    ct_flash_end_();
    const uint32_t acr = reg_raw(FLASH->ACR); // what the caches hold of it is gone: 3.5.2
    reg_write_raw(FLASH->ACR, acr & ~(uint32_t)(reg_mask(FLASH_ACR_DCEN) | reg_mask(FLASH_ACR_ICEN)));
    reg_set(FLASH->ACR, FLASH_ACR_DCRST, FLASH_ACR_ICRST);
    reg_clear(FLASH->ACR, FLASH_ACR_DCRST, FLASH_ACR_ICRST);
    reg_write_raw(FLASH->ACR, acr);
    return e ? e : result;
}

/// Programs bytes at an address of the chip, which should be erased: a bit that is 0 stays 0.
/// CT_OK; CT_OUT_OF_RANGE; CT_PROTECTED; CT_CORRUPT: it does not hold what was written; CT_TIMEOUT. What is before
/// the place where it failed is written.
static inline __attribute__((unused)) CT_MUST_USE enum ct_error ct_flash_program(uint32_t address, const void *data,
                                                                                 uint32_t length) {
    const uint8_t *byte = data;
    if (address < CT_FLASH_AT || address - CT_FLASH_AT > CT_FLASH_SECTOR_AT(CT_STM32_FLASH_SECTORS) - CT_FLASH_AT ||
        length > CT_FLASH_SECTOR_AT(CT_STM32_FLASH_SECTORS) - address)
        return CT_OUT_OF_RANGE;
    enum ct_error e = ct_flash_begin_();
    while (!e && length) {
        const unsigned bytes = address % 4u == 0 && length >= 4 ? 4 : 1;
        uint32_t value = byte[0];
        if (bytes == 4) value |= (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
        reg_write(FLASH->CR, FLASH_CR_PG(1), FLASH_CR_PSIZE(bytes == 4 ? 2u : 0u));
        CT_FLASH_WRITE_(address, bytes, value);
        e = ct_flash_wait_();
        const enum ct_error result = ct_flash_result_();
        if (!e) e = result;
        if (!e && CT_FLASH_READ_(address, bytes) != value) e = CT_CORRUPT;
        address += bytes;
        byte += bytes;
        length -= bytes;
    }
    ct_flash_end_();
    return e;
}

/* ---- as hal/ sees it; the object is the address of the first sector's */

static inline __attribute__((unused)) enum ct_error ct_flash_hal_read_(void *object, uint32_t address, uint8_t *data,
                                                                       uint32_t length) {
    const uint32_t at = *(const uint32_t *)object + address;
    for (uint32_t i = 0; i < length; i++) data[i] = (uint8_t)CT_FLASH_READ_(at + i, 1);
    return CT_OK;
}
static inline __attribute__((unused)) enum ct_error ct_flash_hal_write_(void *object, uint32_t address,
                                                                        const uint8_t *data, uint32_t length) {
    return ct_flash_program(*(const uint32_t *)object + address, data, length);
}
static inline __attribute__((unused)) enum ct_error ct_flash_hal_erase_(void *object, uint32_t address, uint32_t length) {
    const uint32_t first = *(const uint32_t *)object + address;
    for (unsigned sector = 0; sector < CT_STM32_FLASH_SECTORS; sector++)
        if (CT_FLASH_SECTOR_AT(sector) >= first && CT_FLASH_SECTOR_AT(sector) - first < length) {
            const enum ct_error e = ct_flash_erase(sector);
            if (e) return e;
        }
    return CT_OK;
}
static const __attribute__((unused)) struct ct_storage_ops ct_flash_storage_ops = {
    ct_flash_hal_read_, ct_flash_hal_write_, ct_flash_hal_erase_};

#endif
