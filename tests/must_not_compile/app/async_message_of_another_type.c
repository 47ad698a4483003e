// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: greet_spawn
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

struct guest {
    int number;
};
struct other {
    int number;
};
CT_ASYNC_WITH(greet, 1, struct guest);
CT_APP(DISPATCHERS(GPIOA), TASKS(greet));

void init(struct init_task self) {
    (void)self;
#ifdef OK
    CT_MUST(greet_spawn((struct guest){1}));
#else
    CT_MUST(greet_spawn((struct other){1}));
#endif
}
enum ct_async_result greet(struct greet_task self, struct greet_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    CT_ASYNC_END;
}
