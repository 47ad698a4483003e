// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// SD and SDHC/SDXC memory cards on SPI: blocks of 512 bytes, checksums both ways.
///
///     CT_SDCARD_DEFINE(card, .bus = SPI, .select = CARD_SELECT, .delay = DELAY);
///     uint8_t block[512];
///     enum ct_error e = card_start();                    // CT_NO_MEDIUM: no card in the slot
///     if (!e) e = card_read(0, block, 1);
///     if (!e) e = card_write(card_blocks() - 1, block, 1);
///
/// A card that is pulled out ends in CT_NO_MEDIUM, at once; so does one that was exchanged. Start
/// again then. The card wants clocks while it is not selected, so it has the bus alone: no other
/// device may be selected meanwhile. Functions wait for the card (a second for the start, half a
/// second for a write at most; then CT_TIMEOUT): thread context.
///
/// Facts: SD Specifications, Part 1, Physical Layer Simplified Specification, version 6.00: section
/// 7.2 (SPI mode), 7.3 (commands, responses, tokens), 5.3 (CSD), 4.6.2 (time-outs).
#ifndef CORTEN_DRIVERS_SDCARD_H
#define CORTEN_DRIVERS_SDCARD_H

#include <corten/drivers/checksum.h>
#include <corten/drivers/define.h>
#include <corten/hal/delay.h>
#include <corten/hal/pin.h>
#include <corten/hal/spi.h>
#include <corten/hal/storage.h>

enum { CT_SDCARD_BLOCK = 512 };

struct ct_sdcard_state {
    uint32_t blocks;      ///< of 512 bytes; 0 when there is no started card
    bool has_block_units; // commands count blocks, not bytes (SDHC, SDXC)
};

struct ct_sdcard {
    struct ct_spi_bus bus;         ///< mode 0; its speed is set here, where it can be
    struct ct_output_pin select;   ///< low: selected
    struct ct_delay delay;
    uint32_t hz;                   ///< once the card has started; 0: 20 MHz
    struct ct_sdcard_state *state; ///< all zero at the start
    const struct ct_sdcard_parts_ *parts_;
};

// What is used at several places and is therefore a function of its own for each CT_SDCARD_DEFINE.
struct ct_sdcard_parts_ {
    int (*command)(uint8_t number, uint32_t argument);
    enum ct_error (*receive)(uint8_t *data, size_t length);
    enum ct_error (*select)(void);
    enum ct_error (*release)(enum ct_error error);
};

enum ct_sdcard_r1_ { // response R1 (section 7.3.2.1)
    CT_SDCARD_IDLE_ = 1, CT_SDCARD_ILLEGAL_ = 4, CT_SDCARD_CRC_ = 8, CT_SDCARD_ADDRESS_ = 32,
    CT_SDCARD_PARAMETER_ = 64,
};

/// The number of blocks that a CSD register states (section 5.3), 0 for one of an unknown version.
ct_inline uint32_t ct_sdcard_blocks_of_csd(const uint8_t csd[16]) {
    if (csd[0] >> 6 == 1) // C_SIZE, bits 69 to 48, in units of 512 KiB
        return (((uint32_t)(csd[7] & 0x3F) << 16 | (uint32_t)csd[8] << 8 | csd[9]) + 1) << 10;
    if (csd[0] >> 6 != 0) return 0;
    const unsigned block_bits = csd[5] & 15;                                           // 83:80
    const uint32_t size = (uint32_t)(csd[6] & 3) << 10 | (uint32_t)csd[7] << 2 | csd[8] >> 6; // 73:62
    const unsigned factor_bits = (csd[9] & 3u) << 1 | csd[10] >> 7;                    // 49:47
    return block_bits < 9 ? 0 : (size + 1) << (factor_bits + 2 + block_bits - 9);
}

// Reads bytes until one is what `want` says, or time is over: that byte, CT_TIMEOUT or the bus's error.
enum ct_sdcard_want_ { CT_SDCARD_READY_, CT_SDCARD_TOKEN_ };
ct_inline int ct_sdcard_wait_(struct ct_sdcard card, enum ct_sdcard_want_ want,
                              uint32_t milliseconds) {
    for (uint32_t left = milliseconds * 50;; left--) {
        uint8_t byte;
        const enum ct_error e = ct_spi_bus_read(card.bus, &byte, 1);
        if (e) return e;
        if ((byte == 0xFF) == (want == CT_SDCARD_READY_)) return byte;
        if (left == 0) return CT_TIMEOUT;
        ct_delay_us(card.delay, 20);
    }
}

