// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/model.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REGISTERS_MOST = 2048, GATES_MOST = 128, IRQS_MOST = 256 };

static struct ct_reg_model registers;
static uint64_t words[REGISTERS_MOST];
static struct ct_model_part *owner[REGISTERS_MOST]; // NULL: storage only
static unsigned char gate_of[REGISTERS_MOST];       // 0: clocked always
static struct ct_model_part *parts;

static struct {
    uint64_t enable_at, reset_at;
    uint32_t bit;
    uint64_t fresh; // the access by which it was turned on
} gates[GATES_MOST];
static unsigned gate_count;

static uint64_t accesses;
static unsigned timeless; // depth of accesses that take no time
static uint32_t sources[IRQS_MOST];

enum { WINDOWS_MOST = 256, FIRST_WINDOW = 0x20000000 };
static struct {
    uint32_t address;
    uint32_t bytes;
    char *object;
    bool (*wrote)(uint32_t address, unsigned size, uint32_t value);
    bool is_placed;
} windows[WINDOWS_MOST];
static unsigned window_count;
static uint32_t next_window = FIRST_WINDOW;

unsigned ct_model_access_ns = 100;
void (*ct_model_on_reset)(const char *cause);

/* ---- reports */

static char last[256];
static const char *kept;
static unsigned kept_count;

void ct_model_keep_reports(const char *part) {
    kept = part;
    kept_count = 0;
    last[0] = 0;
}
unsigned ct_model_reports(void) { return kept_count; }
const char *ct_model_last_report(void) { return last; }

void ct_model_report(const char *format, ...) {
    char text[sizeof last];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (kept && strstr(text, kept)) {
        kept_count++;
        memcpy(last, text, sizeof last);
        return;
    }
    fflush(stdout);
    fprintf(stderr, "model, at %.3f us: %s\n", (double)ct_host_now() / 1000, text);
    abort();
}

_Noreturn void ct_model_reset_by(const char *cause) {
    if (ct_model_on_reset) ct_model_on_reset(cause);
    fflush(stdout);
    fprintf(stderr, "model, at %.3f us: the chip was reset by %s\n", (double)ct_host_now() / 1000, cause);
    exit(1);
}

/* ---- accesses */

static size_t index_of(const struct ct_reg_model_register *r) {
    return (size_t)(r - registers.device->registers);
}

static bool is_open(unsigned gate) {
    return gate == 0 || (ct_reg_model_peek(&registers, gates[gate].enable_at) & gates[gate].bit);
}
static bool is_held(unsigned gate) {
    return gate && gates[gate].reset_at &&
           (ct_reg_model_peek(&registers, gates[gate].reset_at) & gates[gate].bit);
}

/// A write to a register that enables or resets: what has just been turned on or put into reset.
static void gates_after(uint64_t address, uint32_t before, uint32_t now) {
    for (unsigned g = 1; g < gate_count; g++) {
        if (gates[g].enable_at == address && (now & ~before & gates[g].bit)) gates[g].fresh = accesses;
        if (gates[g].reset_at == address && (now & ~before & gates[g].bit))
            for (struct ct_model_part *p = parts; p; p = p->next) {
                const struct ct_reg_model_register *r = ct_reg_model_find(&registers, p->base, 0);
                if (gate_of[index_of(r)] == g) ct_model_reset_part(p);
            }
    }
}

static void watch(struct ct_reg_model *m, const struct ct_reg_model_access *access, uint64_t *stored,
                  uint64_t *answer, void *context) {
    (void)context, (void)m;
    const struct ct_reg_model_register *r = access->reg;
    const size_t i = index_of(r);
    const unsigned gate = gate_of[i];
    const char *verb = access->write ? "written" : "read";
    if (!is_open(gate) || is_held(gate)) {
        *stored = access->before;
        *answer = 0;
        ct_model_report("%s is %s while its peripheral %s", r->name, verb,
                        is_open(gate) ? "is held in reset" : "has no clock");
        return;
    }
    if (gate && gates[gate].fresh && gates[gate].fresh + 1 == accesses)
        ct_model_report("%s is %s right after its clock was turned on: read the enable register back "
                        "first",
                        r->name, verb);
    const uint64_t all = r->size == 8 ? UINT64_MAX : (UINT64_C(1) << (8 * r->size)) - 1;
    const uint64_t reserved = all & ~(r->readable | r->writable);
    struct ct_model_part *part = owner[i];
    if (!access->write) {
        if (part && part->read)
            *answer = part->read(part, (uint32_t)(r->address - part->base), (uint32_t)access->value);
        *answer = (*answer & ~reserved) | (r->reset & reserved);
        return;
    }
    if ((access->value ^ r->reset) & reserved)
        ct_model_report("%s: 0x%llx is written, which changes reserved bits (0x%llx)", r->name,
                        (unsigned long long)access->value,
                        (unsigned long long)((access->value ^ r->reset) & reserved));
    gates_after(r->address, (uint32_t)access->before, (uint32_t)*stored);
    if (part && part->wrote) {
        const struct ct_model_write write = {(uint32_t)(r->address - part->base), (uint32_t)access->value,
                                             (uint32_t)access->before, (uint32_t)*stored};
        part->wrote(part, &write);
    }
}

