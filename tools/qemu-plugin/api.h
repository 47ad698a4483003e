// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The part of QEMU's TCG plugin interface that is used here.
///
/// Debian's QEMU loads plugins but ships no header, so the few names are declared anew. They are
/// those of plugin API version 4 (QEMU 9.2 and 10.0) and 5; plugin.c refuses to load elsewhere.
/// Source: QEMU's documentation, "TCG Plugins", section API.
#ifndef CORTEN_QEMU_PLUGIN_API_H
#define CORTEN_QEMU_PLUGIN_API_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define API_OLDEST 4
#define API_EXPORT __attribute__((visibility("default")))

typedef uint64_t qemu_plugin_id_t;

typedef struct {
    const char *target_name;
    struct {
        int min, cur; // versions of the interface that this QEMU serves
    } version;
    bool system_emulation;
    struct {
        int smp_vcpus, max_vcpus;
    } system;
} qemu_info_t;

struct qemu_plugin_tb;   // a translated block
struct qemu_plugin_insn; // an instruction in it
typedef uint32_t qemu_plugin_meminfo_t;

enum { QEMU_PLUGIN_CB_NO_REGS = 0, QEMU_PLUGIN_CB_R_REGS = 1 };
enum { QEMU_PLUGIN_MEM_R = 1, QEMU_PLUGIN_MEM_W = 2 };

typedef struct {
    int type; // 0 to 4: 1, 2, 4, 8, 16 bytes
    union {
        uint8_t u8;
        uint16_t u16;
        uint32_t u32;
        uint64_t u64;
        struct {
            uint64_t low, high;
        } u128;
    } data;
} qemu_plugin_mem_value;

typedef void qemu_plugin_insn_cb(unsigned vcpu, void *data);
typedef void qemu_plugin_mem_cb(unsigned vcpu, qemu_plugin_meminfo_t info, uint64_t address,
                                void *data);

void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t id,
                                           void (*translated)(qemu_plugin_id_t,
                                                              struct qemu_plugin_tb *));
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *tb);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *tb, size_t index);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *insn);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *insn, qemu_plugin_insn_cb *call,
                                            int flags, void *data);
void qemu_plugin_register_vcpu_mem_cb(struct qemu_plugin_insn *insn, qemu_plugin_mem_cb *call,
                                      int flags, int direction, void *data);
bool qemu_plugin_mem_is_store(qemu_plugin_meminfo_t info);
qemu_plugin_mem_value qemu_plugin_mem_get_value(qemu_plugin_meminfo_t info);
void qemu_plugin_register_vcpu_init_cb(qemu_plugin_id_t id, void (*call)(qemu_plugin_id_t, unsigned));

// Registers. The arrays are GLib's, of which QEMU brings its own.
struct GArray {
    char *data;
    unsigned length;
};
struct GByteArray {
    uint8_t *data;
    unsigned length;
};
struct qemu_plugin_register;
typedef struct {
    struct qemu_plugin_register *handle;
    const char *name, *feature;
} qemu_plugin_reg_descriptor;
struct GArray *qemu_plugin_get_registers(void); // from the call of vcpu_init only
int qemu_plugin_read_register(struct qemu_plugin_register *handle, struct GByteArray *into);
struct GByteArray *g_byte_array_new(void);
struct GByteArray *g_byte_array_set_size(struct GByteArray *array, unsigned length);

void qemu_plugin_register_atexit_cb(qemu_plugin_id_t id, void (*call)(qemu_plugin_id_t, void *),
                                    void *data);

#endif
