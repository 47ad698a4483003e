// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// B-L475E-IOT01A: the button, pressed from outside, up to a task that knows nothing but hal/: pin,
// EXTI, the handler that wakes, the task that waited for the edge, the lamp. As button.c, which has it
// in the handler.

#include <corten/app.h>
#include <corten/board.h>
#include <corten/exti.h>
#include <corten/hal/awaiting.h>
#include <corten/semihosting.h>

CT_EXTI(button_line, 13);
CT_EXTI_EDGES(button, board_button);
CT_INTERRUPT(moved, 3, EXTI15_10);
CT_ASYNC(follow, 1, { uint32_t presses; });
CT_APP(DISPATCHERS(SAI1), TASKS(moved, follow), MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

static struct ct_wait_queue button_moved;

void init(struct init_task self) {
    (void)self;
    CT_MUST(board_start_clocks().error);
    CT_MUST(ct_edge_listen(button, CT_EDGE_BOTH));
    CT_MUST(follow_spawn());
    ct_semihosting_print("ready\n");
}

void moved(struct moved_task self) {
    (void)self;
    if (!button_interrupt()) ct_semihosting_exit(2);
    ct_wait_queue_wake_all(&button_moved);
}

enum ct_async_result follow(struct follow_task self, struct follow_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    frame->presses = 0;
    for (;;) {
        enum ct_error e;
        CT_AWAIT_READY(e, &button_moved, ct_edge_take(button), CT_SECONDS(30));
        if (e) ct_semihosting_exit(4);
        const bool held = !ct_edge_is_high(button);
        CT_MUST(ct_output_set(BOARD_HEATER, held));
        if (held) {
            frame->presses += 1;
            CT_MUST(ct_output_toggle(BOARD_LED));
        }
        ct_semihosting_print(held ? "pressed " : "released ");
        ct_semihosting_print_u32(frame->presses);
        ct_semihosting_print(ct_output_is_set_high(BOARD_LED) ? " on\n" : " off\n");
        if (!held && frame->presses == 3) ct_semihosting_exit(0);
    }
    CT_ASYNC_END;
}
