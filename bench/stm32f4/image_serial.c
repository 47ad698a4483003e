// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A whole program: 168 MHz with all fallbacks, a serial port by interrupt that returns what comes and
// counts errors, a lamp that blinks with each byte, a watchdog.
// size "image: clocks, serial port by interrupt, lamp, watchdog": by hand serial_by_hand
// ram "memory: clocks, serial port by interrupt, lamp, watchdog": by hand serial_by_hand
// cores: thumbv7em-hf
// board: olimex-h405
// firmware: FAULTS plain
#include <corten/clocks.h>
#include <corten/iwdg.h>
#include <corten/pin_alternate.h>
#include <corten/port.h>
#include <corten/usart.h>

CT_CLOCK_TREE_FOR(clock, CRYSTAL(8000000), CORE(168000000));
CT_PIN_OUT(lamp, C, 8, PUSH_PULL, SLOW, HIGH);
CT_PIN_ALTERNATE(line_tx, C, 6, USART6_TX, PUSH_PULL, FLOATING, FAST);
CT_PIN_ALTERNATE(line_rx, C, 7, USART6_RX, PUSH_PULL, PULL_UP, FAST);
CT_USART(line, USART6);
CT_USART_PINS(USART6, line_tx, line_rx);
CT_IWDG(dog);

static struct ct_serial_errors errors;

void USART6_Handler(void);
void USART6_Handler(void) {
    const int byte = ct_usart_take(line, &errors);
    if (byte < 0) return;
    ct_pin_toggle(lamp);
    if (ct_usart_put(line, (uint8_t)byte)) errors.unsent++;
}

int main(void) {
    const struct ct_clock_result result = ct_clocks_start(clock);
    ct_pin_start(lamp);
    ct_pin_start(line_tx);
    ct_pin_start(line_rx);
    ct_usart_start_divided(line, result.core_hz == clock_core_hz ? CT_USART_DIVISOR(clock_apb2_hz, 115200)
                                                                 : CT_USART_DIVISOR(CT_HSI_HZ, 115200));
    ct_usart_listen(line, CT_USART_RECEIVE);
    ct_port_enable(USART6_IRQn, 2);
    if (ct_iwdg_start(500000)) errors.unsent++;
    for (;;) {
        ct_port_wait();
        ct_iwdg_feed();
    }
}
