// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

//@ 1
int main(void) {
    //@ 2-5
    reg_set(RCC->AHB1ENR, RCC_AHB1ENR_GPIOCEN);
    (void)reg_raw(RCC->AHB1ENR);
    assert(!reg_get(GPIOC->IDR, GPIO_IDR_ID(13)));
}
