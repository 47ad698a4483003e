// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/host.h>
#include <corten/model_bus.h>

#include <string.h>

enum { WRITE_NS = 5000000 };

static unsigned wanted(const struct ct_model_at24 *e) { return e->bytes > 2048 ? 2 : 1; }

static bool addressed(struct ct_model_i2c_thing *thing, bool is_read) {
    struct ct_model_at24 *e = (struct ct_model_at24 *)thing;
    if (ct_host_now() < e->busy_until) return false;
    if (!is_read) {
        e->address_bytes = 0;
        e->waiting = 0;
    }
    return true;
}

static bool write(struct ct_model_i2c_thing *thing, uint8_t byte) {
    struct ct_model_at24 *e = (struct ct_model_at24 *)thing;
    if (e->refuses_after >= 0 && e->refuses_after-- == 0) {
        e->waiting = 0;
        return false;
    }
    if (e->address_bytes < wanted(e)) {
        e->at = ((e->address_bytes++ ? e->at << 8 : 0) | byte) & (e->bytes - 1);
    } else { // more than a page overwrites what came first: 8.2
        e->pending[(e->at + e->waiting++) & (e->page - 1u)] = byte;
    }
    return true;
}

static uint8_t read(struct ct_model_i2c_thing *thing) {
    struct ct_model_at24 *e = (struct ct_model_at24 *)thing;
    const uint8_t byte = e->memory[e->at];
    e->at = (e->at + 1) & (e->bytes - 1);
    return byte;
}

/// What was sent is written now.
static void stop(struct ct_model_i2c_thing *thing) {
    struct ct_model_at24 *e = (struct ct_model_at24 *)thing;
    if (e->waiting == 0) return;
    const uint32_t page = e->at & ~(e->page - 1u), count = e->waiting < e->page ? e->waiting : e->page;
    for (uint32_t i = e->waiting - count; i < e->waiting; i++) {
        const uint32_t place = (e->at + i) & (e->page - 1u);
        e->memory[page + place] = e->pending[place];
    }
    e->at = page + ((e->at + e->waiting) & (e->page - 1u));
    e->waiting = 0;
    e->writes++;
    e->busy_until = ct_host_now() + WRITE_NS;
}

void ct_model_at24_open(struct ct_model_at24 *eeprom) {
    *eeprom = (struct ct_model_at24){
        .thing = {NULL, eeprom->thing.address, false, addressed, write, read, stop},
        .memory = eeprom->memory, .bytes = eeprom->bytes, .page = eeprom->page, .refuses_after = -1};
    memset(eeprom->memory, 0xFF, eeprom->bytes);
}
