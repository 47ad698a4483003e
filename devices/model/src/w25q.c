// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/host.h>
#include <corten/model_bus.h>

#include <string.h>

enum { PROGRAM_NS = 700000, SECTOR_NS = 45000000, BLOCK_NS = 150000000 }; // typical; a chip: seconds

static bool is_busy(const struct ct_model_w25q *f) { return ct_host_now() < f->busy_until; }

static void erase(struct ct_model_w25q *f, uint32_t at, uint32_t bytes, uint64_t ns) {
    if (!f->is_protected) memset(&f->memory[at & ~(bytes - 1) & (f->bytes - 1)], 0xFF, bytes);
    f->busy_until = ct_host_now() + ns;
}

/// The commands that write act when the chip is released.
static void act(struct ct_model_w25q *f) {
    const bool is_whole = f->command == 0xC7 ? f->count == 1 : f->command == 0x02 ? f->count > 4 : f->count == 4;
    if (!is_whole) return;
    if (!f->is_enabled) {
        f->ignored++;
        return;
    }
    f->is_enabled = false;
    switch (f->command) {
    case 0x02:
        for (uint32_t i = 0; i < 256; i++) // bits go to 0 only
            if (!f->is_protected) f->memory[((f->address & ~0xFFu) | i) & (f->bytes - 1)] &= f->page[i];
        f->busy_until = ct_host_now() + PROGRAM_NS;
        break;
    case 0x20: erase(f, f->address, 4096, SECTOR_NS); break;
    case 0xD8: erase(f, f->address, 65536, BLOCK_NS); break;
    case 0xC7: erase(f, 0, f->bytes, UINT64_C(20000000) * (f->bytes / 65536 + 1)); break;
    }
}

static void select(struct ct_model_spi_thing *thing, bool selected) {
    struct ct_model_w25q *f = (struct ct_model_w25q *)thing;
    if (!selected) {
        const uint8_t c = f->command;
        if (f->count && (c == 0x02 || c == 0x20 || c == 0xD8 || c == 0xC7)) act(f);
        if (f->count && c == 0x06) f->is_enabled = true;
        if (f->count && c == 0x04) f->is_enabled = false;
        if (f->count && c == 0xB9) f->is_down = true;
        if (f->count && c == 0xAB) f->is_down = false;
    }
    f->count = 0;
    f->address = 0;
    f->command = 0;
    memset(f->page, 0xFF, sizeof f->page);
}

static void begin(struct ct_model_w25q *f, uint8_t command) {
    f->command = command == 0x60 ? 0xC7 : command;
    const bool refused = (is_busy(f) && command != 0x05) || (f->is_down && command != 0xAB);
    if (!refused) return;
    f->ignored++;
    f->command = 0;
}

static uint16_t exchange(struct ct_model_spi_thing *thing, uint16_t frame, unsigned bits) {
    struct ct_model_w25q *f = (struct ct_model_w25q *)thing;
    const uint8_t byte = (uint8_t)frame;
    const uint8_t id[3] = {0xEF, 0x40, (uint8_t)__builtin_ctz(f->bytes)};
    if (f->is_dead || bits != 8) return 0xFF;
    const uint32_t n = f->count++;
    if (n == 0) {
        begin(f, byte);
        return 0xFF;
    }
    switch (f->command) {
    case 0x9F: return n <= 3 ? id[n - 1] : 0xFF;
    case 0x05: return (uint16_t)(is_busy(f) | f->is_enabled << 1);
    case 0x02: case 0x03: case 0x0B: case 0x20: case 0xD8:
        if (n <= 3) {
            f->address = f->address << 8 | byte;
            return 0xFF;
        }
        if (f->command == 0x03 || (f->command == 0x0B && n > 4)) return f->memory[f->address++ & (f->bytes - 1)];
        if (f->command == 0x02) f->page[(f->address + n - 4) & 0xFF] = byte; // wraps in its page
        return 0xFF;
    }
    return 0xFF;
}

void ct_model_w25q_open(struct ct_model_w25q *flash) {
    *flash = (struct ct_model_w25q){.thing = {select, exchange, false}, .memory = flash->memory, .bytes = flash->bytes};
    memset(flash->memory, 0xFF, flash->bytes);
    memset(flash->page, 0xFF, sizeof flash->page);
}
