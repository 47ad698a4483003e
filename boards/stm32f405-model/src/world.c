// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The terminal: what the chip sends goes to standard output (carriage returns are dropped); standard
// input is a script of lines, one a second and a character a millisecond, or at the second that a
// leading `@SECONDS` says. With CORTEN_HOST_SECONDS=N in the environment the process ends after N
// seconds of virtual time.
#include "world.h"

#include <corten/port.h>
#include <corten/stm32f4_model.h>

#include <stdio.h>
#include <stdlib.h>

static const uint64_t second = 1000000000, millisecond = 1000000;
static struct ct_model_serial line_end;
static struct ct_host_event typing, end;
static uint32_t line_baud;

static void received(struct ct_model_serial *serial, const struct ct_model_frame *frame) {
    (void)serial;
    const uint32_t off = frame->baud > line_baud ? frame->baud - line_baud : line_baud - frame->baud;
    const char byte = (uint64_t)off * 1000 > line_baud * 45ull ? '?' : (char)frame->bits;
    if (byte != '\r') putchar(byte);
    if (byte == '\n') fflush(stdout);
}

static char text[4096];
static size_t typed;
static uint64_t line_at, origin; // the script's seconds begin when the terminal is there

static void type(void *unused);
static void next_line(void) {
    if (!fgets(text, sizeof text, stdin)) return;
    typed = 0;
    line_at += second;
    if (text[0] == '@') {
        char *rest;
        line_at = origin + (uint64_t)(strtod(text + 1, &rest) * 1e9);
        typed = (size_t)(rest - text) + (*rest == ' ');
    }
    const uint64_t soonest = ct_host_now() + millisecond;
    if (line_at < soonest) line_at = soonest;
    ct_host_schedule(&typing, line_at, type, NULL);
}
static void type(void *unused) {
    (void)unused;
    if (!text[typed]) {
        next_line();
        return;
    }
    ct_model_serial_put(&line_end, (struct ct_model_frame){.bits = (uint8_t)text[typed++], .count = 8, .baud = line_baud});
    ct_model_after(&typing, millisecond, type, NULL);
}

/// What the chip has begun to send reaches the terminal, although the program has ended.
static void drain(void) {
    ct_port_mask_all();
    ct_host_pass(20 * millisecond);
}

static void stop(void *unused) {
    (void)unused;
    fflush(stdout);
    exit(0);
}

/// Power comes before the program begins.
__attribute__((constructor)) static void power_up(void) { ct_model_stm32f4_start(); }

void world_attach_terminal(uint32_t baud) {
    line_baud = baud;
    line_end.received = received;
    ct_model_serial_attach(&line_end, 1);
    origin = line_at = ct_host_now() + 5 * millisecond; // the program's seconds begin a little later
    next_line();
    atexit(drain);
    const char *seconds = getenv("CORTEN_HOST_SECONDS");
    if (seconds) ct_host_schedule(&end, (uint64_t)(strtod(seconds, NULL) * 1e9), stop, NULL);
}
