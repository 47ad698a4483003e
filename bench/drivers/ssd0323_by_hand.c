// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// What image_ssd0323.c does, on the registers: the same bytes, and every wait has an end too.
// firmware: FAULTS plain
#include <corten/board.h>

static uint8_t screen[128 * 64 / 2];

#define SELECT (*(volatile uint32_t *)(0x40004000u + (1u << 3) * 4u)) // PA3
#define DC     (*(volatile uint32_t *)(0x40006000u + (1u << 7) * 4u)) // PC7
#define DR     (*(volatile uint32_t *)0x40008008u)
#define SR     (*(volatile uint32_t *)0x4000800Cu)
#define CR1    (*(volatile uint32_t *)0x40008004u)

static CT_NOINLINE enum ct_error send(const uint8_t *bytes, size_t length) {
    SELECT = 0;
    uint32_t tries = 200000;
    enum ct_error e = CT_OK;
    for (size_t sent = 0, received = 0; received < length;) {
        if (sent < length && sent - received < 8) DR = bytes[sent++];
        if (SR & 4) {
            (void)DR;
            received++;
            tries = 200000;
        } else if (--tries == 0) {
            CR1 = 0;
            while (SR & 4) (void)DR;
            CR1 = 2;
            e = CT_TIMEOUT;
            break;
        }
    }
    for (tries = 200000; SR & 16;)
        if (--tries == 0) {
            e = CT_TIMEOUT;
            break;
        }
    SELECT = 0xFF;
    return e;
}

static CT_NOINLINE enum ct_error home(void) {
    static const uint8_t window[] = {0x15, 0, 63, 0x75, 0, 63};
    DC = 0;
    const enum ct_error e = send(window, sizeof window);
    DC = 0xFF;
    return e;
}

static CT_NOINLINE enum ct_error start(void) {
    static const uint8_t commands[] = {0xAE, 0x81, 64,   0x86, 0xA0, 0x52, 0xA1, 0,    0xA2,
                                       0,    0xA4, 0xA8, 63,   0xB1, 0x22, 0xB2, 0x46, 0xB3,
                                       0x41, 0xBF, 0x0D, 0xBE, 0x00, 0xBC, 0x0B, 0xB8, 0x01,
                                       0x11, 0x22, 0x32, 0x43, 0x54, 0x65, 0x76, 0xAD, 0x02};
    static const uint8_t dark[64], on = 0xAF;
    DC = 0;
    enum ct_error e = send(commands, sizeof commands);
    if (!e) e = home();
    for (int row = 0; row < 64 && !e; row++) e = send(dark, sizeof dark);
    if (e) return e;
    DC = 0;
    return send(&on, 1);
}

static CT_NOINLINE enum ct_error show(void) {
    const enum ct_error e = home();
    return e ? e : send(screen, sizeof screen);
}

int main(void) {
    board_spi_start();
    const enum ct_error e = start();
    return e ? (int)e : (int)show();
}
