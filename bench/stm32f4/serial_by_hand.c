// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What image_serial.c does, on plain registers.
// cores: thumbv7em-hf
// board: olimex-h405
// firmware: FAULTS plain
#include <corten/port.h>

#include "hal_by_hand.h"

static struct {
    uint32_t overruns, framing, noise, parity, unsent;
} errors;

void USART6_Handler(void);
void USART6_Handler(void) {
    const uint32_t status = USART6_(0);
    if (!(status & 0x28)) return;
    const uint32_t byte = USART6_(4) & 0xFF;
    if (status & 8) errors.overruns++;
    if (!(status & 0x20)) return;
    if (status & 2) {
        errors.framing++;
        return;
    }
    if (status & 4) {
        errors.noise++;
        return;
    }
    if (status & 1) {
        errors.parity++;
        return;
    }
    const uint32_t high = GPIOC_(0x14) & 1u << 8;
    GPIOC_(BSRR) = high << 16 | (high ^ 1u << 8);
    if (USART6_(0) & 0x80) {
        USART6_(4) = byte;
    } else {
        errors.unsent++;
    }
}

int main(void) {
    const struct ct_clock_result result = clocks_by_hand();
    RCC_(AHB1ENR) |= 1u << 2;
    (void)RCC_(AHB1ENR);
    GPIOC_(BSRR) = 1u << 8;
    GPIOC_(OTYPER) &= ~(1u << 8 | 3u << 6);
    GPIOC_(OSPEEDR) = (GPIOC_(OSPEEDR) & ~(3u << 16 | 15u << 12)) | 10u << 12;
    GPIOC_(PUPDR) = (GPIOC_(PUPDR) & ~(15u << 12)) | 1u << 14;
    GPIOC_(0x20) = (GPIOC_(0x20) & ~(255u << 24)) | 0x88u << 24;
    GPIOC_(MODER) = (GPIOC_(MODER) & ~(3u << 16 | 15u << 12)) | 1u << 16 | 10u << 12;
    RCC_(APB2ENR) |= 1u << 5;
    (void)RCC_(APB2ENR);
    if (USART6_(0xC) & 1u << 13) USART6_(0xC) = 0;
    USART6_(8) = result.core_hz == 168000000 ? 729 : 139;
    USART6_(0xC) = 1u << 13 | 1u << 3 | 1u << 2;
    USART6_(0xC) |= 1u << 5;
    ct_port_enable(USART6_IRQn, 2);
    if (dog_by_hand(500000)) errors.unsent++;
    for (;;) {
        ct_port_wait();
        IWDG_(0) = 0xAAAA;
    }
}
