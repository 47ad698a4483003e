// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Looks at a firmware from outside while QEMU runs it, exactly and reproducibly.
///
///     qemu-system-arm … -plugin build/lib/libcorten-qemu.so,out=FILE,OPTION,OPTION…
///
///     out=FILE            where the findings go, one a line (required)
///     count=NAME:A:B      count the instructions executed from the one at address A (included) to
///                         the one at B (excluded), in interrupt handlers too; may be given
///                         up to MAX_PAIRS times. Line: "count NAME TIMES MIN MAX TOTAL"
///     each=1              also a line for every time: "each NAME INSTRUCTIONS"
///     stores=A:B          log stores to addresses from A to B, both included; up to MAX_RANGES
///                         times. Line: "store INSTRUCTIONS ADDRESS BYTES VALUE"
///     live=1              each line is in the file at once, for who reads it while QEMU runs
///     and the options of the typist (typist.c) and of masked sections (masked.c)
///
/// Addresses are numbers as strtoul() reads them. An instruction counts once whenever it is
/// executed, also where its condition is false; entering and leaving an exception count nothing.
#include "masked.h"
#include "typist.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_PAIRS = 64, MAX_RANGES = 8 };

static struct pair {
    char *name;
    uint64_t start, stop;
    bool open;
    uint64_t begun, times, min, max, total;
} pairs[MAX_PAIRS];
static size_t pair_count;

static struct range {
    uint64_t first, last;
} ranges[MAX_RANGES];
static size_t range_count;

static bool list_each, live;
static uint64_t executed; // instructions so far; one vCPU, so one thread
static FILE *out;

API_EXPORT int qemu_plugin_version = API_OLDEST;

static void count_one(unsigned vcpu, void *data) {
    (void)vcpu, (void)data;
    executed++;
}

// Runs before count_one() of the same instruction: START is counted, STOP is not.
static void stop_pair(unsigned vcpu, void *data) {
    struct pair *pair = data;
    (void)vcpu;
    if (!pair->open) return;
    const uint64_t took = executed - pair->begun;
    pair->open = false;
    if (pair->times == 0 || took < pair->min) pair->min = took;
    if (took > pair->max) pair->max = took;
    pair->times++;
    pair->total += took;
    if (list_each) fprintf(out, "each %s %" PRIu64 "\n", pair->name, took);
}

static void start_pair(unsigned vcpu, void *data) {
    struct pair *pair = data;
    (void)vcpu;
    pair->open = true;
    pair->begun = executed;
}

static void log_store(unsigned vcpu, qemu_plugin_meminfo_t info, uint64_t address, void *data) {
    (void)vcpu, (void)data;
    for (size_t i = 0; i < range_count; i++) {
        if (address < ranges[i].first || address > ranges[i].last) continue;
        const qemu_plugin_mem_value value = qemu_plugin_mem_get_value(info);
        uint64_t bits = value.data.u64;
        if (value.type < 3) bits &= (UINT64_C(1) << (8u << value.type)) - 1;
        fprintf(out, "store %" PRIu64 " 0x%" PRIx64 " %u 0x%" PRIx64 "\n", executed, address,
                1u << value.type, bits);
        return;
    }
}

static void mark(struct qemu_plugin_insn *insn, qemu_plugin_insn_cb *call, struct pair *pair) {
    qemu_plugin_register_vcpu_insn_exec_cb(insn, call, QEMU_PLUGIN_CB_NO_REGS, pair);
}

