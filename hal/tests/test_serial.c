// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// <corten/hal/serial_buffered.h>, <corten/hal/serial_stream.h>: no byte is lost, doubled or out of
// order, whatever the port does; what was wrong is said.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <corten/hal/mock.h>
#include <corten/hal/serial_buffered.h>
#include <corten/hal/serial_stream.h>

unsigned stub_masked, stub_relaxed;
void ct_mock_failed(const char *text) { fail_msg("%s", text); }

/* ---- a port with a byte's room each way */

static int has = CT_WOULD_BLOCK; // to be read
static int gone = -1; // written, still in its place
static bool interrupts_for_byte, interrupts_for_room;
static int port_read(void *object) {
    (void)object;
    const int byte = has;
    has = CT_WOULD_BLOCK;
    return byte;
}
static enum ct_error port_write(void *object, uint8_t byte) {
    (void)object;
    if (gone >= 0) return CT_WOULD_BLOCK;
    gone = byte;
    return CT_OK;
}
static enum ct_error port_flush(void *object) { return (void)object, gone >= 0 ? CT_WOULD_BLOCK : CT_OK; }
static void port_interrupt_when(bool byte, bool room) {
    interrupts_for_byte = byte;
    interrupts_for_room = room;
}
static const struct ct_serial_ops port_ops = {port_read, port_write, port_flush};
#define PORT ((struct ct_serial){&port_ops, NULL})
CT_SERIAL_BUFFERED(link, PORT, 8, 5, port_interrupt_when(true, has_room));
CT_SERIAL_BUFFERED(deaf, PORT, 8, 5, (void)has_room);

static void in_order_whatever_happens(void **unused) {
    (void)unused;
    srand(7);
    link_start();
    assert_true(interrupts_for_byte && !interrupts_for_room);
    uint8_t to_come = 0, to_read = 0, to_write = 0, to_go = 0;
    unsigned lost = 0, told = 0;
    for (int round = 0; round < 100000; round++) {
        switch (rand() % 6) {
        case 0: // a byte comes; the handler takes it, unless the queue is full
            has = to_come;
            (void)link_interrupt();
            if (link_errors().overruns > lost)
                lost++;
            else
                to_come++;
            break;
        case 1: // a byte leaves
            if (gone >= 0) assert_int_equal(gone, to_go++);
            gone = -1;
            if (interrupts_for_room) (void)link_interrupt();
            break;
        case 2:
        case 3: {
            const int byte = ct_serial_read(link);
            if (byte == CT_OVERRUN)
                told++;
            else if (byte != CT_WOULD_BLOCK)
                assert_int_equal(byte, to_read++);
            break;
        }
        default:
            if (ct_serial_write(link, to_write) == CT_OK) to_write++;
        }
    }
    for (int byte; (byte = ct_serial_read(link)) != CT_WOULD_BLOCK;)
        if (byte != CT_OVERRUN) assert_int_equal(byte, to_read++);
    assert_int_equal(to_read, to_come);
    while (ct_serial_flush(link) != CT_OK) {
        assert_int_equal(gone, to_go++);
        gone = -1;
    }
    assert_int_equal(to_go, to_write);
    assert_true(lost > 10 && told > 0 && told <= lost);
    assert_false(interrupts_for_room);
    assert_int_equal(stub_masked, 0);
}

static void errors_are_said_and_counted(void **unused) {
    (void)unused;
    const struct ct_serial_errors before = link_errors();
    static const enum ct_error errors[] = {CT_FRAMING, CT_PARITY, CT_NOISE, CT_OVERRUN};
    for (size_t n = 0; n < CT_COUNT(errors); n++) {
        has = errors[n];
        assert_true(link_interrupt());
        has = 'x';
        assert_true(link_interrupt());
        assert_int_equal(ct_serial_read(link), errors[n]);
        assert_int_equal(ct_serial_read(link), 'x');
        assert_int_equal(ct_serial_read(link), CT_WOULD_BLOCK);
    }
    assert_int_equal(link_errors().framing, before.framing + 1);
    assert_int_equal(link_errors().parity, before.parity + 1);
    assert_int_equal(link_errors().noise, before.noise + 1);
    assert_int_equal(link_errors().overruns, before.overruns + 1);
}