// One command to the selected card: its response R1, 0 to 0x7F; CT_NO_MEDIUM when there is none. It
// begins with a byte of idle line, which must lie between a response and the next command (N_RC).
ct_inline int ct_sdcard_command_here_(struct ct_sdcard card, uint8_t number, uint32_t argument) {
    uint8_t frame[7] = {0xFF, (uint8_t)(0x40 | number), (uint8_t)(argument >> 24),
                        (uint8_t)(argument >> 16), (uint8_t)(argument >> 8), (uint8_t)argument};
    frame[6] = (uint8_t)(ct_crc7(frame + 1, 5) << 1 | 1);
    const enum ct_error e = ct_spi_bus_write(card.bus, frame, sizeof frame);
    if (e) return e;
    for (int i = 0; i < 9; i++) { // it comes within 8 bytes (N_CR, section 7.5.4)
        uint8_t r1;
        const enum ct_error e2 = ct_spi_bus_read(card.bus, &r1, 1);
        if (e2) return e2;
        if (!(r1 & 0x80)) return r1;
    }
    return CT_NO_MEDIUM;
}

// Receives a block of data, with its token and checksum.
ct_inline enum ct_error ct_sdcard_receive_here_(struct ct_sdcard card, uint8_t *data, size_t length) {
    const int token = ct_sdcard_wait_(card, CT_SDCARD_TOKEN_, 100);
    if (token < 0) return (enum ct_error)token;
    if (token != 0xFE) // a data error token, or noise (section 7.3.3.3)
        return (token & 0xF0) == 0 && token & 8 ? CT_OUT_OF_RANGE : CT_CORRUPT;
    uint8_t sum[2];
    enum ct_error e = ct_spi_bus_read(card.bus, data, length);
    if (!e) e = ct_spi_bus_read(card.bus, sum, 2);
    if (e) return e;
    return ct_crc16(0, data, length) == (sum[0] << 8 | sum[1]) ? CT_OK : CT_CORRUPT;
}

// Selects the card and waits until it is ready for a command.
ct_inline enum ct_error ct_sdcard_select_here_(struct ct_sdcard card) {
    const enum ct_error e = ct_output_set_low(card.select);
    if (e) return CT_CHIP_SELECT;
    const int ready = ct_sdcard_wait_(card, CT_SDCARD_READY_, 500);
    return ready < 0 ? (enum ct_error)ready : CT_OK;
}

// Releases the card, which lets go of its line with the next clock only. The first error counts; a
// card that is gone is forgotten.
ct_inline enum ct_error ct_sdcard_release_here_(struct ct_sdcard card, enum ct_error error) {
    enum ct_error e = ct_spi_bus_flush(card.bus);
    if (ct_output_set_high(card.select) && !e) e = CT_CHIP_SELECT;
    const enum ct_error e2 = ct_spi_bus_write(card.bus, &(const uint8_t){0xFF}, 1);
    if (error == CT_NO_MEDIUM) card.state->blocks = 0;
    return error ? error : e ? e : e2;
}

ct_inline int ct_sdcard_command_(struct ct_sdcard card, uint8_t number, uint32_t argument) {
    return card.parts_ ? card.parts_->command(number, argument)
                       : ct_sdcard_command_here_(card, number, argument);
}
ct_inline enum ct_error ct_sdcard_receive_(struct ct_sdcard card, uint8_t *data, size_t length) {
    return card.parts_ ? card.parts_->receive(data, length)
                       : ct_sdcard_receive_here_(card, data, length);
}
ct_inline enum ct_error ct_sdcard_select_(struct ct_sdcard card) {
    return card.parts_ ? card.parts_->select() : ct_sdcard_select_here_(card);
}
ct_inline enum ct_error ct_sdcard_release_(struct ct_sdcard card, enum ct_error error) {
    return card.parts_ ? card.parts_->release(error) : ct_sdcard_release_here_(card, error);
}

// What a response R1 to a command means that a started card should obey.
ct_inline enum ct_error ct_sdcard_refusal_(int r1) {
    return r1 < 0                                               ? (enum ct_error)r1
           : r1 & CT_SDCARD_IDLE_                               ? CT_NO_MEDIUM // another card
           : r1 & CT_SDCARD_CRC_                                ? CT_CORRUPT
           : r1 & (CT_SDCARD_ADDRESS_ | CT_SDCARD_PARAMETER_)   ? CT_OUT_OF_RANGE
           : r1                                                 ? CT_UNSUPPORTED
                                                                : CT_OK;
}

