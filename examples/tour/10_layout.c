// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Layout: what the other side of a wire, a DMA and a linker script must be able to rely on is
// stated, and checked while it is compiled; the one place of assembly checks itself when it runs.

#include <corten/assert.h>
#include <corten/layout.h>
#include <corten/semihosting.h>

struct CT_PACKED reading { // as it goes over the wire
    uint8_t sensor;
    uint32_t at;
    float value;
};
_Static_assert(sizeof(struct reading) == 9, "a reading is 9 bytes on the wire");
_Static_assert(offsetof(struct reading, value) == 5, "");

typedef uint8_t dma_buffer[64] CT_ALIGNED(4); // a DMA writes it in words
_Static_assert(_Alignof(dma_buffer) == 4 && sizeof(dma_buffer) % 4 == 0, "a DMA writes words");
static dma_buffer buffer;

#ifdef CT_HAS_CCM
#    define FAST CT_CCM // with its initial values copied from flash
#else
#    define FAST CT_SECTION(".data.fast") // the fastest there is: RAM
#endif
static uint16_t squares[8] FAST = {0, 1, 4, 9, 16, 25, 36, 49};

/// Takes 3 cycles a turn on a Cortex-M3 or M4, 4 on an M0, and one refill less for the last: SUBS is
/// one cycle, a taken branch 1 + 1 to 3 (DDI 0337I, 3.3.1; DDI 0432C, 3.3). Interrupts add theirs.
ct_inline void delay_turns(uint32_t turns) {
    __asm__ volatile(".syntax unified\n1:\tsubs %0, %0, #1\n\tbne 1b" : "+l"(turns)::"cc");
}

static CT_NOINLINE void short_delay(void) { delay_turns(100); }

int main(void) {
    struct reading reading = {7, 1000, 21.5f};
    __builtin_memcpy(buffer, &reading, sizeof reading);
    CT_REQUIRE(buffer[0] == 7 && buffer[1] == (1000 & 0xFF), "the reading begins with the sensor");
    CT_REQUIRE((uintptr_t)buffer % 4 == 0, "the buffer is misaligned");
    CT_REQUIRE(squares[7] == 49, "the table was not copied");
    short_delay();
    ct_semihosting_print("9 bytes, aligned to 4, table at ");
    ct_semihosting_print_hex((uint32_t)((uintptr_t)squares >> 24 << 24));
    ct_semihosting_print("\n");
    ct_semihosting_exit(0);
}
