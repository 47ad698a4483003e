// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Timers and converters cost what their registers cost: a duty, a capture, an encoder, a conversion's end.
// target: m4f
// flags: {device stm32f405}
#include <corten/adc_unit.h>
#include <corten/tim_input.h>

CT_TIM(motor, TIM1);
CT_TIM_PWM(left, motor, 2, 168000000);
CT_TIM(tim2, TIM2);
CT_TIM_CAPTURE(wheel, tim2, 3, 1000000);
CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(knob, adc, A, 3, 84);

// as vendors' headers have it
struct tim {
    volatile uint32_t CR1, CR2, SMCR, DIER, SR, EGR, CCMR1, CCMR2, CCER, CNT, PSC, ARR, RCR, CCR1, CCR2, CCR3, CCR4, BDTR;
};
struct adc {
    volatile uint32_t SR, CR1, CR2, SMPR1, SMPR2, JOFR[4], HTR, LTR, SQR1, SQR2, SQR3, JSQR, JDR[4], DR;
};
#define HAND1 ((struct tim *)0x40010000u)
#define HAND2 ((struct tim *)0x40000000u)
#define HANDA ((struct adc *)0x40012000u)

void ours_set(uint32_t duty);
void ours_set(uint32_t duty) { ct_tim_pwm_set(motor, 2, duty); }
void hand_set(uint32_t duty);
void hand_set(uint32_t duty) { HAND1->CCR2 = duty; }

enum ct_error ours_duty(uint16_t duty);
enum ct_error ours_duty(uint16_t duty) { return ct_pwm_set_duty(CT_TIM_AS_PWM(left), duty); }
ct_inline uint16_t most(void) { return (uint16_t)(HAND1->ARR + 1u); }
ct_inline enum ct_error set(uint16_t duty) {
    HAND1->CCR2 = duty;
    return CT_OK;
}
enum ct_error hand_duty(uint16_t duty);
enum ct_error hand_duty(uint16_t duty) { return duty > most() ? CT_OUT_OF_RANGE : set(duty); }

uint32_t ours_count(void);
uint32_t ours_count(void) { return ct_tim_count(tim2); }
uint32_t hand_count(void);
uint32_t hand_count(void) { return HAND2->CNT; }

enum ct_error ours_captured(struct ct_captured *captured);
enum ct_error ours_captured(struct ct_captured *captured) { return ct_capture_take(CT_TIM_AS_CAPTURE(wheel), captured); }
enum ct_error hand_captured(struct ct_captured *captured);
enum ct_error hand_captured(struct ct_captured *captured) {
    const uint32_t status = HAND2->SR, ccer = HAND2->CCER >> 8;
    if (!(ccer & 1)) return CT_INVALID;
    if (status & 1u << 11) {
        HAND2->SR = 0x16FF;
        return CT_OVERRUN;
    }
    if (!(status & 1u << 3)) return CT_WOULD_BLOCK;
    *captured = (struct ct_captured){HAND2->CCR3, !(ccer & 2)};
    if (__builtin_expect(!!(HAND2->SR & 1u << 11), 0)) {
        HAND2->SR = 0x16FF;
        return CT_OVERRUN;
    }
    return CT_OK;
}

int ours_converted(void);
int ours_converted(void) { return ct_adc_take(CT_ADC_AS_ADC(knob)); }
int hand_converted(void);
int hand_converted(void) {
    const uint32_t status = HANDA->SR;
    if (status >> 5 & 1) {
        HANDA->SR = 0;
        return CT_OVERRUN;
    }
    if (!(status >> 1 & 1)) return CT_WOULD_BLOCK;
    const int counts = (int)(HANDA->DR & 0xFFFF);
    HANDA->SR = 0x2F;
    return counts;
}
