// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Flash, watchdogs, CRC, the chip's number, and what the core has: each on its model.
#define CT_FLASH_TRIES 400000u // of 1 us each, here
#include "f4_test.h"

#include <corten/assert.h>
#include <corten/chip_id.h>
#include <corten/crc.h>
#include <corten/cycles.h>
#include <corten/flash.h>
#include <corten/itm.h>
#include <corten/iwdg.h>
#include <corten/wwdg.h>

#include <stdlib.h>

CT_FLASH_STORAGE(settings, 1, 3);
CT_IWDG(dog);
CT_WWDG(window, 16000000, 5000, 20000);
CT_CRC(sums);

/* ---- flash */

static void sectors_are_where_the_manual_says(void **state) {
    (void)state;
    assert_int_equal(CT_FLASH_SECTOR_AT(3), 0x0800C000);
    assert_int_equal(CT_FLASH_SECTOR_AT(4), 0x08010000);
    assert_int_equal(CT_FLASH_SECTOR_AT(5), 0x08020000);
    assert_int_equal(CT_FLASH_SECTOR_AT(7), 0x08060000);
    assert_int_equal(CT_FLASH_SECTOR_AT(CT_STM32_FLASH_SECTORS), 0x08000000 + ct_chip_flash_kib() * 1024);
}

static void what_is_written_is_read(void **state) {
    (void)state;
    ct_model_access_ns = 1000;
    reg_write(FLASH->ACR, FLASH_ACR_LATENCY(2), FLASH_ACR_DCEN(1), FLASH_ACR_ICEN(1));
    uint8_t expected[3 * 16384], got[300], data[300];
    memset(expected, 0xFF, sizeof expected);
    srand(3);
    for (unsigned round = 0; round < 80; round++) {
        const uint32_t length = (uint32_t)rand() % sizeof data, at = (uint32_t)rand() % (settings.size - length);
        if (rand() % 20 == 0) {
            const uint32_t sector = (uint32_t)rand() % 3 * 16384;
            assert_int_equal(ct_storage_erase(settings, sector, 16384), CT_OK);
            memset(expected + sector, 0xFF, 16384);
        }
        bool fits = true; // only bits that are one can be written
        for (uint32_t i = 0; i < length; i++) {
            data[i] = (uint8_t)rand();
            fits &= (data[i] & ~expected[at + i]) == 0;
        }
        const enum ct_error e = ct_storage_write(settings, at, data, length);
        assert_int_equal(e, fits ? CT_OK : CT_CORRUPT);
        for (uint32_t i = 0; i < length; i++) { // up to where it failed; find out what is there
            uint8_t now;
            CT_MUST(ct_storage_read(settings, at + i, &now, 1));
            assert_true(now == (expected[at + i] & data[i]) || (!fits && now == expected[at + i]));
            expected[at + i] = now;
        }
        const uint32_t look = (uint32_t)rand() % (settings.size - (uint32_t)sizeof got);
        CT_MUST(ct_storage_read(settings, look, got, sizeof got));
        assert_memory_equal(got, expected + look, sizeof got);
    }
    assert_true(reg_get(FLASH->CR, FLASH_CR_LOCK));
    assert_true(reg_is(FLASH->ACR, FLASH_ACR_LATENCY(2), FLASH_ACR_DCEN(1), FLASH_ACR_ICEN(1)));
}