// With the card selected: from power-up to a card that takes blocks (section 7.2.1, figure 7-2).
ct_inline enum ct_error ct_sdcard_wake_(struct ct_sdcard card) {
    int r1 = CT_NO_MEDIUM;
    for (int tries = 0; tries < 10 && r1 != CT_SDCARD_IDLE_; tries++) {
        r1 = ct_sdcard_command_(card, 0, 0);
        if (r1 < 0 && r1 != CT_NO_MEDIUM) return (enum ct_error)r1;
    }
    if (r1 != CT_SDCARD_IDLE_) return CT_NO_MEDIUM;

    uint8_t answer[4];
    r1 = ct_sdcard_command_(card, 8, 0x1AA); // 2.7 to 3.6 V, and a pattern to come back
    if (r1 < 0) return (enum ct_error)r1;
    const bool is_first_version = r1 & CT_SDCARD_ILLEGAL_;
    enum ct_error e;
    if (!is_first_version) {
        if ((e = ct_spi_bus_read(card.bus, answer, 4))) return e;
        if ((answer[2] & 15) != 1 || answer[3] != 0xAA) return CT_UNSUPPORTED;
    }
    r1 = ct_sdcard_command_(card, 59, 1); // it is to check our checksums
    if (r1 < 0) return (enum ct_error)r1;

    for (uint32_t left = 1000;; left--) { // a second at most
        r1 = ct_sdcard_command_(card, 55, 0);
        if (r1 >= 0) r1 = ct_sdcard_command_(card, 41, is_first_version ? 0 : 1u << 30);
        if (r1 < 0) return (enum ct_error)r1;
        if (r1 == 0) break;
        if (r1 & CT_SDCARD_ILLEGAL_) return CT_UNSUPPORTED; // a MultiMediaCard
        if (left == 0) return CT_TIMEOUT;
        ct_delay_us(card.delay, 1000);
    }

    bool has_block_units = false;
    if (!is_first_version) {
        r1 = ct_sdcard_command_(card, 58, 0);
        if (r1 < 0) return (enum ct_error)r1;
        if ((e = ct_spi_bus_read(card.bus, answer, 4))) return e;
        has_block_units = answer[0] & 0x40; // CCS of the OCR
    }
    if (!has_block_units && (e = ct_sdcard_refusal_(ct_sdcard_command_(card, 16, CT_SDCARD_BLOCK))))
        return e;
    uint8_t csd[16] = {0};
    if ((e = ct_sdcard_refusal_(ct_sdcard_command_(card, 9, 0)))) return e;
    if ((e = ct_sdcard_receive_(card, csd, sizeof csd))) return e;
    card.state->has_block_units = has_block_units;
    card.state->blocks = ct_sdcard_blocks_of_csd(csd);
    return card.state->blocks ? CT_OK : CT_UNSUPPORTED;
}

// A bus that cannot change its speed is as it is.
ct_inline enum ct_error ct_sdcard_speed_(struct ct_sdcard card, uint32_t hz) {
    const enum ct_error e =
        ct_spi_bus_configure(card.bus, (struct ct_spi_config){hz, CT_SPI_MODE_0});
    return e == CT_UNSUPPORTED ? CT_OK : e;
}

/// Wakes the card up, at 400 kHz, and finds out its size. CT_OK; CT_NO_MEDIUM: no card answers;
/// CT_UNSUPPORTED: a MultiMediaCard, or one for another voltage; CT_TIMEOUT: it does not get ready
/// within a second; CT_CORRUPT: a checksum was wrong; CT_CHIP_SELECT; or the bus's error.
ct_inline CT_MUST_USE enum ct_error ct_sdcard_start(struct ct_sdcard card) {
    *card.state = (struct ct_sdcard_state){0};
    if (ct_output_set_high(card.select)) return CT_CHIP_SELECT;
    enum ct_error e = ct_sdcard_speed_(card, 400000);
    if (e) return e;
    for (int i = 0; i < 10 && !e; i++) // at least 74 clocks, not selected (section 6.4.1.4)
        e = ct_spi_bus_write(card.bus, &(const uint8_t){0xFF}, 1);
    if (!e) e = ct_spi_bus_flush(card.bus);
    if (e) return e;
    e = ct_output_set_low(card.select) ? CT_CHIP_SELECT : ct_sdcard_wake_(card);
    e = ct_sdcard_release_(card, e);
    if (!e) e = ct_sdcard_speed_(card, card.hz ? card.hz : 20000000);
    if (e) card.state->blocks = 0;
    return e;
}

