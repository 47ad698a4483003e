// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Each error has a name and a meaning of its own, and a stable value; what is none is called so.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <corten/error.h>

static const struct {
    enum ct_error value;
    const char *name;
} all[] = {
#define ENTRY(name, value, meaning) {name, #name},
    CT_ERRORS(ENTRY)
};

static void names_are_the_constants(void **unused) {
    (void)unused;
    for (size_t n = 0; n < CT_COUNT(all); n++)
        assert_string_equal(ct_error_name(all[n].value), all[n].name);
    assert_string_equal(ct_error_name(CT_TIMEOUT), "CT_TIMEOUT");
}

static void values_are_stable(void **unused) {
    (void)unused;
    assert_int_equal(CT_OK, 0);
    for (size_t n = 0; n < CT_COUNT(all); n++) assert_int_equal(all[n].value, -(int)n);
    assert_int_equal(CT_FULL, -2);
    assert_int_equal(CT_UNSUPPORTED, -21);
    assert_int_equal(CT_NO_MEDIUM, -31);
}

static void meanings_differ(void **unused) {
    (void)unused;
    for (size_t n = 0; n < CT_COUNT(all); n++)
        for (size_t m = 0; m < n; m++)
            assert_string_not_equal(ct_error_meaning(all[n].value), ct_error_meaning(all[m].value));
}

static void what_is_none_is_called_so(void **unused) {
    (void)unused;
    static const int none[] = {1, 42, -1000, INT32_MAX, INT32_MIN};
    for (size_t n = 0; n < CT_COUNT(none); n++) {
        assert_string_equal(ct_error_name((enum ct_error)none[n]), "unknown error");
        assert_string_equal(ct_error_meaning((enum ct_error)none[n]), "unknown error");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_the_constants),
        cmocka_unit_test(values_are_stable),
        cmocka_unit_test(meanings_differ),
        cmocka_unit_test(what_is_none_is_called_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
