// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// sources: devices/model/src/model.c devices/stm32f4/model/src/*.c
// flags: -I{root}/devices/model/include -I{root}/devices/stm32f4/model/include {device stm32f401}
// flags: -I{root}/devices/model/include -I{root}/devices/stm32f4/model/include {device stm32f405}
#include <corten/dma.h>
#include <corten/stm32f4_model.h>

#include <assert.h>
#include <string.h>

//@ 1-2
int main(void) {
    unsigned sent = 0;
    ct_model_stm32f4_start();
    reg_set(RCC->APB1ENR, RCC_APB1ENR_USART2EN);
    (void)reg_raw(RCC->APB1ENR);
    //@ 3-5
    for (int i = 0; i < 5; i++) {
        ct_model_dma_pulse("USART2_TX");
        ct_host_pass(1000);
    }
    //@ 6
    assert(sent == 1);
}
