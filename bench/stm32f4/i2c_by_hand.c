// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What image_i2c.c does, on registers: any lengths (RM0090, 27.3.3), time-outs, a STOP after an error; no
// recovery of a held bus, no 10 bits.
// board: olimex-h405
// cores: thumbv7em-hf
// firmware: FAULTS plain
#include <corten/board.h>

struct i2c {
    volatile uint32_t CR1, CR2, OAR1, OAR2, DR, SR1, SR2, CCR, TRISE;
};
struct gpio {
    volatile uint32_t MODER, OTYPER, OSPEEDR, PUPDR, IDR, ODR, BSRR, LCKR, AFR[2];
};
#define BUS     ((struct i2c *)0x40005400u)
#define PORT    ((struct gpio *)0x40020400u)
#define AHB1ENR (*(volatile uint32_t *)0x40023830u)
#define APB1ENR (*(volatile uint32_t *)0x40023840u)
enum { PE = 1, START = 1 << 8, STOP = 1 << 9, ACK = 1 << 10, POS = 1 << 11, ERRORS = 0xF00 };

static CT_NOINLINE enum ct_error wait(uint32_t flag) {
    uint32_t left = 700000, status;
    while (!((status = BUS->SR1) & (flag | ERRORS)))
        if (--left == 0) return CT_TIMEOUT;
    return !(status & ERRORS) ? CT_OK : status & 1 << 9 ? CT_ARBITRATION : status & 1 << 8 ? CT_BUS : status & 1 << 10 ? CT_NO_ACKNOWLEDGE : CT_OVERRUN;
}
static CT_NOINLINE enum ct_error begin(uint8_t byte) {
    enum ct_error e = wait(1);
    if (e) return e;
    BUS->DR = byte;
    return wait(2);
}

static enum ct_error talk(uint8_t address, const uint8_t *write, size_t writes, uint8_t *read, size_t reads) {
    uint32_t left = 700000;
    while ((BUS->SR2 & 2) || (BUS->CR1 & STOP))
        if (--left == 0) return CT_TIMEOUT;
    BUS->CR1 = PE | ACK | START;
    enum ct_error e = begin((uint8_t)(address << 1));
    if (e) return e;
    (void)BUS->SR2;
    while (writes--) {
        if ((e = wait(1 << 7))) return e;
        BUS->DR = *write++;
    }
    if ((e = wait(1 << 2))) return e;
    BUS->CR1 = PE | ACK | START | (reads == 2 ? POS : 0);
    if ((e = begin((uint8_t)(address << 1 | 1)))) return e;
    if (reads == 1) {
        BUS->CR1 = PE;
        (void)BUS->SR2;
        BUS->CR1 = PE | STOP;
        if ((e = wait(1 << 6))) return e;
        *read = (uint8_t)BUS->DR;
        return CT_OK;
    }
    (void)BUS->SR2;
    if (reads == 2) {
        BUS->CR1 = PE | POS;
    } else {
        for (; reads > 3; reads--) {
            if ((e = wait(1 << 6))) return e;
            *read++ = (uint8_t)BUS->DR;
        }
        if ((e = wait(1 << 2))) return e;
        BUS->CR1 = PE;
        *read++ = (uint8_t)BUS->DR;
    }
    if ((e = wait(1 << 2))) return e;
    BUS->CR1 = PE | STOP;
    *read++ = (uint8_t)BUS->DR;
    *read = (uint8_t)BUS->DR;
    return CT_OK;
}

int main(void) {
    uint8_t number = 0x75, content[6];
    AHB1ENR |= 1 << 1;
    (void)AHB1ENR;
    PORT->AFR[1] = (PORT->AFR[1] & ~0xFFu) | 0x44;
    PORT->OTYPER |= 3u << 8;
    PORT->OSPEEDR = (PORT->OSPEEDR & ~(15u << 16)) | 10u << 16;
    PORT->MODER = (PORT->MODER & ~(15u << 16)) | 10u << 16;
    APB1ENR |= 1u << 21;
    (void)APB1ENR;
    BUS->CR1 = 1u << 15;
    BUS->CR1 = 0;
    BUS->CR2 = 42;
    BUS->CCR = 0x8023;
    BUS->TRISE = 13;
    BUS->CR1 = PE;
    const enum ct_error e = talk(0x68, &number, 1, content, 6);
    if (e) {
        BUS->SR1 = 0;
        BUS->CR1 = PE | STOP;
    }
    return e;
}
