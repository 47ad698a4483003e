// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// row push "tour 9, ring: push, with call and return"
// row pop "tour 9, ring: pop, with call and return"
// function push "tour 9, ring: push"
// function pop "tour 9, ring: pop"
#define main tour_main
#include "../../examples/tour/09_ring.c"
#undef main

#include "../bench.h"

static struct {
    uint8_t slots[256];
    volatile uint16_t head, tail;
} by_hand;

// Head and tail count on for ever; the capacity is a power of two.
static CT_NOINLINE enum ct_error push_by_hand(uint8_t byte) {
    const uint16_t tail = by_hand.tail;
    if ((uint16_t)(tail - by_hand.head) == 256) return CT_FULL;
    by_hand.slots[tail % 256] = byte;
    __asm__ volatile("" ::: "memory");
    by_hand.tail = (uint16_t)(tail + 1);
    return CT_OK;
}
static CT_NOINLINE int pop_by_hand(void) {
    const uint16_t head = by_hand.head;
    if (head == by_hand.tail) return CT_EMPTY;
    const uint8_t byte = by_hand.slots[head % 256];
    __asm__ volatile("" ::: "memory");
    by_hand.head = (uint16_t)(head + 1);
    return byte;
}

int main(void) {
    CT_SPSC_PRODUCER(uart_bytes) *to = ct_spsc_producer(&received);
    CT_SPSC_CONSUMER(uart_bytes) *from = ct_spsc_consumer(&received);
    BENCH_START(push);
    enum ct_error pushed = push(to, 7);
    BENCH_STOP(push);
    BENCH_START(push_by_hand);
    enum ct_error pushed_by_hand = push_by_hand(7);
    BENCH_STOP(push_by_hand);
    BENCH_START(pop);
    int popped = pop(from);
    BENCH_STOP(pop);
    BENCH_START(pop_by_hand);
    int popped_by_hand = pop_by_hand();
    BENCH_STOP(pop_by_hand);
    ct_semihosting_exit(pushed | pushed_by_hand | (popped - 7) | (popped_by_hand - 7));
}
