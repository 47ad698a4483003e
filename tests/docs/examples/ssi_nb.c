// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/ssi_nb.h>

//@ 1-3
CT_APP(DISPATCHERS(), TASKS(ssi));
void ssi(struct ssi_task self) {
    (void)self;
    (void)moving_interrupt();
}
static uint8_t data[4];
void init(struct init_task self) {
    (void)self;
    //@ 4-6
}
