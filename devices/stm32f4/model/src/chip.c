// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// What the chip is made of: the models, and the bits of RCC that give each peripheral its clock.
#include <corten/registers_model.h>

#include <corten/registers.h>
#include <corten/stm32f4_model.h>

/// RCC.xENR and .xRSTR have the same bits, 0x20 apart. RM0090, 7.3.5 to 7.3.14.
static void gate(const char *name, uintptr_t enable_at, unsigned bit) {
    ct_model_gate(name, enable_at, bit, enable_at - 0x20);
}

static void add_gates(void) {
    static const char *const ahb1[32] = {
        "GPIOA", "GPIOB", "GPIOC", "GPIOD", "GPIOE", "GPIOF", "GPIOG", "GPIOH", "GPIOI",
        [12] = "CRC", [21] = "DMA1", [22] = "DMA2"};
    static const char *const ahb2[32] = {[6] = "RNG"};
    static const char *const apb1[32] = {
        "TIM2", "TIM3", "TIM4", "TIM5", "TIM6", "TIM7", "TIM12", "TIM13", "TIM14",
        [11] = "WWDG", [14] = "SPI2", "SPI3", [17] = "USART2", "USART3", "UART4", "UART5",
        "I2C1", "I2C2", "I2C3", [28] = "PWR"};
    static const char *const apb2[32] = {
        "TIM1", "TIM8", [4] = "USART1", "USART6", [8] = "ADC1", [12] = "SPI1", "SPI4",
        "SYSCFG", [16] = "TIM9", "TIM10", "TIM11"};
    for (unsigned bit = 0; bit < 32; bit++) {
        if (ahb1[bit]) gate(ahb1[bit], (uintptr_t)&RCC->AHB1ENR, bit);
        if (ahb2[bit]) gate(ahb2[bit], (uintptr_t)&RCC->AHB2ENR, bit);
        if (apb1[bit]) gate(apb1[bit], (uintptr_t)&RCC->APB1ENR, bit);
        if (apb2[bit]) gate(apb2[bit], (uintptr_t)&RCC->APB2ENR, bit);
    }
    // one reset bit for the three converters (RM0090, 7.3.9): left out for the second and third
    ct_model_gate("ADC2", (uintptr_t)&RCC->APB2ENR, 9, 0);
    ct_model_gate("ADC3", (uintptr_t)&RCC->APB2ENR, 10, 0);
}

void ct_model_stm32f4_start(void) {
    ct_model_open(&device_model);
    add_gates();
    ct_model_add_rcc();
    ct_model_add_gpio();
    ct_model_add_dma();
    ct_model_add_tim();
    ct_model_add_usart();
    ct_model_add_spi();
    ct_model_add_exti();
    ct_model_add_system();
    ct_model_add_i2c();
    ct_model_add_adc();
    ct_model_start();
}
