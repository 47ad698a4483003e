// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// As echo.c, but what is typed goes through the queues of serial_buffered.h, both ways by interrupt,
// to a task that waits and knows a stream of hal/ alone.

#include <corten/app.h>
#include <corten/assert.h>
#include <corten/board.h>
#include <corten/hal/awaiting.h>
#include <corten/hal/serial_buffered.h>
#include <corten/hal/serial_stream.h>
#include <corten/semihosting.h>

// Emulated lines have no speed: all that is typed may come at once.
CT_SERIAL_BUFFERED(console, BOARD_CONSOLE, 2500, 16, board_console_interrupt_when_room(has_room));
CT_INTERRUPT(moved, 3, BOARD_CONSOLE_INTERRUPT);
CT_ASYNC(echo, 1, {
    struct ct_serial_stream lines;
    struct ct_stream stream;
    char data[7];
    size_t length, done;
});
#define FIRST(interrupt, ...) interrupt
#define FIRST_OF(...)         FIRST(__VA_ARGS__)
CT_APP(DISPATCHERS(FIRST_OF(BOARD_SPARE_INTERRUPTS)), TASKS(moved, echo),
       MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

static struct ct_wait_queue console_moved;

void init(struct init_task self) {
    (void)self;
    CT_IGNORE(board_start_clocks().error);
    board_console_start(115200);
    console_start();
    CT_MUST(echo_spawn());
}

void moved(struct moved_task self) {
    (void)self;
    if (console_interrupt()) ct_wait_queue_wake_all(&console_moved);
}

enum ct_async_result echo(struct echo_task self, struct echo_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    frame->lines = (struct ct_serial_stream){.port = console};
    frame->stream = CT_SERIAL_STREAM(&frame->lines);
    frame->done = 0;
    int e;
    CT_AWAIT_READY(e, &console_moved, ct_stream_write_all(frame->stream, "ready\n", 6, &frame->done), CT_SECONDS(5));
    for (;;) {
        CT_AWAIT_READY(e, &console_moved, ct_stream_read(frame->stream, frame->data, sizeof frame->data), CT_SECONDS(20));
        if (e < 0) ct_semihosting_exit(-e);
        frame->length = (size_t)e;
        for (size_t n = 0; n < frame->length; n++) {
            const char letter = (char)(frame->data[n] | 0x20);
            if (letter >= 'a' && letter <= 'z') frame->data[n] ^= 0x20;
        }
        frame->done = 0;
        CT_AWAIT_READY(e, &console_moved, ct_stream_write_all(frame->stream, frame->data, frame->length, &frame->done), CT_SECONDS(5));
        if (e < 0) ct_semihosting_exit(-e);
        if (frame->data[frame->length - 1] == '.') break;
    }
    CT_AWAIT_READY(e, &console_moved, ct_stream_flush(frame->stream), CT_MS(500));
    const struct ct_serial_errors *errors = &board_console_errors;
    ct_semihosting_exit(e == CT_OK && !errors->overruns && !errors->framing ? 0 : 1);
    CT_ASYNC_END;
}
