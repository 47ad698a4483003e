// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What image_hardware.c does, by hand: a handler, its priority, sleep.
// firmware: FAULTS plain
#include <corten/port.h>

void GPIOA_Handler(void);
void GPIOA_Handler(void) { *(volatile uint32_t *)0x40004000 = 1; }

int main(void) {
    ct_port_mask_all();
    ct_port_start();
    ct_port_enable(GPIOA_IRQn, 1);
    ct_port_unmask_all();
    for (;;) ct_port_wait();
}
