// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a task must not wait in a critical section
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_ASYNC(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink), MONOTONIC(SysTick, 1000, 12000000));

void init(struct init_task self) { (void)self; }
enum ct_async_result blink(struct blink_task self, struct blink_frame *frame) {
    CT_ASYNC_BEGIN(frame);
#ifdef OK
    CT_DELAY(CT_MS(10));
#else
    CT_CRITICAL {
        CT_DELAY(CT_MS(10));
    }
#endif
    CT_ASYNC_END;
}