static void errors_of_flash(void **state) {
    (void)state;
    ct_model_access_ns = 1000;
    assert_int_equal(ct_storage_write(settings, settings.size - 1, "xy", 2), CT_OUT_OF_RANGE);
    assert_int_equal(ct_storage_erase(settings, 100, 16384), CT_NOT_ALIGNED);
    assert_int_equal(ct_flash_erase(CT_STM32_FLASH_SECTORS), CT_OUT_OF_RANGE);
    assert_int_equal(ct_flash_program(0x07FFFFFF, "x", 1), CT_OUT_OF_RANGE);
    ct_model_flash_protect(2);
    assert_int_equal(ct_storage_write(settings, 16384, "data", 4), CT_PROTECTED);
    assert_int_equal(ct_flash_erase(2), CT_PROTECTED);
    assert_int_equal(*ct_model_flash_content(0x08008000), 0xFF);
    assert_int_equal(ct_storage_write(settings, 0, "data", 4), CT_OK); // usable again
    assert_memory_equal(ct_model_flash_content(0x08004000), "data", 4);
    // nothing that comes before the place of the error is lost
    assert_int_equal(ct_storage_write(settings, 16384 - 4, "keepdrop", 8), CT_PROTECTED);
    assert_memory_equal(ct_model_flash_content(0x08007FFC), "keep\xFF\xFF\xFF\xFF", 8);
    ct_model_flash.is_stuck = true;
    assert_int_equal(ct_flash_erase(1), CT_TIMEOUT);
    assert_int_equal(ct_flash_erase(1), CT_TIMEOUT);
}

static void wrong_keys_lock_it(void **state) {
    (void)state;
    EXPECT_REPORT("the keys are not in their order", reg_write_raw(FLASH->KEYR, 1));
    ct_model_keep_reports("the keys");
    assert_int_equal(ct_flash_erase(1), CT_PROTECTED);
}

/* ---- watchdogs */

static void iwdg_bites_never_before_the_time(void **state) {
    srand(5);
    for (int round = 0; round < 40; round++) {
        f4_open(state);
        const uint32_t us = 1000u + (uint32_t)rand() % (round & 1 ? 22000000u : 300000u);
        ct_model_lsi_hz = 47000; // as fast as it may be
        assert_int_equal(ct_iwdg_start(us), CT_OK);
        for (int feeds = 0; feeds < 3; feeds++) {
            f4_pass_us(us);
            ct_iwdg_feed();
        }
        const uint64_t fed = ct_host_now();
        EXPECT_STOP("reset by the independent watchdog", f4_pass_us(3ull * us + 20000));
        (void)fed;
        assert_true(reg_get(RCC->CSR, RCC_CSR_IWDGRSTF));
    }
    f4_open(state);
    ct_model_lsi_hz = 17000; // as slow as it may be: at most 2.8 times as long, and a step
    assert_int_equal(ct_iwdg_start(100000), CT_OK);
    EXPECT_STOP("reset by the independent watchdog", f4_pass_us(280000 + 5500));
}

static void iwdg_errors(void **state) {
    (void)state;
    assert_int_equal(ct_watchdog_start(CT_IWDG_AS_WATCHDOG(dog), 0), CT_OUT_OF_RANGE);
    assert_int_equal(ct_iwdg_start(CT_IWDG_MOST_US + 1), CT_OUT_OF_RANGE);
    assert_int_equal(ct_iwdg_start(CT_IWDG_MOST_US), CT_OK);
    assert_int_equal(ct_watchdog_stop(CT_IWDG_AS_WATCHDOG(dog)), CT_UNSUPPORTED);
    assert_int_equal(ct_iwdg_start(1000000), CT_OK); // another time
    EXPECT_REPORT("closed: 0x5555", reg_write(IWDG->PR, IWDG_PR_PR(1)));
    ct_model_iwdg_is_slow = true;
    reg_write_raw(IWDG->KR, 0xAAAA);
    EXPECT_STOP("independent watchdog", CT_IGNORE(ct_iwdg_start(2000000)); f4_pass_us(4000000));
}

static unsigned warnings;
void WWDG_Handler(void);
void WWDG_Handler(void) { warnings += ct_wwdg_take_warning(); }

