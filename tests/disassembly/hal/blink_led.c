// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The driver of examples/blinky, which knows any output pin and any count-down timer, on a pin and
// a timer of a chip, against the same loop over the registers.
// target: m3
// flags: {device lm3s6965} -I{root}/examples/blinky
// forbid ours_blink: bl|blx
// differ[gcc] blink: other registers, and one instruction less at -Os and four less at -O2
// count[gcc] ours_blink - hand_blink <= 0
#include "blink_led.h"
#include <corten/gpio.h>
#include <corten/timer.h>

CT_GPIO(lamp, F, 0);
CT_TIMER_COUNTDOWN(pause, TIMER0, 50000000);

enum ct_error ours_blink(void);
enum ct_error ours_blink(void) {
    return blink_led(CT_GPIO_OUTPUT(lamp), CT_COUNTDOWN_OF(pause), 10, 250000);
}

// as vendors' headers have it
struct gpio {
    volatile uint32_t DATA[256];
};
struct timer {
    volatile uint32_t CFG, TAMR, TBMR, CTL, reserved_[2], IMR, RIS, MIS, ICR, TAILR;
};
#define GPIOF  ((struct gpio *)0x40025000u)
#define TIMER0 ((struct timer *)0x40030000u)

enum ct_error hand_blink(void);
enum ct_error hand_blink(void) {
    for (uint32_t edge = 0; edge < 20; edge++) {
        if (edge % 2 == 0)
            GPIOF->DATA[1] = 0xFF;
        else
            GPIOF->DATA[1] = 0;
        TIMER0->CTL = 0;
        TIMER0->CFG = 0;
        TIMER0->TAMR = 1;
        TIMER0->TAILR = 250000 * 50;
        TIMER0->ICR = 1;
        TIMER0->CTL = 1;
        while (!(TIMER0->RIS & 1u)) {
            if (!TIMER0->TAMR) return CT_INVALID;
            CT_COMPILER_BARRIER();
        }
        TIMER0->ICR = 1;
        TIMER0->TAMR = 0;
    }
    return CT_OK;
}