static void without_an_interrupt(void **unused) {
    (void)unused;
    has = 'a';
    assert_int_equal(ct_serial_read(deaf), 'a');
    assert_int_equal(ct_serial_read(deaf), CT_WOULD_BLOCK);
    for (uint8_t n = 0; n < 7; n++) assert_int_equal(ct_serial_write(deaf, n), CT_OK); // port, next, 5
    assert_int_equal(ct_serial_write(deaf, 7), CT_WOULD_BLOCK);
    for (int n = 0; n < 7; n++) {
        assert_int_equal(ct_serial_flush(deaf), CT_WOULD_BLOCK);
        assert_int_equal(gone, n);
        gone = -1;
    }
    assert_int_equal(ct_serial_flush(deaf), CT_OK);
}

static void streams(void **unused) {
    (void)unused;
    struct ct_mock mock;
    CT_MOCK_BEGIN(&mock, CT_MOCK_SERIAL_READS("p", 'a'), CT_MOCK_SERIAL_READS("p", 'b'),
                  CT_MOCK_SERIAL_READS("p", CT_WOULD_BLOCK), CT_MOCK_SERIAL_READS("p", CT_WOULD_BLOCK),
                  CT_MOCK_SERIAL_READS("p", 'c'), CT_MOCK_SERIAL_READS("p", CT_FRAMING),
                  CT_MOCK_SERIAL_READS("p", 'd'), CT_MOCK_SERIAL_READS("p", 'e'),
                  CT_MOCK_SERIAL_WRITES("p", '1'), CT_MOCK_SERIAL_WRITES("p", '2'),
                  CT_MOCK_FAILS(CT_WOULD_BLOCK, CT_MOCK_SERIAL_WRITES("p", '3')),
                  CT_MOCK_FAILS(CT_WOULD_BLOCK, CT_MOCK_SERIAL_WRITES("p", '3')),
                  CT_MOCK_SERIAL_WRITES("p", '3'), CT_MOCK_FAILS(CT_BUS, CT_MOCK_SERIAL_WRITES("p", '4')),
                  CT_MOCK_SERIAL_FLUSHES("p"));
    struct ct_serial_stream lines = {.port = ct_mock_serial(&mock, "p")};
    const struct ct_stream stream = CT_SERIAL_STREAM(&lines);
    uint8_t data[2];
    assert_int_equal(ct_stream_read(stream, data, 2), 2);
    assert_memory_equal(data, "ab", 2);
    assert_int_equal(ct_stream_read(stream, data, 2), CT_WOULD_BLOCK);
    assert_int_equal(ct_stream_read(stream, data, 2), CT_WOULD_BLOCK);
    assert_int_equal(ct_stream_read(stream, data, 2), 1); // and the error is kept
    assert_int_equal(ct_stream_read(stream, data, 2), CT_FRAMING);
    size_t done = 0;
    assert_int_equal(ct_stream_read_all(stream, data, 2, &done), CT_OK);
    assert_memory_equal(data, "de", 2);
    done = 0;
    assert_int_equal(ct_stream_write_all(stream, "1234", 4, &done), CT_WOULD_BLOCK);
    assert_int_equal(done, 2);
    assert_int_equal(ct_stream_write_all(stream, "1234", 4, &done), CT_BUS);
    assert_int_equal(done, 3);
    assert_int_equal(ct_stream_flush(stream), CT_OK);
    ct_mock_end(&mock);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_order_whatever_happens),
        cmocka_unit_test(errors_are_said_and_counted),
        cmocka_unit_test(without_an_interrupt),
        cmocka_unit_test(streams),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
