// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/clocks.h>
#include <corten/pwr.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

CT_CLOCK_TREE_FOR(board, CRYSTAL(8000000), CORE(84000000));
static unsigned reports, edges;
static void report(void) { reports++; }
void EXTI0_Handler(void);
void EXTI0_Handler(void) {
    edges++;
    reg_write_raw(EXTI->PR, 1);
}
static void rise(void *unused) {
    (void)unused;
    ct_model_exti_edge(0, true);
}
int main(void) {
    static struct ct_host_event edge;
    ct_model_stm32f4_start();
    reg_write_raw(EXTI->RTSR, 1);
    reg_write_raw(EXTI->IMR, 1);
    ct_port_enable(EXTI0_IRQn, 1);
    ct_model_after(&edge, 1000000, rise, NULL);
    //@ 1-5
    assert(reports == 0 && edges == 1 && ct_model_clock_hz(CT_MODEL_AHB) == 84000000);
}
