// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// String, and the byte ring.
#include "support/cmocka.h"
#include "support/expect_panic.h"
#include "support/random_test.h"

#include <corten/byte_ring.h>
#include <corten/text.h>

#include <stdio.h>
#include <string.h>

static CT_TEXT(24) line;
static void compose(void) {
    if (ct_text_append(&line, "t = ")) return;
    if (ct_text_format(&line, "%d.%d °C", 21, 5)) return;
}

static void test_text_example(void **state) {
    (void)state;
    compose();
    assert_string_equal(ct_text_c(&line), "t = 21.5 °C");
    assert_int_equal(ct_text_length(&line), 12);
    assert_int_equal(sizeof line, 26);
}

static void test_text_limits(void **state) {
    (void)state;
    static CT_TEXT(5) t;
    static char array[6];
    static CT_TEXT_OVER over = CT_TEXT_ON(array);
    assert_int_equal(ct_text_append(&t, "12345"), CT_OK);
    assert_int_equal(ct_text_append(&t, "6"), CT_FULL);
    assert_int_equal(ct_text_push(&t, 'x'), CT_FULL);
    assert_int_equal(ct_text_format(&t, "%d", 1), CT_FULL);
    assert_string_equal(ct_text_c(&t), "12345");
    ct_text_clear(&t);
    assert_int_equal(ct_text_format(&t, "%d", 123456), CT_FULL);
    assert_string_equal(ct_text_c(&t), "");
    assert_int_equal(ct_text_format(&t, "%s", "abcde"), CT_OK);
    assert_int_equal(ct_text_append_bytes(&over, "a\0b", 3), CT_INVALID);
    assert_int_equal(ct_text_append_bytes(&over, "abcdef", 0xFFFFFFFFu), CT_FULL);
    assert_int_equal(ct_text_append(&over, ct_text_c(&t)), CT_OK);
    assert_true(ct_text_equal(&over, "abcde"));
    ct_text_truncate(&over, 2);
    assert_int_equal(ct_text_append(&over, ct_text_c(&over)), CT_OK); // itself
    assert_true(ct_text_equal(&over, "abab"));
}

