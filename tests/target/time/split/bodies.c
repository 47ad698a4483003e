// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

#include "application.h"

static int rounds;
void pong(struct pong_task self, struct coarse_instant sent) {
    (void)self;
    CHECK(coarse_instant_since(coarse_now(), sent).ticks + 1 >= CT_MS(3, coarse).ticks);
    struct ping_handle handle;
    CT_MUST(ping_schedule_on(fine_after(CT_MS(9, fine)), fine_now(), &handle));
    CT_MUST(ping_reschedule_on(handle, coarse_after(CT_MS(7, coarse))));
    if (++rounds == 3) {
        CT_MUST(ping_cancel(handle));
        CT_MUST(patient_spawn());
    }
}
enum ct_async_result patient(struct patient_task self, struct patient_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    CT_DELAY_ON(coarse_after(CT_MS(2, coarse)));
    CT_DELAY_UNTIL(ct_instant_add(ct_now(), CT_MS(2)));
    CT_DELAY_ON(fine_after(CT_MS(2, fine)));
    CHECK(ct_now().tick >= 20);
    DONE();
    CT_ASYNC_END;
}
