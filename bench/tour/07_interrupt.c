// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// board: nucleo-f401re
// cores: thumbv7em-hf
// function TIM2_Handler "tour 7, interrupt: the handler"
#include "../../examples/tour/07_interrupt.c"

static struct {
    uint16_t slots[32];
    volatile uint32_t head, tail;
} by_hand;
static volatile uint32_t lost_by_hand;

// Head and tail count on for ever; the capacity is a power of two. Nobody calls it, so it stands
// where the linker keeps what nobody calls.
void TIM2_Handler_by_hand(void);
__attribute__((section(".init"), used)) void TIM2_Handler_by_hand(void) {
    if (!(*(volatile uint32_t *)0x40000010 & 1u)) return;
    *(volatile uint32_t *)0x40000010 = ~1u;
    const uint16_t counts = (uint16_t)*(volatile uint32_t *)0x4001204C;
    *(volatile uint32_t *)0x40012008 |= 1u << 30;
    const uint32_t tail = by_hand.tail;
    if (tail - by_hand.head == 32) {
        lost_by_hand++;
        return;
    }
    by_hand.slots[tail % 32] = counts;
    __asm__ volatile("" ::: "memory");
    by_hand.tail = tail + 1;
}
