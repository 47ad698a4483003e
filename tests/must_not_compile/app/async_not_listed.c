// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: talk_is_missing_in_TASKS_of_CT_APP
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK(report, 1);
CT_ASYNC(talk, 1, {uint32_t n;});
#ifdef OK
CT_APP(DISPATCHERS(TIMER0A), TASKS(report, talk));
#else
CT_APP(DISPATCHERS(TIMER0A), TASKS(report));
#endif

void init(struct init_task self) { (void)self; CT_MUST(report_spawn()); CT_MUST(talk_spawn()); }
void report(struct report_task self) { (void)self; }
enum ct_async_result talk(struct talk_task self, struct talk_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    CT_AWAIT(frame->n ? CT_WOULD_BLOCK : CT_OK);
    CT_ASYNC_END;
}
