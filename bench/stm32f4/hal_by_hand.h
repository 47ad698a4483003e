// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What hal.c does, on plain registers: as one would write it with a vendor's header.
#ifndef HAL_BY_HAND_H
#define HAL_BY_HAND_H

#include <corten/assert.h>
#include <corten/hal/clock.h>
#include <corten/hal/rtc.h>
#include <corten/port.h>

#define R(address) (*(volatile uint32_t *)(address))
#define RCC_(offset)   R(0x40023800u + (offset))
#define GPIOC_(offset) R(0x40020800u + (offset))
#define GPIOE_(offset) R(0x40021000u + (offset))
#define EXTI_(offset)  R(0x40013C00u + (offset))
#define USART6_(offset) R(0x40011400u + (offset))
#define DMA2_(offset)  R(0x40026400u + (offset))
#define FLASH_(offset) R(0x40023C00u + (offset))
#define IWDG_(offset)  R(0x40003000u + (offset))
#define CRC_(offset)   R(0x40023000u + (offset))
#define RTC_(offset)   R(0x40002800u + (offset))
enum { MODER = 0, OTYPER = 4, OSPEEDR = 8, PUPDR = 0xC, IDR = 0x10, BSRR = 0x18,
       CR = 0, PLLCFGR = 4, CFGR = 8, AHB1ENR = 0x30, APB2ENR = 0x44 };

void pins_by_hand(void);
void pins_by_hand(void) {
    RCC_(AHB1ENR) |= 1u << 2;
    (void)RCC_(AHB1ENR);
    GPIOC_(BSRR) = 1u << 24;
    GPIOC_(OTYPER) &= ~(1u << 8);
    GPIOC_(OSPEEDR) &= ~(3u << 16);
    GPIOC_(MODER) = (GPIOC_(MODER) & ~(3u << 16)) | 1u << 16;
    GPIOC_(PUPDR) = (GPIOC_(PUPDR) & ~(3u << 18)) | 1u << 18;
    GPIOC_(MODER) &= ~(3u << 18);
}
void level_by_hand(void);
void level_by_hand(void) { GPIOC_(BSRR) = GPIOC_(IDR) & 1u << 9 ? 1u << 8 : 1u << 24; }
void bus_by_hand(uint16_t value);
void bus_by_hand(uint16_t value) { GPIOE_(BSRR) = (value & 15u) | (~(uint32_t)value & 15u) << 16; }
void edge_by_hand(void);
void edge_by_hand(void) {
    RCC_(APB2ENR) |= 1u << 14;
    (void)RCC_(APB2ENR);
    R(0x40013810u) = (R(0x40013810u) & ~0xF0u) | 0x20u;
    EXTI_(8) &= ~(1u << 9);
    EXTI_(0xC) |= 1u << 9;
    EXTI_(0x14) = 1u << 9;
    EXTI_(0) |= 1u << 9;
}

struct ct_clock_result clocks_by_hand(void);
struct ct_clock_result clocks_by_hand(void) {
    struct ct_clock_result result = {CT_OK, NULL, 16000000};
    uint32_t pll = (RCC_(PLLCFGR) & ~0x0F437FFFu) | 336u << 6 | 7u << 24 | 8u | 1u << 22, tries = 320000;
    RCC_(CR) |= 1u << 16;
    while (!(RCC_(CR) & 1u << 17) && --tries) {}
    if (!tries) {
        result.error = CT_TIMEOUT;
        result.flag = "HSERDY";
        RCC_(CR) &= ~(1u << 16);
        pll = (pll & ~(1u << 22 | 63u)) | 16u;
    }
    RCC_(PLLCFGR) = pll;
    RCC_(CR) |= 1u << 24;
    for (tries = 320000; !(RCC_(CR) & 1u << 25) && --tries;) {}
    if (!tries) {
        RCC_(CR) &= ~(1u << 24);
        if (!result.flag) result.flag = "PLLRDY";
        result.error = CT_TIMEOUT;
        return result;
    }
    FLASH_(0) = 0x705;
    RCC_(CFGR) = (RCC_(CFGR) & ~0xFCF0u) | 5u << 10 | 4u << 13;
    RCC_(CFGR) = (RCC_(CFGR) & ~3u) | 2u;
    for (tries = 320000; (RCC_(CFGR) & 12u) != 8u && --tries;) {}
    if (!tries) {
        RCC_(CFGR) &= ~0xFCF3u;
        if (!result.flag) result.flag = "SWS";
        result.error = CT_TIMEOUT;
        return result;
    }
    result.core_hz = 168000000;
    return result;
}

