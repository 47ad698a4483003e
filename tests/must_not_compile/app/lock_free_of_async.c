// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: level: tasks of different priorities need CT_SHARED and its lock
// target: m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(blink, 1);
CT_ASYNC(waits, 2);
#ifdef OK
CT_LOCK_FREE(uint32_t, level, blink);
#else
CT_LOCK_FREE(uint32_t, level, blink, waits);
#endif
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(blink, waits));

void init(struct init_task self) { (void)self; }
void blink(struct blink_task self) { (void)self; }
enum ct_async_result waits(struct waits_task self, struct waits_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    CT_ASYNC_END;
}
