// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a task must not wait while it holds a lock
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_ASYNC(blink, 1);
CT_TASK(other, 2);
CT_SHARED(int, level, blink, other);
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(blink, other), MONOTONIC(SysTick, 1000, 12000000));

void init(struct init_task self) { (void)self; }
void other(struct other_task self) { (void)self; }
enum ct_async_result blink(struct blink_task self, struct blink_frame *frame) {
    CT_ASYNC_BEGIN(frame);
#ifdef OK
    CT_LOCK(self, level, l) *l = 1;
    CT_DELAY(CT_MS(10));
#else
    CT_LOCK(self, level, l) {
        *l = 1;
        CT_DELAY(CT_MS(10));
    }
#endif
    CT_ASYNC_END;
}