void serial_by_hand(void);
void serial_by_hand(void) {
    RCC_(APB2ENR) |= 1u << 5;
    (void)RCC_(APB2ENR);
    USART6_(0xC) = 0;
    USART6_(8) = 729; // 84 MHz / 115200
    USART6_(0x10) = 0;
    USART6_(0x14) = 0;
    USART6_(0xC) = 1u << 13 | 1u << 12 | 1u << 10 | 1u << 3 | 1u << 2;
}
int character_by_hand(int16_t *kept);
int character_by_hand(int16_t *kept) {
    if (*kept >= 0) {
        const int character = *kept;
        *kept = -1;
        return character;
    }
    const uint32_t status = USART6_(0);
    if (!(status & 0x28)) return CT_WOULD_BLOCK;
    const int character = USART6_(4) & 0xFF;
    if (status & 7) return status & 2 ? CT_FRAMING : status & 4 ? CT_NOISE : CT_PARITY;
    if (!(status & 8)) return character;
    if (status & 0x20) *kept = (int16_t)character;
    return CT_OVERRUN;
}

static uint8_t by_hand_line[16];
static uint32_t by_hand_from[16], by_hand_to[16];
enum { S6 = 0x10 + 6 * 0x18, S0 = 0x10 };

/// With the same two checks: the stream is free, and so much fits. (The buffer's own check is that of
/// the stream: one stream, one buffer.)
void stream_by_hand(uint32_t count);
void stream_by_hand(uint32_t count) {
    if (count < 1 || count > sizeof by_hand_line) CT_PANIC("too much");
    if (DMA2_(S6) & 1u) CT_PANIC("it runs");
    DMA2_(0xC) = 0x3Du << 16;
    DMA2_(S6) = 5u << 25 | 1u << 10 | 1u << 6 | 1u << 4;
    DMA2_(S6 + 4) = count;
    DMA2_(S6 + 8) = 0x40011404u;
    DMA2_(S6 + 12) = (uint32_t)(uintptr_t)by_hand_line;
    CT_COMPILER_BARRIER();
    DMA2_(S6) = 5u << 25 | 1u << 10 | 1u << 6 | 1u << 4 | 1u;
}
unsigned events_by_hand(void);
unsigned events_by_hand(void) {
    const uint32_t flags = DMA2_(4) >> 16 & 0x3D;
    if (flags) DMA2_(0xC) = flags << 16;
    CT_COMPILER_BARRIER();
    return flags >> 1 & 0x1E;
}
uint32_t *copied_by_hand(void);
uint32_t *copied_by_hand(void) {
    if (DMA2_(S0) & 1u) CT_PANIC("it runs");
    DMA2_(8) = 0x3D;
    DMA2_(S0) = 2u << 11 | 2u << 13 | 1u << 10 | 1u << 9 | 2u << 6;
    DMA2_(S0 + 4) = 16;
    DMA2_(S0 + 8) = (uint32_t)(uintptr_t)by_hand_from;
    DMA2_(S0 + 12) = (uint32_t)(uintptr_t)by_hand_to;
    DMA2_(S0 + 20) = 0x27;
    CT_COMPILER_BARRIER();
    DMA2_(S0) = 2u << 11 | 2u << 13 | 1u << 10 | 1u << 9 | 2u << 6 | 1u;
    uint32_t flags;
    do {
        flags = DMA2_(0) & 0x3D;
        if (flags) DMA2_(8) = flags;
    } while (!(flags & 0x20));
    CT_COMPILER_BARRIER();
    return by_hand_to;
}