static void translated(qemu_plugin_id_t id, struct qemu_plugin_tb *block) {
    (void)id;
    const size_t count = qemu_plugin_tb_n_insns(block);
    for (size_t i = 0; i < count; i++) {
        struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(block, i);
        const uint64_t address = qemu_plugin_insn_vaddr(insn);
        for (size_t n = 0; n < pair_count; n++) {
            struct pair *pair = &pairs[n];
            if (address == pair->stop && address != pair->start) mark(insn, stop_pair, pair);
            if (address == pair->start) mark(insn, start_pair, pair);
            if (address == pair->stop && address == pair->start) mark(insn, stop_pair, pair);
        }
        typist_translated(insn, address);
        masked_translated(insn);
        if (pair_count || range_count)
            qemu_plugin_register_vcpu_insn_exec_cb(insn, count_one, QEMU_PLUGIN_CB_NO_REGS, NULL);
        if (range_count)
            qemu_plugin_register_vcpu_mem_cb(insn, log_store, QEMU_PLUGIN_CB_NO_REGS,
                                             QEMU_PLUGIN_MEM_W, NULL);
    }
}

static void finish(qemu_plugin_id_t id, void *data) {
    (void)id, (void)data;
    for (size_t i = 0; i < pair_count; i++)
        fprintf(out, "count %s %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 "\n", pairs[i].name,
                pairs[i].times, pairs[i].min, pairs[i].max, pairs[i].total);
    masked_report(out);
    fclose(out);
}

// "NAME:A:B" or, with name NULL, "A:B"; false when it is neither.
static bool parse_pair(char *text, char **name, uint64_t *a, uint64_t *b) {
    char *end;
    if (name) {
        *name = text;
        text = strchr(text, ':');
        if (!text) return false;
        *text++ = '\0';
    }
    *a = strtoull(text, &end, 0);
    if (end == text || *end != ':') return false;
    text = end + 1;
    *b = strtoull(text, &end, 0);
    return end != text && *end == '\0';
}

// One option; false when it is not understood.
static bool take(const char *key, char *value) {
    if (strcmp(key, "out") == 0) {
        out = fopen(value, "w");
        return out != NULL;
    }
    if (strcmp(key, "each") == 0) {
        list_each = strcmp(value, "0") != 0 && strcmp(value, "off") != 0;
        return true;
    }
    if (strcmp(key, "live") == 0) {
        live = strcmp(value, "0") != 0;
        return true;
    }
    if (strcmp(key, "count") == 0) {
        struct pair *pair = &pairs[pair_count];
        if (pair_count == MAX_PAIRS || !parse_pair(value, &pair->name, &pair->start, &pair->stop))
            return false;
        pair_count++;
        return true;
    }
    if (strcmp(key, "stores") == 0) {
        struct range *range = &ranges[range_count];
        if (range_count == MAX_RANGES || !parse_pair(value, NULL, &range->first, &range->last))
            return false;
        range_count++;
        return true;
    }
    return masked_take(key, value) || typist_take(key, value);
}

API_EXPORT int qemu_plugin_install(qemu_plugin_id_t id, const qemu_info_t *info, int argc,
                                   char **argv) {
    if (info->version.cur < API_OLDEST || info->version.min > API_OLDEST) {
        fprintf(stderr, "corten plugin: this QEMU serves plugin API %d to %d, not %d\n",
                info->version.min, info->version.cur, API_OLDEST);
        return 1;
    }
    if (info->system.smp_vcpus > 1) {
        fputs("corten plugin: for one CPU only\n", stderr);
        return 1;
    }
    for (int i = 0; i < argc; i++) {
        char *text = strdup(argv[i]); // the names in it are kept
        char *value = text ? strchr(text, '=') : NULL;
        if (value) *value++ = '\0';
        if (!value || !take(text, value)) {
            fprintf(stderr, "corten plugin: not understood: %s\n", argv[i]);
            return 1;
        }
    }
    if (!out) {
        fputs("corten plugin: out=FILE is missing or cannot be written\n", stderr);
        return 1;
    }
    if (live) setvbuf(out, NULL, _IOLBF, 0);
    if (!typist_begin(out)) return 1;
    masked_begin(id);
    qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
    qemu_plugin_register_atexit_cb(id, finish, NULL);
    return 0;
}
