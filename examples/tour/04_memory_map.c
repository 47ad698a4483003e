// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The memory map: what survives a reset, what runs in RAM, what lies in core-coupled memory. The
// regions themselves are in the board's memory.x; the linker script is made from it.

#include <corten/layout.h>
#include <corten/reset.h>
#include <corten/semihosting.h>

// Not touched by start-up: garbage after power-up, so a magic number guards it.
static struct {
    uint32_t magic, boots;
} history CT_NO_INIT;

// In core-coupled memory where the region file has it, as that of the STM32F405.
#ifdef CT_HAS_CCM
static uint32_t samples[256] CT_CCM_BSS;
#else
static uint32_t samples[256];
#endif

CT_RAM_FUNCTION static uintptr_t where_it_runs(void) { // goes on while flash is being written
    uintptr_t pc;
    __asm__ volatile("mov %0, pc" : "=r"(pc));
    return pc;
}

static void say(const char *what, uintptr_t value) {
    ct_semihosting_print(what);
    ct_semihosting_print_hex((uint32_t)value);
    ct_semihosting_print("\n");
}

int main(void) {
    if (history.magic != 0xB0075) {
        history.magic = 0xB0075;
        history.boots = 0;
    }
    history.boots++;
    say("boot ", history.boots);
    if (history.boots < 3) ct_reset();

    say("flash: main         ", (uintptr_t)main >> 24 << 24);
    say("RAM:   a function   ", where_it_runs() >> 24 << 24);
    say("       the samples  ", (uintptr_t)samples >> 24 << 24);
    history.magic = 0;
    ct_semihosting_exit(0);
}
