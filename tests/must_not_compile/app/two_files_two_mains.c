// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// link: multiple definition of `main'
// ldflags: -u main
// with: two_files_two_mains_part.c
// target: m0 m3
// flags: {device lm3s6965}
#define CT_APP_SPLIT
#define CT_APP_MAIN
#include <corten/app.h>

CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