static inline enum ct_error by_hand_flash_wait(void) {
    for (uint32_t tries = 100000; FLASH_(0xC) & 1u << 16;)
        if (!--tries) return CT_TIMEOUT;
    return CT_OK;
}
static inline enum ct_error by_hand_flash_result(void) {
    const uint32_t status = FLASH_(0xC);
    FLASH_(0xC) = 0xF3;
    return status & 0x10 ? CT_PROTECTED : status & 0xE2 ? CT_INVALID : CT_OK;
}
static inline enum ct_error by_hand_flash_begin(void) {
    if (by_hand_flash_wait()) return CT_TIMEOUT;
    (void)by_hand_flash_result();
    if (FLASH_(0x10) & 1u << 31) {
        FLASH_(4) = 0x45670123u;
        FLASH_(4) = 0xCDEF89ABu;
    }
    return FLASH_(0x10) & 1u << 31 ? CT_PROTECTED : CT_OK;
}
enum ct_error erased_by_hand(unsigned sector);
enum ct_error erased_by_hand(unsigned sector) {
    if (sector >= 12) return CT_OUT_OF_RANGE;
    enum ct_error e = by_hand_flash_begin();
    if (e) return e;
    FLASH_(0x10) = 2u | (sector & 15) << 3 | 2u << 8;
    FLASH_(0x10) |= 1u << 16;
    e = by_hand_flash_wait();
    const enum ct_error result = by_hand_flash_result();
    FLASH_(0x10) = 1u << 31;
    const uint32_t acr = FLASH_(0);
    FLASH_(0) = acr & ~0x600u;
    FLASH_(0) |= 0x1800u;
    FLASH_(0) &= ~0x1800u;
    FLASH_(0) = acr;
    return e ? e : result;
}
enum ct_error written_by_hand(uint32_t address, const void *data, uint32_t length);
enum ct_error written_by_hand(uint32_t address, const void *data, uint32_t length) {
    const uint8_t *byte = data;
    if (address < 0x08000000u || address > 0x08100000u || length > 0x08100000u - address) return CT_OUT_OF_RANGE;
    enum ct_error e = by_hand_flash_begin();
    while (!e && length) {
        const bool word = address % 4u == 0 && length >= 4;
        uint32_t value = byte[0], bytes = 1, now;
        FLASH_(0x10) = 1u | (word ? 2u << 8 : 0u);
        if (word) {
            __builtin_memcpy(&value, byte, 4); // unaligned, which this core can
            bytes = 4;
            R(address) = value;
        } else {
            *(volatile uint8_t *)(uintptr_t)address = (uint8_t)value;
        }
        e = by_hand_flash_wait();
        const enum ct_error result = by_hand_flash_result();
        if (!e) e = result;
        now = word ? R(address) : *(volatile uint8_t *)(uintptr_t)address;
        if (!e && now != value) e = CT_CORRUPT;
        address += bytes;
        byte += bytes;
        length -= bytes;
    }
    FLASH_(0x10) = 1u << 31;
    return e;
}

enum ct_error dog_by_hand(uint32_t microseconds);
enum ct_error dog_by_hand(uint32_t microseconds) {
    if (microseconds == 0 || microseconds > 22304000u) return CT_OUT_OF_RANGE;
    const uint32_t cycles = (microseconds * 47u + 999u) / 1000u;
    uint32_t divider = 0, tries;
    while ((cycles + (4u << divider) - 1u) >> (2u + divider) > 4095u) divider++;
    IWDG_(0) = 0xCCCCu;
    IWDG_(0) = 0x5555u;
    for (tries = 1000000; IWDG_(12) & 3u;)
        if (!--tries) return CT_TIMEOUT;
    IWDG_(4) = divider;
    IWDG_(8) = (cycles + (4u << divider) - 1u) >> (2u + divider);
    for (tries = 1000000; IWDG_(12) & 3u;)
        if (!--tries) return CT_TIMEOUT;
    IWDG_(0) = 0xAAAAu;
    return CT_OK;
}
uint32_t summed_by_hand(const uint32_t *words, size_t count);
uint32_t summed_by_hand(const uint32_t *words, size_t count) {
    CRC_(8) = 1;
    while (count--) CRC_(0) = *words++;
    return CRC_(0);
}

static inline uint32_t by_hand_bcd(uint32_t n) { return n / 10 << 4 | n % 10; }
enum ct_error date_by_hand(const struct ct_date_time *now);
enum ct_error date_by_hand(const struct ct_date_time *now) {
    if (now->year < 2001 || now->year > 2099) return CT_OUT_OF_RANGE;
    const bool internal = (R(0x40023870u) >> 8 & 3u) == 2u;
    const ct_port_mask_t before = ct_port_mask();
    RTC_(0x24) = 0xCA;
    RTC_(0x24) = 0x53;
    RTC_(0xC) |= 0x80u;
    uint32_t tries = 100000;
    while (!(RTC_(0xC) & 0x40) && --tries) {}
    if (!tries) {
        RTC_(0x24) = 0xFF;
        ct_port_unmask(before);
        return CT_TIMEOUT;
    }
    RTC_(0x10) = 0x7F0000u | (internal ? 249u : 255u);
    RTC_(0x10) = 0x7F0000u | (internal ? 249u : 255u);
    RTC_(0) = by_hand_bcd(now->hour) << 16 | by_hand_bcd(now->minute) << 8 | by_hand_bcd(now->second);
    RTC_(4) = by_hand_bcd(now->year - 2000u) << 16 | (uint32_t)ct_date_time_weekday(now) << 13 |
              by_hand_bcd(now->month) << 8 | by_hand_bcd(now->day);
    RTC_(0xC) &= ~0x80u;
    RTC_(0x24) = 0xFF;
    ct_port_unmask(before);
    return CT_OK;
}

#endif
