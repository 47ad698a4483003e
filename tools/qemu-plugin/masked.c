// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// How long interrupts are masked, in executed instructions.
///
///     masked=1            a line "masked ADDRESS TIMES MOST FIRST" for each place where a section
///                         begins: the address of the first instruction that is executed with
///                         PRIMASK set (RISC-V: MIE of mstatus clear), how often, the most instructions up to the one that
///                         unmasks, included, and 1 when it was the first section of all
///
/// A section that does not end before the firmware does is not counted.
#include "masked.h"

#include <inttypes.h>
#include <string.h>

enum { MAX_PLACES = 512 };

bool masked_is_wanted;

static struct place {
    uint64_t address, times, most;
    bool first;
} places[MAX_PLACES];
static size_t place_count;

static struct qemu_plugin_register *state; // PRIMASK, or mstatus
static uint8_t bit, masks;                 // of its lowest byte, and what it is when masked
static struct qemu_plugin_register *traps; // mtvec: there a section begins, of whatever was before
static struct GByteArray *value;
static struct place *section; // that is open
static uint64_t length;

static struct place *place_of(uint64_t address) {
    for (size_t i = 0; i < place_count; i++)
        if (places[i].address == address) return &places[i];
    if (place_count == MAX_PLACES) return &places[MAX_PLACES - 1];
    places[place_count].first = place_count == 0;
    places[place_count].address = address;
    return &places[place_count++];
}

static void end_section(void) {
    section->times++;
    if (length > section->most) section->most = length;
    section = NULL;
}

static bool is_trap(uint64_t address) {
    uint32_t vector = 0;
    if (!traps) return false;
    g_byte_array_set_size(value, 0);
    if (qemu_plugin_read_register(traps, value) >= 4) memcpy(&vector, value->data, 4);
    return (vector & ~3u) == address;
}

static void executed(unsigned vcpu, void *data) {
    (void)vcpu;
    g_byte_array_set_size(value, 0);
    const bool is_masked = qemu_plugin_read_register(state, value) > 0 && (value->data[0] & bit) == masks;
    if (is_masked) {
        if (section && is_trap((uintptr_t)data)) end_section();
        if (!section) {
            section = place_of((uintptr_t)data);
            length = 0;
        }
        length++;
    } else if (section) {
        end_section();
    }
}

static void begun(qemu_plugin_id_t id, unsigned vcpu) {
    (void)id, (void)vcpu;
    const struct GArray *all = qemu_plugin_get_registers();
    const qemu_plugin_reg_descriptor *one = (const void *)all->data;
    for (unsigned i = 0; i < all->length; i++)
        if (strcmp(one[i].name, "primask") == 0) {
            state = one[i].handle;
            bit = masks = 1;
        } else if (strcmp(one[i].name, "mstatus") == 0) {
            state = one[i].handle;
            bit = 8;
        } else if (strcmp(one[i].name, "mtvec") == 0) {
            traps = one[i].handle;
        }
    value = g_byte_array_new();
}

void masked_translated(struct qemu_plugin_insn *insn) {
    if (masked_is_wanted && state)
        qemu_plugin_register_vcpu_insn_exec_cb(insn, executed, QEMU_PLUGIN_CB_R_REGS,
                                               (void *)(uintptr_t)qemu_plugin_insn_vaddr(insn));
}

bool masked_take(const char *key, const char *given) {
    if (strcmp(key, "masked") != 0) return false;
    masked_is_wanted = strcmp(given, "1") == 0;
    return masked_is_wanted;
}

void masked_begin(qemu_plugin_id_t id) {
    if (masked_is_wanted) qemu_plugin_register_vcpu_init_cb(id, begun);
}

void masked_report(FILE *out) {
    for (size_t i = 0; i < place_count; i++)
        if (places[i].times)
            fprintf(out, "masked 0x%" PRIx64 " %" PRIu64 " %" PRIu64 " %d\n", places[i].address,
                    places[i].times, places[i].most, places[i].first);
}
