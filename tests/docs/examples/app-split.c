// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
//@ 1-5
#include <corten/semihosting.h>
void init(struct init_task self) {
    (void)self;
    CT_MUST(blink_spawn());
}
void blink(struct blink_task self) {
    (void)self;
    ct_semihosting_exit(0);
}
