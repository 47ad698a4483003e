// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The stack lies between two symbols of the linker script and grows down. An interrupt while the
// painting goes on has left the stack again before the next word is painted.

#include <corten/stack.h>

extern uint32_t __stack_limit[], __stack_top[];
#define PAINT 0xC0C0ACE5u

void ct_stack_paint(void) {
    uint32_t *end;
#ifdef __arm__
    __asm__ volatile("mov %0, sp" : "=r"(end));
#else
    __asm__ volatile("mv %0, sp" : "=r"(end));
#endif
    for (volatile uint32_t *word = __stack_limit; word < end; word++) *word = PAINT;
}

size_t ct_stack_used(void) {
    const volatile uint32_t *word = __stack_limit;
    while (word < __stack_top && *word == PAINT) word++;
    return (uintptr_t)__stack_top - (uintptr_t)word;
}

size_t ct_stack_size(void) { return (uintptr_t)__stack_top - (uintptr_t)__stack_limit; }
