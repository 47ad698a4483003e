// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/semihosting.h>

#include <assert.h>

static unsigned lost;
//@ 1
CT_ASYNC_WITH(receiver, 1, struct numbers_receiver, { uint32_t value; });
CT_ASYNC_WITH(sender, 1, struct numbers_sender);
CT_APP(DISPATCHERS(EXTI0), TASKS(receiver, sender));

void init(struct init_task self) {
    _Static_assert(sizeof(struct numbers_receiver) + sizeof(struct numbers_sender) == 0, "");
    {
        const struct numbers_sender sender = numbers_sender(self);
        for (int i = 0; i < 6; i++) {
            //@ 9
        }
    }
    assert(lost == 1);
    //@ 3-4
}
enum ct_async_result sender(struct sender_task self, struct sender_frame *frame) {
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    //@ 6
    assert(!e);
    numbers_close();
    CT_ASYNC_END;
}
enum ct_async_result receiver(struct receiver_task self, struct receiver_frame *frame) {
    static unsigned sum;
    enum ct_error e;
    CT_ASYNC_BEGIN(frame);
    do {
        //@ 7
        sum += e ? 0 : frame->value;
    } while (!e);
    assert(e == CT_CLOSED && sum == 5 * 3 + 1);
    ct_semihosting_exit(0);
    CT_ASYNC_END;
}
