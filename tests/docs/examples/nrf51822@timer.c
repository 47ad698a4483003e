// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m0
// flags: {device nrf51822}
#include <corten/app.h>
#include <corten/timer.h>

CT_TASK(blink, 1);
//@ 1-2
void init(struct init_task self) {
    (void)self;
    CT_MUST(blink_spawn());
}
void blink(struct blink_task self) {
    (void)self;
    //@ 3
}
