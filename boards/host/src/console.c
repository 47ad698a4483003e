// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The console of the native board: standard input and output, in virtual time.
//
// On a terminal, virtual time is held to real time and what is typed arrives at once. Otherwise
// standard input is a script: a line is typed one second after the one before, or at the second
// that a leading `@SECONDS` says, a character a millisecond (9,600 baud). With
// CORTEN_HOST_SECONDS=N in the environment the process ends after N seconds of virtual time.

#include <corten/board.h>
#include <corten/host.h>
#include <corten/port.h>

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MILLISECOND = 1000000, RECEIVED_MOST = 256 };
static const uint64_t second = 1000000000;

/* ---- the receiver */

static struct {
    unsigned char bytes[RECEIVED_MOST];
    unsigned first, count;
} received;

static void arrive(int byte) {
    if (received.count == RECEIVED_MOST) {
        board_console_errors.overruns++;
        return;
    }
    received.bytes[(received.first + received.count++) % RECEIVED_MOST] = (unsigned char)byte;
    ct_port_pend(UART0_IRQn);
}

int board_console_take(void) {
    if (received.count == 0) return -1;
    const int byte = received.bytes[received.first];
    received.first = (received.first + 1) % RECEIVED_MOST;
    received.count--;
    return byte;
}

enum ct_error board_console_try_put(char byte) {
    if (byte == '\r') return CT_OK; // the terminal's line feed is enough
    putchar(byte);
    if (byte == '\n') fflush(stdout);
    return CT_OK;
}

enum ct_error board_console_flush(void) { return fflush(stdout) ? CT_BUS : CT_OK; }

/* ---- a script */

static struct ct_host_event typing;
static char line[4096];
static size_t typed;
static uint64_t line_starts;

static void type_next(void *argument);

/// Reads the next line of the script and schedules its first character.
static void next_line(void) {
    if (!fgets(line, sizeof line, stdin)) return;
    typed = 0;
    line_starts += second;
    if (line[0] == '@') {
        char *end;
        line_starts = (uint64_t)(strtod(line + 1, &end) * 1e9);
        typed = (size_t)(end - line) + (*end == ' ');
    }
    const uint64_t now = ct_host_now();
    if (line_starts < now + MILLISECOND) line_starts = now + MILLISECOND;
    ct_host_schedule(&typing, line_starts, type_next, NULL);
}

static void type_next(void *argument) {
    (void)argument;
    const char c = line[typed];
    if (c) {
        typed++;
        arrive(c);
        ct_host_schedule(&typing, typing.at + MILLISECOND, type_next, NULL);
    } else {
        next_line();
    }
}

/* ---- a terminal */

static uint64_t real_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * second + (uint64_t)t.tv_nsec;
}
static uint64_t real_start;

/// Holds virtual time back until real time has come there too, and takes what is typed meanwhile.
static void pace(uint64_t until) {
    for (;;) {
        const uint64_t passed = real_now() - real_start;
        const int wait = passed >= until ? 0 : (int)((until - passed) / MILLISECOND);
        struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
        if (poll(&input, 1, wait) > 0) {
            char bytes[64];
            const ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);
            if (n <= 0) ct_host_pace = NULL;
            for (ssize_t i = 0; i < n; i++) arrive(bytes[i]);
            if (n <= 0) return;
        }
        if (passed >= until || wait == 0) return;
    }
}

/* ---- start and end */

static struct ct_host_event end;
static void end_now(void *argument) {
    (void)argument;
    fflush(stdout);
    exit(0);
}

void board_console_start(uint32_t baud) {
    (void)baud; // there is no line whose rate could be wrong
    const char *seconds = getenv("CORTEN_HOST_SECONDS");
    if (seconds) ct_host_schedule(&end, (uint64_t)(strtod(seconds, NULL) * 1e9), end_now, NULL);
    if (isatty(STDIN_FILENO)) {
        real_start = real_now();
        ct_host_pace = pace;
    } else {
        next_line();
    }
}

void board_console_interrupt_when_room(bool has_room) { (void)has_room; } // there is always room