// Every character of Unicode comes back; nothing else is accepted.
static void test_utf8(void **state) {
    (void)state;
    CT_TEXT(8) t = {.state_ = {0}};
    for (uint32_t c = 1; c < 0x110800; c++) {
        bool const valid = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
        assert_int_equal(ct_text_append_character(&t, c), valid ? CT_OK : CT_INVALID);
        if (!valid) continue;
        assert_true(ct_text_is_utf8(&t));
        assert_int_equal(ct_text_pop(&t), c);
        assert_int_equal(ct_text_length(&t), 0);
    }
    assert_int_equal(ct_text_pop(&t), CT_EMPTY);
    static const char *const wrong[] = {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
                                        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                                        "\xE2\x82", "a\xFF", "\xC3(", "\xE2(\xA1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(ct_text_append_utf8(&t, wrong[i], (uint32_t)strlen(wrong[i])), CT_INVALID);
    assert_int_equal(ct_text_append_utf8(&t, "a€", 4), CT_OK);
    ct_text_truncate(&t, 3); // in the middle of the euro sign
    assert_string_equal(ct_text_c(&t), "a");
    assert_int_equal(ct_text_append_bytes(&t, "\x82", 1), CT_OK);
    assert_int_equal(ct_text_pop(&t), CT_INVALID);
    assert_string_equal(ct_text_c(&t), "a");
}

// ---- texts against the C library

static CT_TEXT(17) text;
static char expected[64];
static void text_begin(void) {
    ct_text_clear(&text);
    expected[0] = 0;
}
static bool text_step(struct random_op op) {
    char piece[24];
    snprintf(piece, sizeof piece, "%u", (unsigned)(op.a >> op.b % 32));
    size_t const length = strlen(expected), more = strlen(piece);
    bool const fits = length + more <= 17;
    enum ct_error error = fits ? CT_OK : CT_FULL;
    switch (op.kind) {
    case 0: error = ct_text_append(&text, piece); break;
    case 1: error = ct_text_format(&text, "%u", (unsigned)(op.a >> op.b % 32)); break;
    case 2: error = ct_text_append_utf8(&text, piece, (uint32_t)more); break;
    case 3:
        ct_text_truncate(&text, op.a % 20);
        if (op.a % 20 < length) expected[op.a % 20] = 0;
        return ct_text_equal(&text, expected) && ct_text_length(&text) == strlen(expected);
    default: {
        int32_t const popped = ct_text_pop(&text);
        bool const right = popped == (length ? expected[length - 1] : (int)CT_EMPTY);
        if (length) expected[length - 1] = 0;
        return right && ct_text_equal(&text, expected);
    }
    }
    if (fits) strcat(expected, piece);
    return error == (fits ? CT_OK : CT_FULL) && ct_text_equal(&text, expected) &&
           ct_text_length(&text) == strlen(expected);
}
static void test_text_random(void **state) {
    (void)state;
    assert_true(random_test((struct random_test){"text", 5, text_begin, text_step}));
}

// ---- the byte ring

static CT_BYTE_RING(64) ring;
static uint32_t receive(uint8_t *to) {
    memcpy(to, "hello", 5);
    return 5;
}
static char gone[65];
static uint32_t send(const uint8_t *from, uint32_t count) {
    memcpy(gone, from, count);
    return count;
}

static void test_ring_example(void **state) {
    (void)state;
    uint8_t *to = ct_byte_ring_grant(&ring, 16);
    if (to) ct_byte_ring_commit(&ring, 16, receive(to));
    uint32_t count;
    uint8_t *from = ct_byte_ring_read(&ring, &count);
    ct_byte_ring_release(&ring, send(from, count));
    assert_string_equal(gone, "hello");
    assert_string_equal(PANIC_OF(ct_byte_ring_release(&ring, 1)), "more was released than was read");
    assert_string_equal(PANIC_OF(ct_byte_ring_commit(&ring, 65, 1)),
                        "the byte ring has not granted so many bytes");
    assert_string_equal(PANIC_OF(ct_byte_ring_commit(&ring, 4, 5)),
                        "more was committed than the grant held");
    assert_null(ct_byte_ring_grant(&ring, 0xFFFFFFFF));
    uint32_t place = ct_byte_ring_place(30, 60, 16, 64);
    uint32_t run = ct_byte_ring_run(30, 16, 4, 64);
    assert_int_equal(place, 0);
    assert_int_equal(run, 30);
}

static CT_BYTE_RING(13) small;
static uint8_t bytes[300];
static CT_BYTE_RING_OVER large = CT_BYTE_RING_ON(bytes);
static uint8_t queue[2][512];
static uint32_t queued[2], stamp;
static void ring_begin(void) {
    memset(&small, 0, sizeof small);
    memset(large.state_, 0, sizeof large.state_);
    queued[0] = queued[1] = 0;
}
static bool ring_step(struct random_op op) {
    int const which = op.b & 1;
    struct ct_byte_ring const r = which ? ct_byte_ring_view(&large) : ct_byte_ring_view(&small);
    uint32_t const capacity = r.capacity_, n = op.a % (capacity / 2 + 1);
    uint32_t *const used = &queued[which];
    if (op.kind < 2) {
        uint8_t *const to = ct_byte_ring_grant(&r, n);
        if (!to) return *used > 0 || n > 0;
        uint32_t const written = op.kind ? n : n / 2;
        for (uint32_t i = 0; i < written; i++) to[i] = queue[which][(*used)++] = (uint8_t)stamp++;
        ct_byte_ring_commit(&r, n, written);
        return to >= r.slots_ && to + n <= r.slots_ + capacity;
    }
    uint32_t count;
    const uint8_t *const from = ct_byte_ring_read(&r, &count);
    if (count > *used || (count == 0 && *used > 0) || memcmp(from, queue[which], count)) return false;
    uint32_t const taken = n < count ? n : count;
    ct_byte_ring_release(&r, taken);
    memmove(queue[which], queue[which] + taken, *used -= taken);
    return true;
}
static void test_ring_random(void **state) {
    (void)state;
    assert_true(random_test((struct random_test){"byte ring", 5, ring_begin, ring_step}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_example), cmocka_unit_test(test_text_limits),
        cmocka_unit_test(test_utf8),         cmocka_unit_test(test_text_random),
        cmocka_unit_test(test_ring_example), cmocka_unit_test(test_ring_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
