// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// One mistake of a task, chosen when it is built.

#include <corten/app.h>
#include <corten/board.h>

CT_TASK(first, 1);
CT_TASK(second, 1);
CT_APP(DISPATCHERS(SPARE0), TASKS(first, second));

void init(struct init_task self) {
    (void)self;
    CT_MUST(first_spawn());
    CT_MUST(second_spawn());
}

void first(struct first_task self) { (void)self; }

void second(struct second_task self) {
    (void)self;
#if defined null_call
    void (*volatile none)(void) = NULL;
    none();
#elif defined bad_write
    *(volatile uint32_t *)0xF0000000u = 1;
#elif defined undefined
    __asm__ volatile(".word 0xFFFFFFFF");
#elif defined unhandled
    ct_port_mask_all();
    ct_port_enable(SPARE7_IRQn, 3);
    ct_port_unmask_all();
    ct_port_pend(SPARE7_IRQn);
#endif
}