static void wwdg_has_a_window(void **state) {
    warnings = 0;
    ct_port_enable(WWDG_IRQn, 2);
    ct_wwdg_start(window);
    for (int i = 0; i < 5; i++) {
        f4_pass_us(6000 + 3000 * (unsigned)i);
        ct_wwdg_feed(window);
    }
    assert_int_equal(warnings, 0);
    f4_pass_us(3000);
    EXPECT_STOP("fed too early", ct_wwdg_feed(window));
    f4_open(state);
    ct_port_enable(WWDG_IRQn, 2);
    ct_wwdg_start(window);
    f4_pass_us(19900);
    EXPECT_STOP("reset by the window watchdog", f4_pass_us(2200));
    assert_int_equal(warnings, 1);
    assert_true(reg_get(RCC->CSR, RCC_CSR_WWDGRSTF));
}

/* ---- CRC, the core */

/// The definition, bit by bit.
static uint32_t naive(const uint32_t *words, size_t count) {
    uint32_t sum = 0xFFFFFFFF;
    for (size_t i = 0; i < count; i++)
        for (int bit = 31; bit >= 0; bit--) {
            const bool top = (sum >> 31) ^ (words[i] >> bit & 1);
            sum = sum << 1 ^ (top ? 0x04C11DB7u : 0);
        }
    return sum;
}
static void sums_are_those_of_the_definition(void **state) {
    (void)state;
    uint32_t words[64];
    ct_crc_start();
    srand(11);
    for (size_t count = 0; count < 64; count++) {
        words[count] = (uint32_t)rand() << 1;
        assert_int_equal(ct_crc_of(words, count + 1), naive(words, count + 1));
    }
    // "1234" "5678": CRC-32/MPEG-2 of the first eight characters of the standard's check
    assert_int_equal(ct_crc_of((uint32_t[]){0x31323334, 0x35363738}, 2), naive((uint32_t[]){0x31323334, 0x35363738}, 2));
    assert_int_equal(ct_crc_of((uint32_t[]){0}, 1), 0xC704DD7B);
}

static void the_chip_has_a_number(void **state) {
    (void)state;
    uint32_t id[3];
    ct_chip_unique_id(id);
    assert_int_equal(id[0], 0x11111111);
    assert_int_equal(id[2], 0x33333333);
}

static void cycles_are_counted(void **state) {
    (void)state;
    static const struct ct_cycle_delay pause = {16};
    ct_delay_us(CT_CYCLE_DELAY(pause), 10); // it does not run yet: the delay ends all the same
    assert_int_equal(ct_cycles_start(), CT_OK);
    const uint32_t before = ct_cycles();
    f4_pass_us(10);
    assert_in_range(ct_cycles() - before, 160, 170);
    const uint64_t began = ct_host_now();
    ct_delay_us(CT_CYCLE_DELAY(pause), 1234);
    assert_in_range(ct_host_now() - began, 1234000, 1236000);
    ct_delay_ns(CT_CYCLE_DELAY(pause), 450);
    assert_true(ct_host_now() - began >= 1234450);
}

static char heard[8];
static unsigned heard_count;
static void hear(unsigned channel, uint32_t value) {
    if (channel == 3) heard[heard_count++] = (char)value;
}
static void bytes_are_traced(void **state) {
    (void)state;
    heard_count = 0;
    ct_model_itm_heard = hear;
    assert_int_equal(ct_itm_put(3, 'x'), CT_CLOSED);
    ct_itm_start(3);
    assert_int_equal(ct_itm_put(3, 'o'), CT_OK);
    assert_int_equal(ct_itm_put(3, 'k'), CT_OK);
    assert_int_equal(ct_itm_put(4, 'x'), CT_CLOSED);
    assert_memory_equal(heard, "ok", 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        F4_TEST(sectors_are_where_the_manual_says), F4_TEST(what_is_written_is_read), F4_TEST(errors_of_flash),
        F4_TEST(wrong_keys_lock_it), F4_TEST(iwdg_bites_never_before_the_time), F4_TEST(iwdg_errors),
        F4_TEST(wwdg_has_a_window), F4_TEST(sums_are_those_of_the_definition), F4_TEST(the_chip_has_a_number),
        F4_TEST(cycles_are_counted), F4_TEST(bytes_are_traced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
