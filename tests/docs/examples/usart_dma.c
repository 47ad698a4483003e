// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/gpio.h>
#include <corten/port.h>
#include <corten/stm32f4_model.h>
#include <corten/usart_dma.h>

#include <assert.h>

CT_GPIO(modem_rx, A, 3);
//@ 1-4
static int messages;
static enum ct_error parse_spawn(void) {
    messages++;
    return CT_OK;
}
static void handle(void) {
    //@ 6
}
void USART2_Handler(void);
void USART2_Handler(void) { handle(); }
int main(void) {
    static struct ct_model_terminal terminal;
    static uint8_t bytes[16];
    ct_model_stm32f4_start();
    ct_model_terminal_attach(&terminal, 2, 9600);
    ct_gpio_make_alternate(modem_rx, 7, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_usart_start(modem, 16000000, 9600);
    ct_port_enable(USART2_IRQn, 1);
    //@ 5
    ct_model_terminal_type(&terminal, "hi");
    ct_host_pass(10000000);
    //@ 7
    assert(count == 2 && bytes[1] == 'i' && messages == 1);
}