static void before(struct ct_reg_model *m) {
    (void)m;
    if (timeless) return;
    ct_host_pass(ct_model_access_ns);
    accesses++;
}

static void mistake(struct ct_reg_model *m, enum ct_reg_model_mistake what, uint64_t address,
                    unsigned size, bool write) {
    static const char *const sentences[] = {
        [CT_REG_MODEL_NOTHING_THERE] = "where there is nothing",
        [CT_REG_MODEL_WRONG_WIDTH] = "which has another width",
        [CT_REG_MODEL_NOT_READABLE] = "which cannot be read",
        [CT_REG_MODEL_NOT_WRITABLE] = "which cannot be written",
    };
    const struct ct_reg_model_register *r = ct_reg_model_find(m, address, 0);
    ct_model_report("%u bytes are %s at 0x%llx%s%s, %s", size, write ? "written" : "read",
                    (unsigned long long)address, r ? ", " : "", r ? r->name : "", sentences[what]);
}

static bool memory(struct ct_reg_model *m, uint64_t address, unsigned size, bool write, uint64_t *value);

/* ---- parts */

void ct_model_open(const struct ct_reg_model_device *device) {
    if (device->count > REGISTERS_MOST) abort();
    memset(owner, 0, sizeof owner);
    memset(gate_of, 0, sizeof gate_of);
    parts = NULL;
    gate_count = 1;
    accesses = timeless = 0;
    ct_model_access_ns = 100;
    ct_model_on_reset = NULL;
    ct_model_keep_reports(NULL);
    window_count = 0;
    next_window = FIRST_WINDOW;
    ct_reg_model_open(&registers, device, words);
    registers.before = before;
    registers.mistake = mistake;
    registers.memory = memory;
    ct_reg_model_watch(&registers, 0, UINT64_MAX, watch, NULL);
}

/// Whether a register is of a peripheral, or (with `more`) of one whose name goes on after _.
static bool is_of(const char *register_name, const char *name, bool more) {
    const size_t n = strlen(name);
    return strncmp(register_name, name, n) == 0 &&
           (register_name[n] == '.' || (more && register_name[n] == '_'));
}

bool ct_model_has(const char *name) {
    for (size_t i = 0; i < registers.device->count; i++)
        if (is_of(registers.device->registers[i].name, name, false)) return true;
    return false;
}

bool ct_model_add(struct ct_model_part *part) {
    bool found = false;
    for (size_t i = 0; i < registers.device->count; i++) {
        const struct ct_reg_model_register *r = &registers.device->registers[i];
        if (!is_of(r->name, part->name, false)) continue;
        if (!found) part->base = r->address;
        found = true;
        owner[i] = part;
    }
    if (!found) return false;
    struct ct_model_part **end = &parts;
    while (*end) end = &(*end)->next;
    *end = part;
    part->next = NULL;
    return true;
}

void ct_model_gate(const char *name, uint64_t enable_at, unsigned bit, uint64_t reset_at) {
    if (gate_count == GATES_MOST) abort();
    for (size_t i = 0; i < registers.device->count; i++)
        if (is_of(registers.device->registers[i].name, name, true)) gate_of[i] = (unsigned char)gate_count;
    gates[gate_count].enable_at = enable_at;
    gates[gate_count].reset_at = reset_at;
    gates[gate_count].bit = 1u << bit;
    gates[gate_count++].fresh = 0;
}

void ct_model_reset_part(struct ct_model_part *part) {
    for (size_t i = 0; i < registers.device->count; i++)
        if (owner[i] == part) words[i] = registers.device->registers[i].reset;
    if (part->reset) part->reset(part);
}

void ct_model_reset_chip(void) {
    ct_host_reset_interrupts();
    ct_reg_model_reset(&registers);
    for (int i = 0; i < IRQS_MOST; i++) sources[i] = 0;
    for (struct ct_model_part *p = parts; p; p = p->next)
        if (p->reset) p->reset(p);
}

