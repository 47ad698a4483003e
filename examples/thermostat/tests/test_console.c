// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "../console.h"
#include "../filter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct console_command parse(const char *text) {
    struct console_line line;
    console_line_clear(&line);
    for (; *text; text++) assert_false(console_line_add(&line, (unsigned char)*text));
    assert_true(console_line_add(&line, '\n'));
    static struct console_line kept; // the culprit points into it
    kept = line;
    return console_parse(&kept);
}

static void temperatures_are_read_exactly(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int32_t hundredths;
    } good[] = {{"21.5", 2150}, {"0", 0},     {"-3", -300},     {"+7.25", 725},
                {"007", 700},   {"5.05", 505}, {"1000", 100000}, {"-0.5", -50}};
    static const char *const bad[] = {"",     ".",    "-",    "21.",    ".5",   "21.555", "2 1",
                                      "21,5", "abc",  "1e9",  "0x10",   "--1",  "21.5C",  "1001",
                                      "99999999999999999999", "21.5.5", "+-1"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        int32_t value = -1;
        assert_true(console_parse_temperature(good[i].text, &value));
        assert_int_equal(value, good[i].hundredths);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        int32_t value = 4711;
        assert_false(console_parse_temperature(bad[i], &value));
        assert_int_equal(value, 4711);
    }
}

static void commands_are_understood(void **state) {
    (void)state;
    assert_int_equal(parse("").verb, CONSOLE_NOTHING);
    assert_int_equal(parse("   ").verb, CONSOLE_NOTHING);
    assert_int_equal(parse("status").verb, CONSOLE_STATUS);
    assert_int_equal(parse("  summary  ").verb, CONSOLE_SUMMARY);
    assert_int_equal(parse("help").verb, CONSOLE_HELP);
    const struct console_command set = parse("set  21.5");
    assert_int_equal(set.verb, CONSOLE_SET);
    assert_int_equal(set.temperature, 2150);
    assert_int_equal(parse("set 5").temperature, CONSOLE_TARGET_LEAST);
    assert_int_equal(parse("set 40").temperature, CONSOLE_TARGET_MOST);
}

static void what_is_not_understood_is_named(void **state) {
    (void)state;
    static const char *const bad[][2] = {
        {"foo", "foo"},         {"settle 3", "settle 3"}, {"set", "set"},    {"set x", "x"},
        {"set 4.99", "4.99"},   {"set 40.01", "40.01"},   {"help me", "me"}, {"statusx", "statusx"},
        {"set 21.5 C", "21.5 C"}};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const struct console_command command = parse(bad[i][0]);
        assert_int_equal(command.verb, CONSOLE_BAD);
        assert_non_null(command.problem);
        assert_string_equal(command.culprit, bad[i][1]);
    }
}

static void a_line_never_outgrows_its_room(void **state) {
    (void)state;
    struct console_line line;
    console_line_clear(&line);
    for (int i = 0; i < 10000; i++) {
        assert_false(console_line_add(&line, 'x'));
        assert_true(line.length <= CONSOLE_LINE_MOST);
        assert_int_equal(strlen(line.text), line.length);
    }
    assert_true(line.too_long);
    assert_int_equal(console_parse(&line).verb, CONSOLE_BAD);
    console_line_clear(&line);
    assert_int_equal(line.length, 0);
    assert_false(line.too_long);
}

static void any_bytes_give_a_printable_line(void **state) {
    (void)state;
    srand(1);
    struct console_line line;
    console_line_clear(&line);
    for (int i = 0; i < 200000; i++) {
        if (!console_line_add(&line, rand() & 0xFF)) continue;
        assert_int_equal(line.text[line.length], '\0');
        for (size_t k = 0; k < line.length; k++)
            assert_true(line.text[k] >= ' ' && line.text[k] < 0x7F);
        const struct console_command command = console_parse(&line);
        if (command.verb == CONSOLE_BAD) {
            assert_true(command.culprit >= line.text);
            assert_true(command.culprit <= line.text + line.length);
        }
        console_line_clear(&line);
    }
}

static void backspace_takes_back(void **state) {
    (void)state;
    assert_int_equal(parse("\b\bhelq\bp").verb, CONSOLE_HELP);
}

static void the_filter_ignores_a_spike_and_follows_a_step(void **state) {
    (void)state;
    struct filter filter = {0};
    for (int i = 0; i < 10; i++) assert_int_equal(filter_add(&filter, 2000), 2000);
    assert_int_equal(filter_add(&filter, 9000), 2000);
    assert_int_equal(filter_add(&filter, 2000), 2000);
    int32_t value = 0;
    for (int i = 0; i < 60; i++) value = filter_add(&filter, 2500);
    assert_in_range(value, 2490, 2500);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(temperatures_are_read_exactly),
        cmocka_unit_test(commands_are_understood),
        cmocka_unit_test(what_is_not_understood_is_named),
        cmocka_unit_test(a_line_never_outgrows_its_room),
        cmocka_unit_test(any_bytes_give_a_printable_line),
        cmocka_unit_test(backspace_takes_back),
        cmocka_unit_test(the_filter_ignores_a_spike_and_follows_a_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
