// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: struct only_an_asynchronous_task_can_wait
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_ASYNC(waits, 1);
CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(waits, blink), MONOTONIC(SysTick, 1000, 12000000));

void init(struct init_task self) { (void)self; }
enum ct_async_result waits(struct waits_task self, struct waits_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    CT_DELAY(CT_MS(1));
    CT_ASYNC_END;
}
#ifdef OK
void blink(struct blink_task self) { (void)self; }
#else
void blink(struct blink_task self) { CT_DELAY(CT_MS(1)); }
#endif