void ct_model_start(void) {
    ct_host_reset();
    ct_model_reset_chip();
    ct_reg_model_use(&registers);
}

bool ct_model_is_clocked(const struct ct_model_part *part) {
    return is_open(gate_of[index_of(ct_reg_model_find(&registers, part->base, 0))]);
}

uint32_t ct_model_at(uint64_t address) { return (uint32_t)ct_reg_model_peek(&registers, address); }
void ct_model_set_at(uint64_t address, uint32_t value) {
    if (!ct_reg_model_poke(&registers, address, value)) abort();
}
uint32_t ct_model_get(const struct ct_model_part *part, size_t offset) {
    return ct_model_at(part->base + offset);
}
void ct_model_put(struct ct_model_part *part, size_t offset, uint32_t value) {
    ct_model_set_at(part->base + offset, value);
}

void ct_model_line_of(int irq, unsigned source, bool high) {
    if (irq < 0 || irq >= IRQS_MOST) abort();
    sources[irq] = (sources[irq] & ~(1u << source)) | (uint32_t)high << source;
    ct_host_line(irq, sources[irq] != 0);
}

unsigned ct_model_width_at(uint32_t address) {
    const struct ct_reg_model_register *r = ct_reg_model_find(&registers, address, 0);
    return r ? r->size : 4;
}

/* ---- memory */

void ct_model_place(uint32_t address, void *object, size_t bytes,
                    bool (*wrote)(uint32_t address, unsigned size, uint32_t value)) {
    if (window_count == WINDOWS_MOST) abort();
    windows[window_count].address = address;
    windows[window_count].bytes = (uint32_t)bytes;
    windows[window_count].object = object;
    windows[window_count].wrote = wrote;
    windows[window_count++].is_placed = true;
}

uint32_t ct_model_address_of(const volatile void *object, size_t bytes) {
    char *place = (char *)(uintptr_t)object;
    for (unsigned i = 0; i < window_count; i++)
        if (windows[i].object == place && windows[i].bytes >= bytes) return windows[i].address;
    unsigned at = window_count;
    if (window_count < WINDOWS_MOST) {
        window_count++;
    } else { // the oldest that is not placed goes
        for (at = 0; windows[at].is_placed; at++) {}
        memmove(&windows[at], &windows[at + 1], (WINDOWS_MOST - at - 1) * sizeof windows[0]);
        at = WINDOWS_MOST - 1;
    }
    windows[at].address = next_window | ((uint32_t)(uintptr_t)place & 15); // aligned as it is
    windows[at].bytes = (uint32_t)bytes;
    windows[at].object = place;
    windows[at].wrote = NULL;
    windows[at].is_placed = false;
    next_window += ((uint32_t)bytes + 16 + 255) & ~255u; // with room between, to notice what goes too far
    if (next_window > FIRST_WINDOW + 0x10000000u) next_window = FIRST_WINDOW;
    return windows[at].address;
}

static unsigned window_at(uint32_t address, size_t bytes) {
    for (unsigned i = 0; i < window_count; i++)
        if (address >= windows[i].address && address - windows[i].address + bytes <= windows[i].bytes)
            return i;
    return WINDOWS_MOST;
}

void *ct_model_memory(uint32_t address, size_t bytes) {
    const unsigned i = window_at(address, bytes);
    return i < WINDOWS_MOST ? windows[i].object + (address - windows[i].address) : NULL;
}

static bool memory(struct ct_reg_model *m, uint64_t address, unsigned size, bool write, uint64_t *value) {
    (void)m;
    if (address > UINT32_MAX) return false;
    const unsigned i = window_at((uint32_t)address, size);
    if (i == WINDOWS_MOST) return false;
    char *place = windows[i].object + ((uint32_t)address - windows[i].address);
    if (!write) {
        *value = 0;
        memcpy(value, place, size); // little endian, as the host's
    } else if (!windows[i].wrote || windows[i].wrote((uint32_t)address, size, (uint32_t)*value)) {
        memcpy(place, value, size);
    }
    return true;
}

uint64_t ct_reg_read(uintptr_t address, unsigned size);
void ct_reg_write(uintptr_t address, unsigned size, uint64_t value);

uint32_t ct_model_bus_read(uint32_t address, unsigned size) {
    timeless++;
    const uint32_t value = (uint32_t)ct_reg_read(address, size);
    timeless--;
    return value;
}
void ct_model_bus_write(uint32_t address, unsigned size, uint32_t value) {
    timeless++;
    ct_reg_write(address, size, value);
    timeless--;
}
