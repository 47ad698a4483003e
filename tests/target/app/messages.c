// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Who runs when, with which message: first in, first out within a priority, across its tasks; full
// queues give the message back; what is sent in init, in a lock or by a task to itself waits.

#include <corten/app.h>

#include "../check.h"

struct reading {
    uint16_t id;
    uint8_t bytes[5];
};

CT_IDLE(idle);
CT_TASK_WITH(a, 1, uint8_t, 3);
CT_TASK_WITH(b, 1, struct reading, 2);
CT_TASK(c, 1, 2);
CT_TASK_WITH(calls, 2, void (*)(char));
CT_TASK_WITH(calls_with, 2, FIELDS((void (*)(char), function), (char, letter)));
CT_TASK_WITH(fields, 2, FIELDS((const char *, text), (uint64_t, wide), (struct reading, reading)), 2);
CT_TASK_WITH(alone, 2, uint32_t, 1);
CT_TASK_WITH(wide, 3, uint64_t, 128);
CT_INTERRUPT(edge, 4, GPIOD);
CT_SHARED(uint32_t, guarded, a, alone, wide);

CT_APP(DISPATCHERS(GPIOA, GPIOB, GPIOC, GPIOE), TASKS(idle, a, b, c, alone, wide, edge, fields, calls, calls_with));

static char trace[200];
static unsigned traced;
static void note(char letter) {
    CHECK(traced < sizeof trace - 1);
    trace[traced++] = letter;
}
static void traced_is(uint32_t line, const char *wanted) {
    for (unsigned i = 0; i <= traced; i++) {
        if (trace[i] != wanted[i]) {
            ct_semihosting_print("traced ");
            ct_semihosting_print(trace);
            ct_semihosting_print("\nwanted ");
            ct_semihosting_print(wanted);
            ct_semihosting_print("\n");
            check_failed(line, "the order of the runs");
        }
    }
    for (unsigned i = 0; i < sizeof trace; i++) trace[i] = 0;
    traced = 0;
}

static uint64_t sum, expected_next;
static bool spawn_again;

void init(struct init_task self) {
    CHECK_EQUAL(a_spawn(1), CT_OK);
    CHECK_EQUAL(c_spawn(), CT_OK);
    CHECK_EQUAL(b_spawn((struct reading){7, {1, 2, 3, 4, 5}}), CT_OK);
    CHECK_EQUAL(a_spawn(2), CT_OK);
    CHECK_EQUAL(alone_spawn(9), CT_OK);
    CHECK_EQUAL(alone_spawn(10), CT_FULL);
    ct_port_pend(GPIOD_IRQn);
    CHECK_EQUAL(a_spawn(3), CT_OK);
    CHECK_EQUAL(a_spawn(4), CT_FULL);
    CHECK_EQUAL(b_spawn((struct reading){8, {5, 4, 3, 2, 1}}), CT_OK);
    CHECK_EQUAL(c_spawn(), CT_OK);
    CHECK_EQUAL(c_spawn(), CT_FULL);
    const struct b_spawn_result back = b_try_spawn((struct reading){0x1234, {9, 8, 7, 6, 5}});
    CHECK_EQUAL(back.error, CT_FULL);
    CHECK(back.message.id == 0x1234 && back.message.bytes[0] == 9 && back.message.bytes[4] == 5);
    CT_LOCK(self, guarded, g) *g = 1;
    CHECK_EQUAL(traced, 0); // nothing runs inside init
    note('i');
}

void edge(struct edge_task self) {
    (void)self;
    note('E');
}

void a(struct a_task self, uint8_t message) {
    note('a');
    note((char)('0' + message));
    if (message == 7) { // a more urgent task waits for the end of a lock on what it shares
        CT_LOCK(self, guarded, g) {
            *g = 50;
            CHECK_EQUAL(alone_spawn(1), CT_OK);
            note('(');
            CHECK_EQUAL(*g, 50);
        }
        note(')');
    }
    if (message == 8 && spawn_again) { // itself: after this run and after who waits already
        spawn_again = false;
        CHECK_EQUAL(a_spawn(8), CT_OK);
        note('s');
    }
}