// The argument that means that block.
ct_inline uint32_t ct_sdcard_place_(struct ct_sdcard card, uint32_t block) {
    return card.state->has_block_units ? block : block * CT_SDCARD_BLOCK;
}

ct_inline enum ct_error ct_sdcard_check_(struct ct_sdcard card, uint32_t block, uint32_t count) {
    const uint32_t blocks = card.state->blocks;
    return blocks == 0 ? CT_NO_MEDIUM
           : count > blocks || block > blocks - count ? CT_OUT_OF_RANGE
                                                      : CT_OK;
}

// The end of a transfer. A card that did not do what it should may have been pulled out in the
// middle: then it answers no command any more.
ct_inline enum ct_error ct_sdcard_finish_(struct ct_sdcard card, enum ct_error error) {
    error = ct_sdcard_release_(card, error);
    if (error != CT_TIMEOUT && error != CT_CORRUPT) return error;
    enum ct_error e = ct_sdcard_select_(card);
    if (!e) {
        const int r1 = ct_sdcard_command_(card, 13, 0);
        e = r1 == CT_NO_MEDIUM || (r1 > 0 && r1 & CT_SDCARD_IDLE_) ? CT_NO_MEDIUM : error;
    } else {
        e = error;
    }
    return ct_sdcard_release_(card, e);
}

/// Reads blocks. CT_OK; CT_OUT_OF_RANGE; CT_NO_MEDIUM: not started, or pulled out since; CT_CORRUPT:
/// a checksum was wrong, or the card could not read the block; CT_TIMEOUT; CT_CHIP_SELECT; or the
/// bus's error. After an error the blocks before are there, and the card can be used at once.
ct_inline CT_MUST_USE enum ct_error ct_sdcard_read(struct ct_sdcard card, uint32_t block,
                                                   uint8_t *data, uint32_t count) {
    enum ct_error e = ct_sdcard_check_(card, block, count);
    for (; count && !e; count--, block++, data += CT_SDCARD_BLOCK) {
        e = ct_sdcard_select_(card);
        if (!e) e = ct_sdcard_refusal_(ct_sdcard_command_(card, 17, ct_sdcard_place_(card, block)));
        if (!e) e = ct_sdcard_receive_(card, data, CT_SDCARD_BLOCK);
        e = ct_sdcard_finish_(card, e);
    }
    return e;
}

// With the card selected: sends a block and waits until it is kept.
ct_inline enum ct_error ct_sdcard_send_(struct ct_sdcard card, const uint8_t *data) {
    const uint16_t sum = ct_crc16(0, data, CT_SDCARD_BLOCK);
    const uint8_t before[2] = {0xFF, 0xFE}, after[2] = {(uint8_t)(sum >> 8), (uint8_t)sum};
    uint8_t response = 0;
    enum ct_error e = ct_spi_bus_write(card.bus, before, 2);
    if (!e) e = ct_spi_bus_write(card.bus, data, CT_SDCARD_BLOCK);
    if (!e) e = ct_spi_bus_write(card.bus, after, 2);
    if (!e) e = ct_spi_bus_read(card.bus, &response, 1);
    if (e) return e;
    if (response == 0xFF) return CT_NO_MEDIUM; // nobody answers any more
    const int ready = ct_sdcard_wait_(card, CT_SDCARD_READY_, 500);
    if (ready < 0) return (enum ct_error)ready;
    if ((response & 0x1F) == 0x0B) return CT_CORRUPT; // its checksum was wrong (section 7.3.3.1)
    // Whether it was kept; also what a write error was.
    const int r1 = ct_sdcard_command_(card, 13, 0);
    if ((e = ct_sdcard_refusal_(r1))) return e;
    uint8_t status;
    if ((e = ct_spi_bus_read(card.bus, &status, 1))) return e;
    if (status & 0x23) return CT_PROTECTED; // locked, or protected
    if (status & 0x80) return CT_OUT_OF_RANGE;
    return status || (response & 0x1F) != 0x05 ? CT_CORRUPT : CT_OK;
}

