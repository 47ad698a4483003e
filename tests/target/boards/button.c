// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// B-L475E-IOT01A: the button, pressed from outside, by its edges: LD1 toggles at each press, LD2
// shows whether the button is held.

#include <corten/app.h>
#include <corten/board.h>
#include <corten/exti.h>
#include <corten/semihosting.h>

CT_EXTI(button_line, 13);
CT_INTERRUPT(moved, 2, EXTI15_10);
CT_LOCAL(uint32_t, presses, moved);
CT_APP(DISPATCHERS(), TASKS(moved));

void init(struct init_task self) {
    (void)self;
    CT_MUST(board_start_clocks().error);
    ct_exti_listen(board_button, CT_EXTI_BOTH);
    ct_semihosting_print("ready\n");
}

void moved(struct moved_task self) {
    uint32_t *presses = CT_LOCAL_OF(self, presses);
    if (!ct_exti_take(board_button)) ct_semihosting_exit(2);
    if (ct_exti_is_pending(board_button)) ct_semihosting_exit(3);
    const bool held = !ct_input_is_high(CT_GPIO_INPUT(board_button));
    CT_MUST(ct_output_set(BOARD_HEATER, held));
    if (held) {
        *presses += 1;
        CT_MUST(ct_output_toggle(BOARD_LED));
        ct_semihosting_print("pressed ");
    } else {
        ct_semihosting_print("released ");
    }
    ct_semihosting_print_u32(*presses);
    ct_semihosting_print(ct_output_is_set_high(BOARD_LED) ? " on\n" : " off\n");
    if (!held && *presses == 3) ct_semihosting_exit(0);
}
