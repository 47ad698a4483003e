// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// A device as the header will show it: everything inherited, derived and counted is settled.
#ifndef CORTEN_TOOLS_SVD_MODEL_H
#define CORTEN_TOOLS_SVD_MODEL_H
#include "svd.h"

#define CAN_READ  1u
#define CAN_WRITE 2u

enum effect { // of a write; the numbers are those of <corten/reg.h>
    EFFECT_NONE,
    EFFECT_1C,
    EFFECT_0C,
    EFFECT_1S,
    EFFECT_0S,
    EFFECT_1T,
    EFFECT_0T,
    EFFECT_CLEAR,
    EFFECT_SET,
    EFFECT_MODIFY
};

enum read_effect { READ_NONE, READ_CLEARS, READ_SETS, READ_MODIFIES };

struct value {
    const char *name;
    uint64_t value, care; // bits of care that are 0 do not count when compared
    unsigned can;         // CAN_READ, CAN_WRITE: of which set it is
};

struct values {
    struct value *items;
    size_t n, room;
};

// A field, or an array of fields.
struct field {
    const char *name;   // without the place of the index
    const char *macro;  // unique in its register, as the header has it
    const char **elements; // the macros of the elements
    const char **index; // names of the elements, `count` of them, if an array
    const char *head, *tail; // what stands around the index in the elements' names
    uint32_t count;     // 0 if no array
    uint32_t step;      // bits from one to the next
    uint32_t lsb, width;
    unsigned can;
    enum effect effect;
    enum read_effect read;
    bool limited; // by a writeConstraint, to minimum .. maximum
    uint64_t minimum, maximum;
    struct values values;
    uint32_t line;
};

struct fields {
    struct field *items;
    size_t n, room;
};

// What registers of one layout have in common; an array's elements share it.
struct reg {
    const char *name; // as in the file, without the place of an index
    const char *full; // PERIPHERAL_REGISTER, unique in the header
    const char *about;
    uint32_t width;  // 8, 16, 32 or 64 bits
    uint32_t words;  // more than 1: too wide for a register, so many words without fields
    uint32_t stride; // bytes, where that is more than the width; else 0
    unsigned can;
    enum effect effect;
    enum read_effect read;
    bool once;    // writeOnce
    bool flags;   // some field acts on 1 or 0
    uint64_t reset, reset_mask;
    bool reset_differs;
    bool valued;
    uint64_t keep, ones, flag_mask;
    int64_t atomic[3]; // distance in bytes to the set, clear and toggle register; 0 if none
    struct fields fields;
    uint32_t line;
    bool emitted;
};

struct group;

// A register or cluster at an offset.
struct item {
    const char *name; // of the member
    uint64_t offset;  // in bytes, from the start of the group
    uint64_t size;    // in bytes, the whole array
    uint32_t align;
    uint32_t count; // 0 if no array
    struct reg *reg;
    struct group *group; // of a cluster; else NULL
    struct values index; // names of an array's indices (dimArrayIndex)
    const char *alternate; // what it may overlap with, as the file says; NULL
    uint32_t line;
    uint32_t order;
};

struct items {
    struct item *items;
    size_t n, room;
};

// Members in the order of their offsets, none of which overlaps another.
struct track {
    struct item **items;
    size_t n, room;
};

// A piece of a group: one member, or a union of tracks.
struct part {
    uint64_t offset, end; // as the compiler will lay it out
    struct track *items;
    size_t n, room;
};

struct parts {
    struct part *items;
    size_t n, room;
};

// A peripheral's or a cluster's layout: a struct of the header.
struct group {
    const char *name; // PERIPHERAL, or of a cluster its own
    const char *full; // PERIPHERAL or PERIPHERAL_CLUSTER, unique in the header
    const char *about;
    struct items items;
    struct parts parts;
    struct group *shared; // the group that has the same layout, if reset values alone differ
    uint64_t size;
    uint32_t align;
    uint32_t line;
    bool named, emitted;
};

struct instance {
    const char *name;
    uint64_t base;
    struct group *group;  // its type
    struct group *resets; // the same with its own reset values
    uint32_t line;
    bool wanted; // by --peripherals
};

struct array_of_instances { // UART(n)
    const char *name;
    uint64_t base, step;
    uint32_t count;
    struct group *group;
    bool wanted;
};

struct interrupt {
    const char *name;
    int64_t number;
    const char *about;
    bool alias; // another name of a number
    uint32_t line;
};

struct model {
    const char *name;
    const char *cpu;
    uint64_t priority_bits;
    bool fpu, mpu, vtor, bitband;
    bool has_cpu;
    const char *prefix; // of every name; ""
    struct {
        struct instance *items;
        size_t n, room;
    } instances;
    struct {
        struct array_of_instances *items;
        size_t n, room;
    } arrays;
    struct {
        struct interrupt *items;
        size_t n, room;
    } interrupts;
    struct {
        struct group **items;
        size_t n, room;
    } groups; // in the order of definition: what is used before what uses it
};

#endif
