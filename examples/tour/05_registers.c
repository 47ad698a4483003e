// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Registers: PA5 becomes a push-pull output at high speed and goes high, by the names of the
// manual. Each line is checked against the chip's description while it is compiled.

#include <corten/claim.h>
#include <corten/critical.h>
#include <corten/registers.h>
#include <corten/semihosting.h>

CT_CLAIM(GPIOA); // taken once: a second time, in any file, does not link

static CT_NOINLINE void lamp_on(void) {
    CT_CRITICAL {
        reg_set(RCC->AHB1ENR, RCC_AHB1ENR_GPIOAEN);
        (void)reg_raw(RCC->AHB1ENR); // the port answers two cycles later
        reg_write(GPIOA->BSRR, GPIO_BSRR_BS5_Set);
        reg_modify(GPIOA->OTYPER, GPIO_OTYPER_OT5_PushPull);
        reg_modify(GPIOA->OSPEEDR, GPIO_OSPEEDR_OSPEED5_High);
        reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Output);
    }
}

int main(void) {
    lamp_on();
    ct_semihosting_print("PA5 is high\n");
    ct_semihosting_exit(0);
}
