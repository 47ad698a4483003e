// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/i2c_master_nb.h>

//@ 1-3
CT_APP(DISPATCHERS(), TASKS(i2c));
void i2c(struct i2c_task self) {
    (void)self;
    (void)moving_interrupt();
}
static uint8_t data[4];
static const uint8_t number = 7;
void init(struct init_task self) {
    (void)self;
    //@ 4-6
}
