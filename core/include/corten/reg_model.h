// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// What registers answer in a native build: storage, with the access rights, reset values and side
// effects of the chip's description. `corten svd --model` writes the table.
//
//     #include <corten/registers_model.h>              // device_model, device_model_count
//     static struct ct_reg_model chip;
//     static uint64_t words[device_model_count];
//     ct_reg_model_open(&chip, &device_model, words);
//     ct_reg_model_use(&chip);                         // from here on the verbs go to it
//     reg_set(GPIOA->ODR, GPIO_ODR_OD5);
//     assert(ct_reg_model_peek(&chip, 0x40020014) == 1u << 5);
//
// A model of a peripheral's behaviour is put on top with ct_reg_model_watch(): a function that is told
// of each access of a range of addresses, after the storage has done its part.
//
// Not for firmware: native builds only, and from one thread.
#ifndef CORTEN_REG_MODEL_H
#define CORTEN_REG_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// One register. Masks are over its bits; `effect` has the bits on which a write acts in one way, in
// the order of <corten/reg.h>: nothing special, 1 clears, 0 clears, 1 sets, 0 sets, 1 toggles,
// 0 toggles, any write clears, any write sets.
struct ct_reg_model_register {
    const char *name; // "USART2.CR1"
    uint64_t address;
    unsigned size; // bytes: 1, 2, 4 or 8
    uint64_t reset, readable, writable;
    uint64_t effect[9];
    uint64_t read_clears, read_sets;
};

// A device: its registers, in ascending order of addresses.
struct ct_reg_model_device {
    const struct ct_reg_model_register *registers;
    size_t count;
};

// What went wrong in an access.
enum ct_reg_model_mistake {
    CT_REG_MODEL_NOTHING_THERE, // no register at this address
    CT_REG_MODEL_WRONG_WIDTH,   // the register has another width
    CT_REG_MODEL_NOT_READABLE,  // nothing of the register can be read
    CT_REG_MODEL_NOT_WRITABLE,  // nothing of the register can be written
};

struct ct_reg_model_access {
    const struct ct_reg_model_register *reg;
    bool write;
    uint64_t value;  // written, or about to be given to the reader
    uint64_t before; // what the register held
};

struct ct_reg_model;

// Called after the storage: for a write `*stored` is what the register holds now, and may be changed;
// for a read `access->value` has been taken from it, and *answer, which the reader gets, may be changed.
typedef void ct_reg_model_watcher(struct ct_reg_model *m, const struct ct_reg_model_access *access,
                                  uint64_t *stored, uint64_t *answer, void *context);

enum { CT_REG_MODEL_WATCHERS = 32 };

struct ct_reg_model {
    const struct ct_reg_model_device *device;
    uint64_t *words; // one for each register of the table
    struct {
        uint64_t first, last; // addresses
        ct_reg_model_watcher *call;
        void *context;
    } watchers[CT_REG_MODEL_WATCHERS];
    unsigned watcher_count;
    // Called at a mistake. NULL: it is printed to standard error and the program is aborted.
    void (*mistake)(struct ct_reg_model *m, enum ct_reg_model_mistake what, uint64_t address,
                    unsigned size, bool write);
    // Called before each access, for what shall have happened until then. NULL: nothing.
    void (*before)(struct ct_reg_model *m);
    // Asked where there is no register: memory, say. True when it has read into or written from *value.
    bool (*memory)(struct ct_reg_model *m, uint64_t address, unsigned size, bool write, uint64_t *value);
    uint64_t reads, writes; // accesses so far
};

// Sets up a model and resets it. `words`: device->count of them, kept by the caller.
void ct_reg_model_open(struct ct_reg_model *m, const struct ct_reg_model_device *device, uint64_t *words);
// All registers to their reset values. Watchers stay.
void ct_reg_model_reset(struct ct_reg_model *m);
// The model that ct_reg_read and ct_reg_write go to; NULL: none, any access is a mistake.
void ct_reg_model_use(struct ct_reg_model *m);
// Watches accesses to addresses from first to last; false if there are too many watchers already.
bool ct_reg_model_watch(struct ct_reg_model *m, uint64_t first, uint64_t last,
                        ct_reg_model_watcher *call, void *context);

// From the hardware's side, without rights and side effects: what a register holds, by its address (0 if
// there is none), and putting something into it (false if there is none).
uint64_t ct_reg_model_peek(const struct ct_reg_model *m, uint64_t address);
bool ct_reg_model_poke(struct ct_reg_model *m, uint64_t address, uint64_t value);
// The register at an address, of this size, or of any if size is 0; NULL if there is none.
const struct ct_reg_model_register *ct_reg_model_find(const struct ct_reg_model *m, uint64_t address,
                                                      unsigned size);

#endif
