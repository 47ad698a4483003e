// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What is kept of a panic: read back as it was written, and not believed once a bit has changed.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <corten/assert.h>
#include <corten/error.h>
#include <corten/panic_port.h>

static jmp_buf end;
static unsigned masked;
static const struct ct_panic_record *ended_with;

void ct_panic_port_mask_interrupts(void) { masked++; }
uint32_t ct_panic_port_exception(void) { return 21; }
const char *ct_panic_port_task(void) { return "blink"; }
_Noreturn void ct_panic_end(const struct ct_panic_record *record) {
    ended_with = record;
    longjmp(end, 1);
}

#define ENDS(statement)                                                                            \
    do {                                                                                           \
        masked = 0;                                                                                \
        if (!setjmp(end)) {                                                                        \
            statement;                                                                             \
            fail_msg("does not end: " #statement);                                                 \
        }                                                                                          \
        assert_true(masked > 0);                                                                   \
        assert_ptr_equal(ct_panic_last(), ended_with);                                             \
    } while (0)

static void nothing_at_first(void **unused) {
    (void)unused;
    assert_null(ct_panic_last());
}

static void a_panic_is_kept_and_forgotten(void **unused) {
    (void)unused;
    const uint32_t line = __LINE__ + 1;
    ENDS(CT_PANIC("the crystal does not oscillate"));
    const struct ct_panic_record *last = ct_panic_last();
    assert_non_null(last);
    assert_string_equal(last->message, "the crystal does not oscillate");
    assert_string_equal(last->file, "test_panic.c");
    assert_int_equal(last->line, line);
    assert_string_equal(last->task, "blink");
    assert_int_equal(last->exception, 21);
    assert_int_equal(last->address, 0);
    for (unsigned n = 0; n < 8; n++) assert_int_equal(last->registers[n], 0);
    ct_panic_forget();
    assert_null(ct_panic_last());
}

static void the_assertions_say_whose_fault(void **unused) {
    (void)unused;
    volatile int n = 33;
    ENDS(CT_REQUIRE(n <= 32, "at most 32 bytes fit into one packet"));
    assert_string_equal(ct_panic_last()->message, "at most 32 bytes fit into one packet");
    ENDS(CT_ASSERT(n < 10));
    assert_string_equal(ct_panic_last()->message, "bug: not n < 10");
    volatile enum ct_error answer = CT_TIMEOUT;
    ENDS(CT_MUST(answer));
    assert_string_equal(ct_panic_last()->message, "failed: answer");
    ct_panic_forget();
    CT_REQUIRE(n == 33, "no");
    CT_ASSERT(n == 33);
    answer = CT_OK;
    CT_MUST(answer);
    assert_null(ct_panic_last());
}

static void a_fault_is_kept_as_it_is(void **unused) {
    (void)unused;
    const struct ct_panic_record fault = {.message = "undefined instruction",
                                          .task = "idle",
                                          .exception = 3,
                                          .address = 0x1234,
                                          .registers = {1, 2, 3, 4, 5, 6, 7, 8}};
    ENDS(ct_panic_with(&fault));
    const struct ct_panic_record *last = ct_panic_last();
    assert_null(last->file);
    assert_int_equal(last->address, 0x1234);
    assert_memory_equal(last->registers, fault.registers, sizeof fault.registers);
}

static void no_bit_may_change(void **unused) {
    (void)unused;
    ENDS(CT_PANIC("once"));
    unsigned char *bytes = (unsigned char *)ct_panic_last();
    for (size_t n = 0; n < sizeof(struct ct_panic_record); n++) {
        for (unsigned bit = 0; bit < 8; bit++) {
            bytes[n] = (unsigned char)(bytes[n] ^ 1u << bit);
            assert_null(ct_panic_last());
            bytes[n] = (unsigned char)(bytes[n] ^ 1u << bit);
        }
    }
    assert_non_null(ct_panic_last());
}

static void the_garbage_of_a_cold_start_is_none(void **unused) {
    (void)unused;
    ENDS(CT_PANIC("once"));
    unsigned char *bytes = (unsigned char *)ct_panic_last();
    static const unsigned char patterns[] = {0x00, 0xFF, 0x55, 0xAA};
    for (size_t n = 0; n < sizeof patterns; n++) {
        memset(bytes, patterns[n], sizeof(struct ct_panic_record));
        assert_null(ct_panic_last());
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_at_first),
        cmocka_unit_test(a_panic_is_kept_and_forgotten),
        cmocka_unit_test(the_assertions_say_whose_fault),
        cmocka_unit_test(a_fault_is_kept_as_it_is),
        cmocka_unit_test(no_bit_may_change),
        cmocka_unit_test(the_garbage_of_a_cold_start_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
