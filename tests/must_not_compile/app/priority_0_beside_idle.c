// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: tasks of priority 0 run in the place of idle: there cannot be an idle too
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

#ifdef OK
CT_ASYNC(blink, 1);
#else
CT_ASYNC(blink, 0);
#endif
CT_IDLE(rest);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink, rest));

void init(struct init_task self) { (void)self; }
void rest(struct rest_task self) { (void)self; }
enum ct_async_result blink(struct blink_task self, struct blink_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    CT_ASYNC_END;
}
