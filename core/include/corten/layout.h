// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Where things lie and how: packed, aligned, and the sections that Corten's linker scripts place.
///
///     struct CT_PACKED reading { uint8_t id; uint32_t at; float value; };   // 9 bytes, as on the wire
///     static uint8_t line[64] CT_ALIGNED(4);                                 // for a DMA of words
///     static uint32_t boots CT_NO_INIT;                                      // survives a reset
///     static float table[256] CT_CCM;                                        // core-coupled memory
///     CT_RAM_FUNCTION void program_page(void);                               // runs while flash is busy
#ifndef CORTEN_LAYOUT_H
#define CORTEN_LAYOUT_H

#include <corten/compiler.h>

/// No padding between members. Take the address of a member only through memcpy.
#define CT_PACKED __attribute__((packed))

/// The object begins at a multiple of bytes (a power of two).
#define CT_ALIGNED(bytes) __attribute__((aligned(bytes)))

/// The object or function lies in the named section of the linker script.
#define CT_SECTION(name) __attribute__((section(name)))

#ifdef CT_PORT_HOST
// A native program has none of these memories: the objects are ordinary ones there.
#    define CT_NO_INIT
#    define CT_CCM
#    define CT_CCM_BSS
#    define CT_RAM_FUNCTION CT_NOINLINE
#else
/// Not touched by start-up: the value survives a reset and is garbage after power-up, so
/// guard it with a check of your own. Takes no flash.
#    define CT_NO_INIT CT_SECTION(".noinit")
/// Core-coupled memory with an initial value from flash. The region file must have a CCM region,
/// or linking fails and says so. DMA cannot reach it on the STM32F405 (RM0090, 2.3.1).
#    define CT_CCM CT_SECTION(".ccm_data")
/// The same, zero at start and without a copy in flash.
#    define CT_CCM_BSS CT_SECTION(".ccm_bss")
#    if __has_attribute(long_call)
#        define CT_FAR_CALL_ __attribute__((long_call)) // flash and RAM are out of reach of a BL
#    else
#        define CT_FAR_CALL_
#    endif
/// The function is copied to RAM at start-up and runs there. Never inlined.
#    define CT_RAM_FUNCTION CT_SECTION(".ramfunc") CT_NOINLINE CT_FAR_CALL_
#endif

#endif