void b(struct b_task self, struct reading message) {
    (void)self;
    note('b');
    note((char)('0' + message.id));
    for (unsigned n = 0; n < 5; n++) CHECK_EQUAL(message.bytes[n], message.id == 7 ? n + 1 : 5 - n);
}

void c(struct c_task self) {
    (void)self;
    note('c');
}

void alone(struct alone_task self, uint32_t message) {
    note('!');
    note((char)('0' + message));
    CT_LOCK(self, guarded, g) *g += message;
    if (message == 5) { // the place is free again before the body begins
        CHECK_EQUAL(alone_spawn(6), CT_OK);
        CHECK_EQUAL(alone_spawn(6), CT_FULL);
    }
}

void wide(struct wide_task self, uint64_t message) {
    (void)self;
    CHECK(message == expected_next);
    expected_next += 0x100000001;
    sum += message;
}

// Each field has a type of its own and arrives in its place; a refused message comes back whole.
void fields(struct fields_task self, const char *text, uint64_t number, struct reading reading) {
    (void)self;
    note(text[0]);
    CHECK(number == 0x123456789abcdef0 && reading.id == 0x4321 && reading.bytes[4] == 5);
}
// Any type but an array, pointers to functions too.
void calls(struct calls_task self, void (*function)(char)) {
    (void)self;
    function('f');
}
void calls_with(struct calls_with_task self, void (*function)(char), char letter) {
    (void)self;
    function(letter);
}
static void send_fields(void) {
    const struct reading reading = {0x4321, {1, 2, 3, 4, 5}};
    const ct_port_mask_t before = ct_port_mask();
    CHECK_EQUAL(fields_spawn("x", 0x123456789abcdef0, reading), CT_OK);
    CHECK_EQUAL(fields_try_spawn("y", 0x123456789abcdef0, reading).error, CT_OK);
    const struct fields_spawn_result back = fields_try_spawn("z", 3, reading);
    CHECK_EQUAL(back.error, CT_FULL);
    CHECK(back.message.text[0] == 'z' && back.message.wide == 3 && back.message.reading.bytes[1] == 2);
    ct_port_unmask(before);
    traced_is(__LINE__, "xy");
    CHECK_EQUAL(calls_spawn(note), CT_OK);
    CHECK_EQUAL(calls_with_spawn(note, 'g'), CT_OK);
    traced_is(__LINE__, "fg");
}

void idle(struct idle_task self) {
    (void)self;
    traced_is(__LINE__, "iE!9a1cb7a2a3b8c");

    send_fields();
    CHECK_EQUAL(a_spawn(7), CT_OK); // runs at once: idle is below it
    traced_is(__LINE__, "a7(!1)");

    spawn_again = true;
    const ct_port_mask_t before = ct_port_mask();
    CHECK_EQUAL(a_spawn(8), CT_OK);
    CHECK_EQUAL(c_spawn(), CT_OK);
    ct_port_unmask(before);
    traced_is(__LINE__, "a8sca8");

    CHECK_EQUAL(alone_spawn(5), CT_OK);
    traced_is(__LINE__, "!5!6");

    // a large queue, filled to the brim twice
    for (unsigned round = 0; round < 2; round++) {
        const ct_port_mask_t masked = ct_port_mask();
        for (uint64_t n = 0; n < 128; n++)
            CHECK_EQUAL(wide_spawn((n + 128 * round) * 0x100000001), CT_OK);
        CHECK_EQUAL(wide_spawn(0), CT_FULL);
        ct_port_unmask(masked);
    }
    CHECK(expected_next == 256 * 0x100000001ull);
    CHECK(sum == 0x100000001ull * (255 * 256 / 2));
    DONE();
}
