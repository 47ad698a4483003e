// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

#define CT_APP_MAIN
#include "application.h"

void init(struct init_task self) {
    (void)self;
    CT_MUST(ping_spawn_on(fine_after(CT_MS(5, fine)), fine_now()));
}
void ping(struct ping_task self, struct fine_instant sent) {
    (void)self;
    CHECK(fine_instant_since(fine_now(), sent).ticks >= CT_MS(5, fine).ticks);
    CT_MUST(pong_spawn_after(CT_MS(4), coarse_now()));
}
