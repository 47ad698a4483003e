// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: board
#include <corten/assert.h>
#include <corten/board.h>
#include <corten/hal/blocking.h>
#include <corten/host.h>

#include <assert.h>

static int never(void *port) { return (void)port, CT_WOULD_BLOCK; }
static unsigned moved;
static enum ct_error start(void *bus, const uint8_t *write, uint8_t *read, size_t length) {
    (void)bus, (void)write, (void)read;
    moved += (unsigned)length;
    return CT_OK;
}
static enum ct_error poll(void *bus) { return (void)bus, CT_OK; }
int main(void) {
    static const struct ct_serial_ops ops = {.read = never};
    const struct ct_serial port = {&ops, NULL};
    const struct ct_countdown timer = BOARD_TIMER;
    const struct ct_adc adc = BOARD_ADC;
    static const struct ct_spi_nb_ops nb_ops = {.start = start, .poll = poll};
#define BUS_NB {&nb_ops, NULL}
#define TIMER {&board_timer_ops, NULL}
    const uint8_t data[4] = {0};
    //@ 1-4
    assert(byte == CT_TIMEOUT && ct_host_now() >= 1000000 && counts > 0 && moved == 4);
}
