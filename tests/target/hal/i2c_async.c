// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// I2C moved by its interrupt, for a task that waits: an EEPROM whose image devices.py looks into, and
// a transaction that does not end. (The emulator raises no interrupt for an address that nobody has.)

#include <corten/app.h>
#include <corten/assert.h>
#include <corten/board.h>
#include <corten/hal/awaiting.h>
#include <corten/i2c_master_nb.h>

#include "../check.h"

CT_I2C_MASTER(wires, I2C1, BOARD_CORE_HZ);
CT_I2C_MASTER_NB(moving, wires);
CT_INTERRUPT(i2c, 3, I2C1);
CT_ASYNC(copy, 1, {
    uint8_t place[2];
    uint8_t data[32];
    uint32_t n;
    struct ct_i2c_operation operations[3];
});
CT_APP(DISPATCHERS(PWM0), TASKS(i2c, copy), MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

#define ROM CT_I2C_7(0x50)
static struct ct_wait_queue moved;
static volatile bool deaf;
static volatile uint32_t interrupts;

void i2c(struct i2c_task self) {
    (void)self;
    interrupts++;
    if (deaf)
        reg_write_raw(I2C1->MICR, 1u); // the emulator knows no way to turn it off
    else if (moving_interrupt())
        ct_wait_queue_wake_all(&moved);
}

void init(struct init_task self) {
    (void)self;
    CT_MUST(board_start_clocks().error);
    ct_i2c_master_start(wires, 400000);
    CT_MUST(copy_spawn());
}

static void place(struct copy_frame *frame, uint32_t at) {
    frame->place[0] = (uint8_t)(at >> 8);
    frame->place[1] = (uint8_t)at;
}

enum ct_async_result copy(struct copy_task self, struct copy_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    enum ct_error e;
    // 32 bytes from 64 on, read in two pieces that are one transfer
    place(frame, 64);
    frame->operations[0] = CT_I2C_WRITE(frame->place, 2);
    frame->operations[1] = CT_I2C_READ(frame->data, 20);
    frame->operations[2] = CT_I2C_READ(frame->data + 20, 12);
    CT_I2C_AWAIT(e, moving, &moved, ROM, frame->operations, 3, CT_MS(100));
    CHECK_EQUAL(e, CT_OK);
    CHECK_EQUAL(interrupts, 34);
    // to 1024, inverted, as one write of two pieces
    for (frame->n = 0; frame->n < 32; frame->n++) frame->data[frame->n] ^= 0xFF;
    place(frame, 1024);
    frame->operations[1] = CT_I2C_WRITE(frame->data, 32);
    CT_I2C_AWAIT(e, moving, &moved, ROM, frame->operations, 2, CT_MS(100));
    CHECK_EQUAL(e, CT_OK);
    // is it there?
    frame->operations[0] = CT_I2C_WRITE(NULL, 0);
    CT_I2C_AWAIT(e, moving, &moved, ROM, frame->operations, 1, CT_MS(100));
    CHECK_EQUAL(e, CT_OK);
    CT_I2C_AWAIT(e, moving, &moved, ROM, frame->operations, 0, CT_MS(100));
    CHECK_EQUAL(e, CT_OK); // nothing at all: without a wait
    CHECK_EQUAL(ct_i2c_nb_start(moving, CT_I2C_10(0x50), frame->operations, 1), CT_UNSUPPORTED);
    // one that does not end is given up, and the bus is usable again
    place(frame, 1024);
    frame->operations[0] = CT_I2C_WRITE(frame->place, 2);
    frame->operations[1] = CT_I2C_READ(frame->data, 1);
    deaf = true;
    CT_I2C_AWAIT(e, moving, &moved, ROM, frame->operations, 2, CT_MS(3));
    CHECK_EQUAL(e, CT_TIMEOUT);
    CHECK_EQUAL(ct_i2c_nb_poll(moving), CT_INVALID);
    deaf = false;
    reg_write_raw(I2C1->MCC, CT_I2C_STOP_); // the emulator does not take the bus away with MFE
    frame->data[0] = 0;
    CT_I2C_AWAIT(e, moving, &moved, ROM, frame->operations, 2, CT_MS(100));
    CHECK_EQUAL(e, CT_OK);
    frame->n = frame->data[0];
    place(frame, 64);
    CT_I2C_AWAIT(e, moving, &moved, ROM, frame->operations, 2, CT_MS(100));
    CHECK_EQUAL(e, CT_OK);
    CHECK_EQUAL(frame->data[0], frame->n ^ 0xFF);
    DONE();
    CT_ASYNC_END;
}
