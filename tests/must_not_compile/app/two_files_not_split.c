// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// link: an_application_in_several_files_defines_CT_APP_SPLIT
// ldflags: -u main
// with: two_files_not_split_part.c
// target: m0 m3
// flags: {device lm3s6965}
#define CT_APP_MAIN
#include "two_files_not_split_part.c"

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
