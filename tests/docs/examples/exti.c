// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m4
// flags: -I{root}/devices/stm32/include {device stm32f405}
// flags: -I{root}/devices/stm32/include {device stm32l475}
#include <corten/app.h>
#include <corten/exti.h>

//@ 1-3
CT_APP(DISPATCHERS(), TASKS(pressed));

void init(struct init_task self) {
    (void)self;
    //@ 4-5
}
unsigned presses;
void pressed(struct pressed_task self) {
    (void)self;
    //@ 6
}
