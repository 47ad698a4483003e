// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/reg_model.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLAIN, ONE_CLEARS, ZERO_CLEARS, ONE_SETS, ZERO_SETS, ONE_TOGGLES, ZERO_TOGGLES, CLEARS, SETS };

static struct ct_reg_model *current;

uint64_t ct_reg_read(uintptr_t address, unsigned size);
void ct_reg_write(uintptr_t address, unsigned size, uint64_t value);

void ct_reg_model_use(struct ct_reg_model *m) { current = m; }

void ct_reg_model_open(struct ct_reg_model *m, const struct ct_reg_model_device *device,
                       uint64_t *words) {
    *m = (struct ct_reg_model){.device = device, .words = words};
    ct_reg_model_reset(m);
}

void ct_reg_model_reset(struct ct_reg_model *m) {
    for (size_t i = 0; i < m->device->count; i++) { m->words[i] = m->device->registers[i].reset; }
}

bool ct_reg_model_watch(struct ct_reg_model *m, uint64_t first, uint64_t last,
                        ct_reg_model_watcher *call, void *context) {
    if (m->watcher_count == CT_REG_MODEL_WATCHERS) { return false; }
    m->watchers[m->watcher_count].first = first;
    m->watchers[m->watcher_count].last = last;
    m->watchers[m->watcher_count].call = call;
    m->watchers[m->watcher_count].context = context;
    m->watcher_count++;
    return true;
}

// The first register at the address, which may have several: of different widths, or one to read and
// one to write. device->count if there is none.
static size_t first_at(const struct ct_reg_model *m, uint64_t address) {
    size_t low = 0, high = m->device->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->device->registers[middle].address < address) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < m->device->count && m->device->registers[low].address == address ? low
                                                                                   : m->device->count;
}

// The register that an access means: of its width, and of its direction if there is one.
static size_t find(const struct ct_reg_model *m, uint64_t address, unsigned size, int write) {
    size_t found = m->device->count;
    for (size_t i = first_at(m, address);
         i < m->device->count && m->device->registers[i].address == address; i++) {
        const struct ct_reg_model_register *r = &m->device->registers[i];
        if (size && r->size != size) { continue; }
        uint64_t can = write ? r->writable : r->readable;
        if (write < 0 || can) { return i; }
        if (found == m->device->count) { found = i; }
    }
    return found;
}

const struct ct_reg_model_register *ct_reg_model_find(const struct ct_reg_model *m, uint64_t address,
                                                      unsigned size) {
    size_t i = find(m, address, size, -1);
    return i < m->device->count ? &m->device->registers[i] : NULL;
}

uint64_t ct_reg_model_peek(const struct ct_reg_model *m, uint64_t address) {
    size_t i = find(m, address, 0, -1);
    return i < m->device->count ? m->words[i] : 0;
}

bool ct_reg_model_poke(struct ct_reg_model *m, uint64_t address, uint64_t value) {
    size_t i = find(m, address, 0, -1);
    if (i == m->device->count) { return false; }
    m->words[i] = value;
    return true;
}

static void mistake(struct ct_reg_model *m, enum ct_reg_model_mistake what, uint64_t address,
                    unsigned size, bool write) {
    static const char *const words[] = {"there is no register", "the register has another width",
                                        "the register cannot be read", "the register cannot be written"};
    if (m && m->mistake) {
        m->mistake(m, what, address, size, write);
        return;
    }
    const struct ct_reg_model_register *r = m ? ct_reg_model_find(m, address, 0) : NULL;
    fprintf(stderr, "register model: %s of %u bytes at 0x%llx%s%s%s: %s\n", write ? "write" : "read", size,
            (unsigned long long)address, r ? " (" : "", r ? r->name : "", r ? ")" : "",
            m ? words[what] : "no model is in use (ct_reg_model_use)");
    abort();
}

// The register of an access, or the mistake there is; device->count after one.
static size_t access_of(struct ct_reg_model *m, uint64_t address, unsigned size, bool write) {
    size_t i = find(m, address, size, write);
    if (i == m->device->count) {
        bool other = first_at(m, address) < m->device->count;
        mistake(m, other ? CT_REG_MODEL_WRONG_WIDTH : CT_REG_MODEL_NOTHING_THERE, address, size, write);
        return i;
    }
    const struct ct_reg_model_register *r = &m->device->registers[i];
    if (!(write ? r->writable : r->readable)) {
        mistake(m, write ? CT_REG_MODEL_NOT_WRITABLE : CT_REG_MODEL_NOT_READABLE, address, size, write);
        return m->device->count;
    }
    return i;
}

static void tell(struct ct_reg_model *m, const struct ct_reg_model_access *access, uint64_t *stored,
                 uint64_t *answer) {
    for (unsigned i = 0; i < m->watcher_count; i++) {
        if (access->reg->address >= m->watchers[i].first && access->reg->address <= m->watchers[i].last) {
            m->watchers[i].call(m, access, stored, answer, m->watchers[i].context);
        }
    }
}

uint64_t ct_reg_read(uintptr_t address, unsigned size) {
    struct ct_reg_model *m = current;
    if (!m) { mistake(m, CT_REG_MODEL_NOTHING_THERE, address, size, false); }
    if (m->before) { m->before(m); }
    uint64_t found = 0;
    if (m->memory && first_at(m, address) == m->device->count &&
        m->memory(m, address, size, false, &found)) {
        return found;
    }
    size_t i = access_of(m, address, size, false);
    m->reads++;
    if (i == m->device->count) { return 0; }
    const struct ct_reg_model_register *r = &m->device->registers[i];
    struct ct_reg_model_access access = {.reg = r, .before = m->words[i]};
    access.value = m->words[i] & r->readable;
    m->words[i] = (m->words[i] & ~r->read_clears) | r->read_sets;
    uint64_t answer = access.value;
    tell(m, &access, &m->words[i], &answer);
    return answer;
}

void ct_reg_write(uintptr_t address, unsigned size, uint64_t value) {
    struct ct_reg_model *m = current;
    if (!m) { mistake(m, CT_REG_MODEL_NOTHING_THERE, address, size, true); }
    if (m->before) { m->before(m); }
    if (m->memory && first_at(m, address) == m->device->count &&
        m->memory(m, address, size, true, &value)) {
        return;
    }
    size_t i = access_of(m, address, size, true);
    m->writes++;
    if (i == m->device->count) { return; }
    const struct ct_reg_model_register *r = &m->device->registers[i];
    uint64_t old = m->words[i];
    const uint64_t *e = r->effect;
    uint64_t acting = e[ONE_CLEARS] | e[ZERO_CLEARS] | e[ONE_SETS] | e[ZERO_SETS] | e[ONE_TOGGLES] |
                      e[ZERO_TOGGLES] | e[CLEARS] | e[SETS];
    uint64_t plain = r->writable & ~acting;
    uint64_t now = (old & ~plain) | (value & plain);
    now &= ~(e[ONE_CLEARS] & value) & ~(e[ZERO_CLEARS] & ~value) & ~e[CLEARS];
    now |= (e[ONE_SETS] & value) | (e[ZERO_SETS] & ~value) | e[SETS];
    now ^= (e[ONE_TOGGLES] & value) | (e[ZERO_TOGGLES] & ~value);
    struct ct_reg_model_access access = {.reg = r, .write = true, .value = value, .before = old};
    m->words[i] = now;
    uint64_t answer = 0;
    tell(m, &access, &m->words[i], &answer);
}
