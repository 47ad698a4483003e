// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// <corten/hal/can.h>: who wins the bus, against the bits as they are on the wire.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <corten/hal/can.h>

// The arbitration field bit by bit (CAN specification 2.0, part B, 3.1.1); returns how many.
static int on_the_wire(const struct ct_can_frame *frame, int *bits) {
    int n = 0;
    const uint32_t id = frame->id.bits;
    if (frame->id.is_extended) {
        for (int bit = 28; bit >= 18; bit--) bits[n++] = id >> bit & 1;
        bits[n++] = 1; // SRR
        bits[n++] = 1; // IDE
        for (int bit = 17; bit >= 0; bit--) bits[n++] = id >> bit & 1;
        bits[n++] = frame->is_remote;
    } else {
        for (int bit = 10; bit >= 0; bit--) bits[n++] = id >> bit & 1;
        bits[n++] = frame->is_remote;
        bits[n++] = 0; // IDE
    }
    return n;
}

static struct ct_can_frame some(void) {
    struct ct_can_frame frame = {0};
    frame.id.is_extended = (uint32_t)rand() & 1u;
    // few different bases, so that many differ late only
    const uint32_t base = (uint32_t)rand() % 3u * 0x2AAu & 0x7FFu;
    const uint32_t rest = (uint32_t)rand() % 3u * 0x15555u & 0x3FFFFu;
    frame.id.bits = (frame.id.is_extended ? base << 18 | rest : base) & 0x1FFFFFFFu;
    frame.is_remote = rand() & 1;
    return frame;
}

static void the_first_zero_against_a_one_wins(void **unused) {
    (void)unused;
    srand(6);
    for (int round = 0; round < 20000; round++) {
        const struct ct_can_frame a = some(), b = some();
        int x[40], y[40], expected = 0;
        const int n = on_the_wire(&a, x), m = on_the_wire(&b, y);
        for (int i = 0; i < n && i < m && !expected; i++) expected = x[i] - y[i];
        const uint32_t p = ct_can_arbitration(&a), q = ct_can_arbitration(&b);
        assert_int_equal((p > q) - (p < q), expected);
        if (!a.is_remote && !b.is_remote) assert_int_equal(ct_can_id_compare(a.id, b.id), expected);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_first_zero_against_a_one_wins)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
