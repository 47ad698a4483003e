// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: blink_is_missing_in_TASKS_of_CT_APP
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_ASYNC(blink, 1);
#ifdef OK
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));
#else
CT_APP(DISPATCHERS(GPIOA), TASKS());
#endif

void init(struct init_task self) { (void)self; }
enum ct_async_result blink(struct blink_task self, struct blink_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    CT_ASYNC_END;
}
