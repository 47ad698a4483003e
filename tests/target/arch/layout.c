// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Where the sections lie, what is in them before main(), and the layouts that drivers ask for.

#include <corten/layout.h>

#include "../check.h"

extern uint32_t __stack_limit[], __stack_top[], __data_start[], __data_end[], __bss_end[];
extern const uint32_t __vectors[];

static volatile uint32_t initialised[3] = {1, 2, 3};
static volatile uint8_t initialised_bytes[5] = {5, 4, 3, 2, 1}; // .data ends in the middle of a word
static volatile uint32_t zeroed[3];
static volatile uint8_t zeroed_bytes[3];
static volatile uint32_t kept[2] CT_NO_INIT;
static volatile uint32_t in_ccm[2] CT_CCM = {0xCC01, 0xCC02};
static volatile uint32_t in_ccm_bss[2] CT_CCM_BSS;
static const uint32_t constant[4] = {9, 8, 7, 6};

struct CT_PACKED reading {
    uint8_t id;
    uint32_t at;
    float value;
};
_Static_assert(sizeof(struct reading) == 9, "as on the wire");
static volatile struct reading readings[2] = {{1, 0x11223344, 1.5f}, {2, 0x55667788, -2.5f}};
static volatile uint8_t line[33] CT_ALIGNED(32);

CT_RAM_FUNCTION static uint32_t in_ram(uint32_t n) {
    uintptr_t pc;
    __asm__ volatile("mov %0, pc" : "=r"(pc));
    return n > 3 ? (uint32_t)pc : 0;
}

#define IS_IN(address, from, to)                                                                   \
    CHECK((uintptr_t)(address) >= (uintptr_t)(from) && (uintptr_t)(address) < (uintptr_t)(to))

int main(void) {
    for (unsigned i = 0; i < 3; i++) CHECK_EQUAL(initialised[i], i + 1);
    for (unsigned i = 0; i < 5; i++) CHECK_EQUAL(initialised_bytes[i], 5 - i);
    for (unsigned i = 0; i < 3; i++) CHECK(zeroed[i] == 0 && zeroed_bytes[i] == 0);
    CHECK(in_ccm[0] == 0xCC01 && in_ccm[1] == 0xCC02 && in_ccm_bss[0] == 0 && in_ccm_bss[1] == 0);
    const uint32_t *constants = constant;
    __asm__("" : "+r"(constants));
    CHECK(constants[0] == 9 && constants[3] == 6);

    IS_IN(initialised, __data_start, __data_end);
    IS_IN(zeroed, __data_end, __bss_end);
    CHECK((uintptr_t)kept >= (uintptr_t)__bss_end);
    IS_IN(in_ccm, CCM, CCM + 0x1000);
    IS_IN(in_ccm_bss, CCM, CCM + 0x1000);
    CHECK((uintptr_t)constants < (uintptr_t)__stack_limit);
    CHECK(((uintptr_t)constants & 0xF0000000) == ((uintptr_t)__vectors & 0xF0000000));

    // the stack is the lowest of RAM, under all variables
    int here;
    IS_IN(&here, __stack_limit, __stack_top);
    CHECK((uintptr_t)__stack_top <= (uintptr_t)__data_start);
    CHECK_EQUAL((uintptr_t)__stack_top % 8, 0);
    CHECK_EQUAL(__vectors[0], (uintptr_t)__stack_top);

    CHECK_EQUAL((uintptr_t)&readings[1] - (uintptr_t)&readings[0], 9);
    CHECK_EQUAL(readings[1].at, 0x55667788);
    CHECK(readings[0].value == 1.5f && readings[1].value == -2.5f);
    CHECK_EQUAL((uintptr_t)line % 32, 0);

    IS_IN(in_ram(4), __data_start, __data_end);
    CHECK_EQUAL(in_ram(3), 0);
    DONE();
}
