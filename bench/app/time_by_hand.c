// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What image_time.c does, by hand: task_by_hand.c, and one deadline that the tick looks at.
// firmware: FAULTS plain
#include <corten/port.h>

static volatile uint32_t slot, now, due, later;
static volatile uint8_t is_full, armed;

static bool send(uint32_t message) {
    const ct_port_mask_t before = ct_port_mask();
    const bool full = is_full;
    if (!full) {
        slot = message;
        is_full = 1;
        ct_port_post(GPIOA_IRQn);
    }
    ct_port_unmask(before);
    return full;
}

void SysTick_Handler(void);
void SysTick_Handler(void) {
    now = now + 1;
    if (!armed || now != due) return;
    armed = 0;
    (void)send(later);
}

void GPIOA_Handler(void);
void GPIOA_Handler(void) {
    if (!is_full) return;
    const uint32_t message = slot;
    is_full = 0;
    *(volatile uint32_t *)0x40004000 = message;
    later = message + 1;
    due = now + 100;
    armed = 1;
}

int main(void) {
    ct_port_mask_all();
    (void)send(1);
    ct_port_start();
    ct_port_enable(GPIOA_IRQn, 1);
    ct_port_enable(SysTick_IRQn, 1);
    SysTick_tick_start(12000);
    ct_port_unmask_all();
    for (;;) ct_port_wait();
}