/// Writes blocks. Errors as ct_sdcard_read(); CT_PROTECTED: the card does not let itself be written;
/// CT_CORRUPT: the card did not take the data or failed to keep them. After an error the blocks
/// before the failing one are written.
ct_inline CT_MUST_USE enum ct_error ct_sdcard_write(struct ct_sdcard card, uint32_t block,
                                                    const uint8_t *data, uint32_t count) {
    enum ct_error e = ct_sdcard_check_(card, block, count);
    for (; count && !e; count--, block++, data += CT_SDCARD_BLOCK) {
        e = ct_sdcard_select_(card);
        if (!e) e = ct_sdcard_refusal_(ct_sdcard_command_(card, 24, ct_sdcard_place_(card, block)));
        if (!e) e = ct_sdcard_send_(card, data);
        e = ct_sdcard_finish_(card, e);
    }
    return e;
}

/// At file scope: a card with its state; for it NAME_start(), NAME_read(block, data, count) and
/// NAME_write(block, data, count), not inlined; NAME_blocks(), its size, 0 before the start; and
/// NAME_storage(), the same as a struct ct_storage, which reaches the first 4 GiB.
#define CT_SDCARD_DEFINE(name, ...)                                                                \
    static struct ct_sdcard_state name##_state_;                                                   \
    CT_DRIVER_FUNCTION(int, name##_command_, (uint8_t number, uint32_t argument),                  \
                       ct_sdcard_command_here_(CT_SDCARD_PART_(name, __VA_ARGS__), number, argument)) \
    CT_DRIVER_FUNCTION(enum ct_error, name##_receive_, (uint8_t *data, size_t length),             \
                       ct_sdcard_receive_here_(CT_SDCARD_PART_(name, __VA_ARGS__), data, length))  \
    CT_DRIVER_FUNCTION(enum ct_error, name##_select_, (void),                                      \
                       ct_sdcard_select_here_(CT_SDCARD_PART_(name, __VA_ARGS__)))                 \
    CT_DRIVER_FUNCTION(enum ct_error, name##_release_, (enum ct_error error),                      \
                       ct_sdcard_release_here_(CT_SDCARD_PART_(name, __VA_ARGS__), error))         \
    static const struct ct_sdcard_parts_ name##_parts_ = {name##_command_, name##_receive_,        \
                                                          name##_select_, name##_release_};        \
    CT_DRIVER_FUNCTION(enum ct_error, name##_start, (void),                                        \
                       ct_sdcard_start(CT_SDCARD_(name, __VA_ARGS__)))                             \
    CT_DRIVER_FUNCTION(enum ct_error, name##_read, (uint32_t block, uint8_t *data, uint32_t count), \
                       ct_sdcard_read(CT_SDCARD_(name, __VA_ARGS__), block, data, count))          \
    CT_DRIVER_FUNCTION(enum ct_error, name##_write,                                                \
                       (uint32_t block, const uint8_t *data, uint32_t count),                      \
                       ct_sdcard_write(CT_SDCARD_(name, __VA_ARGS__), block, data, count))         \
    ct_inline uint32_t name##_blocks(void) { return name##_state_.blocks; }                        \
    ct_inline enum ct_error name##_read_bytes_(uint32_t at, uint8_t *data, uint32_t length) {      \
        return name##_read(at / CT_SDCARD_BLOCK, data, length / CT_SDCARD_BLOCK);                  \
    }                                                                                              \
    ct_inline enum ct_error name##_write_bytes_(uint32_t at, const uint8_t *data, uint32_t length) { \
        return name##_write(at / CT_SDCARD_BLOCK, data, length / CT_SDCARD_BLOCK);                 \
    }                                                                                              \
    CT_DRIVER_STORAGE_(name, name##_read_bytes_, name##_write_bytes_);                             \
    ct_inline struct ct_storage name##_storage(void) {                                             \
        const uint32_t blocks = name##_state_.blocks;                                              \
        return (struct ct_storage){&name##_storage_ops_, NULL,                                     \
                                   (blocks < 0x800000 ? blocks : 0x7FFFFF) * CT_SDCARD_BLOCK,      \
                                   CT_SDCARD_BLOCK, CT_SDCARD_BLOCK, CT_SDCARD_BLOCK};             \
    }
#define CT_SDCARD_PART_(name, ...) ((struct ct_sdcard){__VA_ARGS__, .state = &name##_state_})
#define CT_SDCARD_(name, ...)                                                                      \
    ((struct ct_sdcard){__VA_ARGS__, .state = &name##_state_, .parts_ = &name##_parts_})

#endif
