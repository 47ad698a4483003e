// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
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
    reg_write(USART2->BRR, USART_BRR_DIV_Mantissa(1));
    reg_write(USART2->CR1, USART_CR1_UE(1), USART_CR1_TE(1));
    //@ 3-5
    for (int i = 0; i < 5; i++) {
        ct_model_dma_pulse("USART2_TX");
        ct_host_pass(20000);
    }
    //@ 6
    assert(sent == 1);
}
