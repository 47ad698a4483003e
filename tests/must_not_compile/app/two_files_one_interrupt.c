// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// link: multiple definition of 'TIMER0A_Handler'
// with: two_files_one_interrupt_part.c
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_INTERRUPT(sample, 1, TIMER0A);
CT_APP(DISPATCHERS(), TASKS(sample));

void init(struct init_task self) { (void)self; }
void sample(struct sample_task self) { (void)self; }
