// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A memory card on SPI that takes the bus byte by byte and checks what it is told.
#ifndef CORTEN_DRIVERS_TESTS_CARD_H
#define CORTEN_DRIVERS_TESTS_CARD_H

#include "random.h"

#include <corten/drivers/checksum.h>

enum { BLOCKS = 1024 }; // of 512 bytes, the least that a CSD of version 2 can state
static uint8_t blocks[BLOCKS][512];

static struct card {
    bool is_present, has_version_2, has_block_units, is_locked, is_mmc, is_3_volts;
    bool is_started, is_idle, is_application; // a command that belongs to CMD55 follows
    bool checks;                              // CMD59
    unsigned starts_in;                       // ACMD41s until it is ready
    unsigned is_busy;                         // bytes
    bool is_silent, refuses_write, damages_read, damages_write, hangs, is_dead;
    uint8_t status; // of CMD13
} card;
static bool is_selected;
static unsigned clocks_before; // since it was selected last
static uint8_t taken[516];
static unsigned took, takes; // of a command, or of data
static uint32_t takes_for;   // the block that is being written
static uint8_t gives[600];
static unsigned given, giving;
static bool is_answered; // the byte before was the last of a response: N_RC, a byte of idle line, comes
static uint64_t bytes_moved, pulled_at;

static void give(uint8_t byte) { gives[giving++] = byte; }

static void give_block(const uint8_t *data, unsigned length) {
    give(0xFF);
    if (card.hangs) return;
    give(0xFE);
    for (unsigned i = 0; i < length; i++) give(data[i]);
    const uint16_t sum = ct_crc16(0, data, length);
    give((uint8_t)(sum >> 8));
    give((uint8_t)(sum ^ (card.damages_read ? 1 : 0)));
}

static const uint8_t csd_2[16] = {0x40, 0x0E, 0, 0x32, 0x5B, 0x59, 0, 0, 0, 0, 0x7F, 0x80, 0x0A, 0x40, 0, 1};
// version 1: blocks of 512 (9), C_SIZE 255, C_SIZE_MULT 0: 256 * 4 blocks
static const uint8_t csd_1[16] = {0, 0x26, 0, 0x32, 0x5F, 0x59, 0x80, 0x3F, 0xC0, 0, 0, 0x40, 0, 0, 0, 1};

static void obey(void) {
    const unsigned number = taken[0] & 63;
    const uint32_t argument = (uint32_t)taken[1] << 24 | (uint32_t)taken[2] << 16 |
                              (uint32_t)taken[3] << 8 | taken[4];
    giving = given = 0;
    for (unsigned i = random_number() % 8; i; i--) give(0xFF); // it takes its time
    const bool right = taken[5] == (ct_crc7(taken, 5) << 1 | 1);
    if (number == 0 || number == 8 || card.checks) assert_true(right);
    const bool application = card.is_application;
    card.is_application = number == 55;
    const uint8_t idle = card.is_idle;
    if (card.is_silent) return;
    const uint32_t block = card.has_block_units ? argument : argument / 512;
    const bool outside = block >= BLOCKS || (!card.has_block_units && argument % 512);
    if (number == 0) {
        assert_true(clocks_before >= 80 / 8);
        card.is_idle = true;
        give(0x01);
    } else if (!card.is_idle && !card.is_started) {
        ; // not in the mode for SPI yet
    } else if (number == 8 && card.has_version_2) {
        give(idle), give(0), give(0), give(card.is_3_volts ? 1 : 2), give(argument & 0xFF);
    } else if (number == 59) {
        card.checks = argument & 1;
        give(idle);
    } else if (number == 55 && !card.is_mmc) {
        give(idle);
    } else if (number == 41 && application && !card.is_mmc) {
        // a card of high capacity starts for those only who know of it
        const bool knows = argument >> 30 & 1 || !card.has_block_units;
        if (knows && card.starts_in && --card.starts_in == 0) card.is_idle = false, card.is_started = true;
        if (knows && card.is_dead) card.is_idle = true;
        give(card.is_idle);
    } else if (number == 58) {
        give(idle), give(card.has_block_units ? 0xC0 : 0x80), give(0xFF), give(0x80), give(0);
    } else if (number == 16 && !card.is_idle) {
        assert_int_equal(argument, 512);
        give(0);
    } else if (number == 9 && !card.is_idle) {
        give(0);
        give_block(card.has_block_units ? csd_2 : csd_1, 16);
    } else if (number == 17 && !card.is_idle) {
        give(outside ? 0x40 : 0);
        if (!outside) give_block(blocks[block], 512);
    } else if (number == 24 && !card.is_idle) {
        give(outside ? 0x20 : 0);
        takes_for = block;
        takes = outside ? 0 : 515; // token, data, checksum
        took = 0;
    } else if (number == 13 && !card.is_idle) {
        give(0), give(card.status);
        card.status = 0;
    } else {
        give(0x04 | idle); // illegal
    }
}

static void keep(void) {
    const uint16_t sum = ct_crc16(0, taken + 1, 512);
    giving = given = 0;
    if (card.damages_write || (taken[513] << 8 | taken[514]) != sum) {
        give(0xEB);
    } else if (card.is_locked || card.refuses_write) {
        give(card.refuses_write ? 0xED : 0xE5); // a write error; or noticed later
        card.status = card.is_locked ? 0x20 : 0x04;
    } else {
        give(0xE5);
        memcpy(blocks[takes_for], taken + 1, 512);
    }
    card.is_busy = random_number() % 200;
    if (card.hangs) card.is_busy = 100000000;
    takes = 0;
}

static uint8_t exchange(uint8_t in) {
    bytes_moved++;
    if (bytes_moved == pulled_at) card.is_present = false;
    if (!is_selected) {
        assert_int_equal(in, 0xFF);
        clocks_before++;
        return 0xFF;
    }
    if (!card.is_present) return 0xFF;
    if (given < giving) {
        is_answered = true;
        if (in == 0xFF || takes) return gives[given++];
        given = giving; // a new command ends the answer
    } else if (is_answered) {
        is_answered = false;
        if (in != 0xFF && !takes) return 0xFF; // too early, and therefore lost
    }
    if (card.is_busy) return card.is_busy--, 0x00;
    if (takes) {
        if (took == 0 && in != 0xFE) return 0xFF;
        taken[took++] = in;
        if (took == takes) took = 0, keep();
        return 0xFF;
    }
    if (took == 0 && (in & 0xC0) != 0x40) return 0xFF;
    taken[took++] = in;
    if (took == 6) took = 0, obey();
    return 0xFF;
}

static void card_selected(void) { is_selected = true; }
static void card_released(void) {
    is_selected = false;
    took = takes = 0; // whatever it was at is over
    given = giving = 0;
    is_answered = false;
    clocks_before = 0;
}

enum { HIGH_CAPACITY, STANDARD, FIRST, KINDS };
static void card_insert(int kind) {
    card = (struct card){.is_present = true, .has_version_2 = kind != FIRST, .is_3_volts = true,
                         .has_block_units = kind == HIGH_CAPACITY, .starts_in = 3};
    pulled_at = 0;
}

#endif
