// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A pin whose type carries its mode costs what its register costs; a bus of pins is one store.
// target: m4f
// flags: {device stm32f401}
#include <corten/pins.h>

CT_PIN_OUT(lamp, B, 5, PUSH_PULL, SLOW, LOW);
CT_PIN_IN(button, C, 13, FLOATING);
CT_PIN_BUS(lanes, E, 0, 1, 2, 3);

// as vendors' headers have it
struct port {
    volatile uint32_t MODER, OTYPER, OSPEEDR, PUPDR, IDR, ODR, BSRR;
};
#define GPIOB ((struct port *)0x40020400u)
#define GPIOC ((struct port *)0x40020800u)
#define GPIOE ((struct port *)0x40021000u)

void ours_set_high(void);
void ours_set_high(void) { ct_pin_set_high(lamp); }
void hand_set_high(void);
void hand_set_high(void) { GPIOB->BSRR = 1u << 5; }

enum ct_error ours_hal_set_low(void);
enum ct_error ours_hal_set_low(void) { return ct_output_set_low(CT_PIN_AS_OUTPUT(lamp)); }
enum ct_error hand_hal_set_low(void);
enum ct_error hand_hal_set_low(void) {
    GPIOB->BSRR = 1u << 21;
    return CT_OK;
}

int ours_is_high(void);
int ours_is_high(void) { return ct_input_is_high(CT_PIN_AS_INPUT(button)); }
int hand_is_high(void);
int hand_is_high(void) { return GPIOC->IDR >> 13 & 1u; }

void ours_lanes(void);
void ours_lanes(void) { ct_pin_bus_write(lanes, 0x5); }
void hand_lanes(void);
void hand_lanes(void) { GPIOE->BSRR = 0x000A0005u; }
