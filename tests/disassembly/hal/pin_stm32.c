// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A pin costs what its register costs: directly, through hal/, and in a driver's body that knows
// nothing but hal/.
// target: m3 m4f
// flags: -I{root}/devices/stm32/include {device stm32f405}
// expect[gcc m3] ours_set_high: movs, ldr, str, bx lr
// expect[gcc m4f] ours_set_high: ldr, movs, str, bx lr
// expect[clang] ours_set_high: movw, movt, movs|mov, str, bx lr
// forbid ours_pulse: bl|blx|push
// forbid ours_driver_pulse: bl|blx|push
// count ours_toggle <= 10
#include <corten/gpio.h>

CT_GPIO(lamp, B, 5);

// as vendors' headers have it
struct port {
    volatile uint32_t MODER, OTYPER, OSPEEDR, PUPDR, IDR, ODR, BSRR;
};
#define GPIOB ((struct port *)0x40020400u)

void ours_set_high(void);
void ours_set_high(void) { ct_gpio_set_high(lamp); }
void hand_set_high(void);
void hand_set_high(void) { GPIOB->BSRR = 1u << 5; }

void ours_set_low(void);
void ours_set_low(void) { ct_gpio_set_low(lamp); }
void hand_set_low(void);
void hand_set_low(void) { GPIOB->BSRR = 1u << 21; }

void ours_toggle(void);
void ours_toggle(void) { ct_gpio_toggle(lamp); }
void hand_toggle(void);
void hand_toggle(void) {
    const uint32_t high = GPIOB->ODR & 1u << 5;
    GPIOB->BSRR = high << 16 | (high ^ 1u << 5);
}

int ours_is_high(void);
int ours_is_high(void) { return ct_gpio_is_high(lamp); }
int hand_is_high(void);
int hand_is_high(void) { return GPIOB->IDR >> 5 & 1u; }

enum ct_error ours_hal_set_high(void);
enum ct_error ours_hal_set_high(void) { return ct_output_set_high(CT_GPIO_OUTPUT(lamp)); }
enum ct_error hand_hal_set_high(void);
enum ct_error hand_hal_set_high(void) {
    GPIOB->BSRR = 1u << 5;
    return CT_OK;
}

enum ct_error ours_hal_toggle(void);
enum ct_error ours_hal_toggle(void) { return ct_output_toggle(CT_GPIO_OUTPUT(lamp)); }
enum ct_error hand_hal_toggle(void);
enum ct_error hand_hal_toggle(void) {
    const uint32_t high = GPIOB->ODR & 1u << 5;
    GPIOB->BSRR = high << 16 | (high ^ 1u << 5);
    return CT_OK;
}

int ours_hal_is_high(void);
int ours_hal_is_high(void) { return ct_input_is_high(CT_GPIO_INPUT(lamp)); }
int hand_hal_is_high(void);
int hand_hal_is_high(void) { return GPIOB->IDR >> 5 & 1u; }

// A driver, and the pin given to it.
ct_inline enum ct_error driver_pulse(struct ct_output_pin pin) {
    const enum ct_error e = ct_output_set_high(pin);
    return e ? e : ct_output_set_low(pin);
}
enum ct_error ours_driver_pulse(void);
enum ct_error ours_driver_pulse(void) { return driver_pulse(CT_GPIO_OUTPUT(lamp)); }
enum ct_error hand_driver_pulse(void);
enum ct_error hand_driver_pulse(void) {
    GPIOB->BSRR = 1u << 5;
    GPIOB->BSRR = 1u << 21;
    return CT_OK;
}
void ours_pulse(void);
void ours_pulse(void) { CT_IGNORE(driver_pulse(CT_GPIO_OUTPUT(lamp))); }
void hand_pulse(void);
void hand_pulse(void) {
    GPIOB->BSRR = 1u << 5;
    GPIOB->BSRR = 1u << 21;
}
