// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A ring buffer for a serial port: 256 bytes from the receive interrupt to the main loop. Its size is
// part of its type, its indices are computed by the compiler, and there is no lock.

#include <corten/semihosting.h>
#include <corten/spsc.h>

typedef CT_SPSC(uint8_t, 256) uart_bytes;
static uart_bytes received;

_Static_assert(ct_capacity_(&received) == 256, "");
_Static_assert(sizeof(uart_bytes) == 256 + 2 * sizeof(uint16_t), "the slots and two indices");

static CT_NOINLINE enum ct_error push(CT_SPSC_PRODUCER(uart_bytes) * to, uint8_t byte) {
    return ct_spsc_enqueue(to, byte); // CT_OK or CT_FULL, and one of them must be looked at
}

static CT_NOINLINE int pop(CT_SPSC_CONSUMER(uart_bytes) * from) {
    uint8_t byte;
    return ct_spsc_dequeue(from, &byte) ? CT_EMPTY : byte;
}

int main(void) {
    ct_semihosting_print(ct_error_name(pop(ct_spsc_consumer(&received))));
    unsigned pushed = 0;
    while (push(ct_spsc_producer(&received), (uint8_t)pushed) == CT_OK) pushed++;
    ct_semihosting_print(", CT_FULL after ");
    ct_semihosting_print_u32(pushed);
    unsigned right = 0;
    for (int byte; (byte = pop(ct_spsc_consumer(&received))) >= 0;) right += byte == (int)right;
    ct_semihosting_print(" bytes, ");
    ct_semihosting_print_u32(right);
    ct_semihosting_print(" came out in order\n");
    ct_semihosting_exit(0);
}
