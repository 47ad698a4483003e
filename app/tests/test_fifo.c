// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The ring's arithmetic against a plain list, at every capacity there is, with random operations;
// and the slots that it hands out are never in use.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <corten/app/fifo.h>

static uint32_t state = 1;
static uint32_t random_number(void) { // xorshift32
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

static void behaves_like_a_list(unsigned capacity, uint8_t begin) {
    struct ct_fifo fifo = {begin, begin};
    uint32_t slot[CT_FIFO_MOST], list[CT_FIFO_MOST + 1];
    unsigned length = 0;
    uint32_t next = 1;
    memset(slot, 0xEE, sizeof slot);
    for (unsigned step = 0; step < 1500; step++) {
        assert_int_equal(ct_fifo_count(&fifo, capacity), length);
        assert_int_equal(ct_fifo_is_empty(&fifo, capacity), length == 0);
        const unsigned bias = step / 300 % 2 ? 3 : 1; // fills up and runs dry by turns
        if (random_number() % 4 < bias) {
            if (length == capacity) continue;
            const unsigned at = ct_fifo_free_slot(&fifo, capacity);
            assert_in_range(at, 0, capacity - 1);
            for (unsigned n = 0; n < length; n++) assert_true(slot[at] != list[n]);
            slot[at] = list[length++] = next++;
            ct_fifo_add_written(&fifo, capacity);
        } else {
            if (length == 0) continue;
            const unsigned at = ct_fifo_oldest(&fifo, capacity);
            assert_in_range(at, 0, capacity - 1);
            assert_int_equal(slot[at], list[0]);
            slot[at] = 0xEEEEEEEE;
            memmove(list, list + 1, --length * sizeof *list);
            ct_fifo_drop_oldest(&fifo, capacity);
        }
    }
}

static void every_capacity(void **unused) {
    (void)unused;
    for (unsigned capacity = 1; capacity <= CT_FIFO_MOST; capacity++) behaves_like_a_list(capacity, 0);
}

static void every_beginning(void **unused) {
    (void)unused;
    for (unsigned capacity = 2; capacity <= 9; capacity++)
        for (unsigned begin = 0; begin < 2 * capacity; begin++)
            behaves_like_a_list(capacity, (uint8_t)begin);
}

static void full_and_empty_differ(void **unused) {
    (void)unused;
    for (unsigned capacity = 1; capacity <= CT_FIFO_MOST; capacity++) {
        struct ct_fifo fifo = {0, 0};
        for (unsigned round = 0; round < 5; round++) {
            for (unsigned n = 0; n < capacity; n++) ct_fifo_add_written(&fifo, capacity);
            assert_int_equal(ct_fifo_count(&fifo, capacity), capacity);
            assert_false(ct_fifo_is_empty(&fifo, capacity));
            for (unsigned n = 0; n < capacity; n++) ct_fifo_drop_oldest(&fifo, capacity);
            assert_true(ct_fifo_is_empty(&fifo, capacity));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_capacity),
        cmocka_unit_test(every_beginning),
        cmocka_unit_test(full_and_empty_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
