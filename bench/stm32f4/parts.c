// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Parts of the HAL of the STM32F4 beside the same written directly on registers, in one function each.
// What only errors need (a port's reset, say) is the same function for both and not counted.
// Aims: 5 % above the hand-written at -Os. RAM: none in either.
// board: olimex-h405
// cores: thumbv7em-hf
// function tick "TIM3: 1 kHz with its interrupt": aim 60
// function tick_take "TIM3: taking an overflow": aim 26
// function pwm "TIM1: PWM, complement, dead time": aim 122
// function pulse_width "TIM1: a duty in percent": aim 38
// function pause "TIM4: count-down of microseconds, started": aim 92
// function capture "TIM2: capture of rising edges": aim 88
// function capture_take "TIM2: taking an edge": aim 80
// function knob "TIM5: encoder, started": aim 64
// function spi "SPI1: started, mode 3": aim 60
// function spi_send "SPI1: sending bytes": aim 84
// function adc_begin "ADC1: started": aim 68
// function adc_convert "ADC1: one conversion, with its time-out": aim 144
#include <corten/adc_unit.h>
#include <corten/board.h>
#include <corten/spi_port.h>
#include <corten/tim_input.h>

#include <corten/semihosting.h>

enum { APB1 = 42000000, APB2 = 84000000, TIMERS1 = 84000000, TIMERS2 = 168000000 };

CT_TIM(ticker, TIM3);
CT_TIM(motor, TIM1);
CT_TIM_PWM(left, motor, 1, TIMERS2);
CT_TIM(tim4, TIM4);
CT_TIM_MICROSECONDS(us, tim4, TIMERS1);
CT_TIM(tim2, TIM2);
CT_TIM_CAPTURE(wheel, tim2, 1, 1000000);
CT_TIM(tim5, TIM5);
CT_TIM_ENCODER(encoder, tim5);
CT_SPI_PORT(port, SPI1);
CT_SPI_PORT_BUS(bus, port, APB2);
CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(input, adc, A, 3, 84);

// as vendors' headers have it
struct hand_tim {
    volatile uint32_t CR1, CR2, SMCR, DIER, SR, EGR, CCMR1, CCMR2, CCER, CNT, PSC, ARR, RCR, CCR1, CCR2, CCR3, CCR4, BDTR;
};
struct hand_spi {
    volatile uint32_t CR1, CR2, SR, DR;
};
struct hand_adc {
    volatile uint32_t SR, CR1, CR2, SMPR1, SMPR2, JOFR[4], HTR, LTR, SQR1, SQR2, SQR3, JSQR, JDR[4], DR;
};
struct hand_rcc {
    volatile uint32_t CR, PLLCFGR, CFGR, CIR, AHBRSTR[4], APB1RSTR, APB2RSTR, none[2], AHB1ENR, AHBENR[3], APB1ENR, APB2ENR;
};
struct hand_gpio {
    volatile uint32_t MODER, OTYPER, OSPEEDR, PUPDR;
};
#define HAND(type, address) ((struct hand_##type *)(address))
#define T1       HAND(tim, 0x40010000u)
#define T2       HAND(tim, 0x40000000u)
#define T3       HAND(tim, 0x40000400u)
#define T4       HAND(tim, 0x40000800u)
#define T5       HAND(tim, 0x40000C00u)
#define S1       HAND(spi, 0x40013000u)
#define A1       HAND(adc, 0x40012000u)
#define WORD(at) (*(volatile uint32_t *)(at))
#define AHB1ENR  (HAND(rcc, 0x40023800u)->AHB1ENR)
#define APB1ENR  (HAND(rcc, 0x40023800u)->APB1ENR)
#define APB2ENR  (HAND(rcc, 0x40023800u)->APB2ENR)

#define PART CT_NOINLINE CT_USED

PART void tick(void);
void tick(void) {
    ct_tim_start_periodic(ticker, TIMERS1, 1000);
    ct_tim_listen(ticker);
}
PART void tick_by_hand(void);
void tick_by_hand(void) {
    APB1ENR |= 1u << 1;
    (void)APB1ENR;
    T3->CR1 = 4;
    T3->PSC = 1;
    T3->ARR = 41999;
    T3->EGR = 1;
    T3->SR = 0;
    T3->CR1 = 5;
    T3->DIER |= 1;
}

PART bool tick_take(void);
bool tick_take(void) { return ct_tim_take(ticker); }
PART bool tick_take_by_hand(void);
bool tick_take_by_hand(void) {
    if (!(T3->SR & 1)) return false;
    T3->SR = 0x1EFE;
    return true;
}

PART void pwm(void);
void pwm(void) {
    ct_tim_pwm_start(motor, TIMERS2, 20000);
    ct_tim_pwm_connect(motor, 1, CT_TIM_ACTIVE_HIGH);
    ct_tim_pwm_complement(motor, 1, CT_TIM_ACTIVE_HIGH);
    ct_tim_pwm_dead_time(motor, TIMERS2, 500);
}
PART void pwm_by_hand(void);
void pwm_by_hand(void) {
    APB2ENR |= 1;
    (void)APB2ENR;
    T1->CR1 = 4;
    T1->PSC = 0;
    T1->ARR = 8399;
    T1->EGR = 1;
    T1->SR = 0;
    T1->CR1 = 5;
    T1->CR1 |= 1u << 7;
    T1->BDTR |= 1u << 15;
    T1->CCR1 = 0;
    T1->CCMR1 = (T1->CCMR1 & ~0xFFu) | 0x68;
    T1->CCER = (T1->CCER & ~3u) | 1;
    T1->CCER = (T1->CCER & ~12u) | 4;
    T1->BDTR = (T1->BDTR & ~0xFFu) | 84;
}

PART enum ct_error pulse_width(uint8_t percent);
enum ct_error pulse_width(uint8_t percent) { return ct_pwm_set_percent(CT_TIM_AS_PWM(left), percent); }
PART enum ct_error pulse_width_by_hand(uint8_t percent);
enum ct_error pulse_width_by_hand(uint8_t percent) {
    if (percent > 100) return CT_OUT_OF_RANGE;
    T1->CCR1 = (uint16_t)(percent * (uint32_t)(uint16_t)(T1->ARR + 1) / 100);
    return CT_OK;
}

PART enum ct_error pause(uint32_t microseconds);
enum ct_error pause(uint32_t microseconds) { return ct_countdown_start(CT_TIM_COUNTDOWN(us), microseconds); }
PART enum ct_error pause_by_hand(uint32_t microseconds);
enum ct_error pause_by_hand(uint32_t microseconds) {
    if (microseconds == 0 || microseconds > UINT32_MAX / 84) return CT_OUT_OF_RANGE;
    const uint32_t last = microseconds * 84 - 1, prescaler = last >> 16;
    const uint32_t ticks = last / (prescaler + 1);
    APB1ENR |= 1u << 2;
    (void)APB1ENR;
    T4->CR1 = 4;
    T4->PSC = prescaler;
    T4->ARR = ticks ? ticks : 1;
    T4->EGR = 1;
    T4->SR = 0;
    T4->CR1 = 0xD;
    return CT_OK;
}

PART void capture(void);
void capture(void) {
    ct_tim_capture_start(tim2, TIMERS1, 1000000);
    CT_IGNORE(ct_capture_start(CT_TIM_AS_CAPTURE(wheel), CT_EDGE_RISING));
}
PART void capture_by_hand(void);
void capture_by_hand(void) {
    APB1ENR |= 1;
    (void)APB1ENR;
    T2->CR1 = 4;
    T2->PSC = 83;
    T2->ARR = 0xFFFFFFFF;
    T2->EGR = 1;
    T2->SR = 0;
    T2->CR1 = 5;
    const uint32_t ccer = T2->CCER & ~0xBu;
    const uint32_t ccmr = T2->CCMR1 & ~0xFFu;
    T2->CCER = ccer;
    T2->CCMR1 = ccmr | 1;
    (void)T2->CCR1;
    T2->SR = 0x1CFD;
    T2->CCER = ccer | 1;
}

PART enum ct_error capture_take(struct ct_captured *captured);
enum ct_error capture_take(struct ct_captured *captured) { return ct_capture_take(CT_TIM_AS_CAPTURE(wheel), captured); }
PART enum ct_error capture_take_by_hand(struct ct_captured *captured);
enum ct_error capture_take_by_hand(struct ct_captured *captured) {
    const uint32_t status = T2->SR, ccer = T2->CCER;
    if (!(ccer & 1)) return CT_INVALID;
    if (status & 1u << 9) {
        T2->SR = 0x1CFF;
        return CT_OVERRUN;
    }
    if (!(status & 2)) return CT_WOULD_BLOCK;
    captured->at = T2->CCR1;
    captured->rising = !(ccer & 2);
    if (__builtin_expect(!!(T2->SR & 1u << 9), 0)) {
        T2->SR = 0x1CFF;
        return CT_OVERRUN;
    }
    return CT_OK;
}

PART void knob(void);
void knob(void) { ct_tim_encoder_start(encoder); }
static int32_t hand_last, hand_position;
PART void knob_by_hand(void);
void knob_by_hand(void) {
    APB1ENR |= 1u << 3;
    (void)APB1ENR;
    T5->CR1 = 0;
    T5->CCER = 0;
    T5->CCMR1 = 0x101;
    T5->SMCR = 3;
    T5->PSC = 0;
    T5->ARR = 0xFFFFFFFF;
    T5->EGR = 1;
    T5->CCER = 0x11;
    T5->SR = 0;
    T5->CR1 = 1;
    hand_last = 0;
    hand_position = 0;
}

PART void spi(void);
void spi(void) { ct_spi_port_start(port, APB2, 10500000, .mode = CT_SPI_MODE_3); }
PART void spi_by_hand(void);
void spi_by_hand(void) {
    APB2ENR |= 1u << 12;
    (void)APB2ENR;
    if (S1->SR & 1u << 7) (void)ct_spi_port_timeout_(port);
    S1->CR1 = 0;
    S1->CR2 = 0;
    (void)S1->DR;
    (void)S1->SR;
    S1->CR1 = 0x357;
}

PART enum ct_error spi_send(const uint8_t *data, size_t length);
enum ct_error spi_send(const uint8_t *data, size_t length) {
    return ct_spi_bus_write(CT_SPI_PORT_AS_BUS(bus), data, length);
}
PART enum ct_error spi_send_by_hand(const uint8_t *data, size_t length);
enum ct_error spi_send_by_hand(const uint8_t *data, size_t length) {
    for (; length; length--) {
        uint32_t left = 65536, status;
        S1->DR = *data++;
        while (!((status = S1->SR) & 0x61))
            if (--left == 0) return ct_spi_port_timeout_(port);
        if (__builtin_expect(!!(status & 0x70), 0)) return ct_spi_port_error_(port, status);
        (void)S1->DR;
    }
    return CT_OK;
}

PART void adc_begin(void);
void adc_begin(void) { ct_adc_unit_start(adc, APB2); }
PART void adc_begin_by_hand(void);
void adc_begin_by_hand(void) {
    APB2ENR |= 1u << 8;
    (void)APB2ENR;
    WORD(0x40012304u) = (WORD(0x40012304u) & ~(3u << 16)) | 1u << 16;
    A1->CR1 = 0;
    A1->CR2 = 1u << 10 | 1;
    A1->SR = 0;
    for (unsigned left = 260; left; left--) (void)A1->SR;
}

PART int adc_convert(void);
int adc_convert(void) { return ct_adc_unit_read(input); }
PART int adc_convert_by_hand(void);
int adc_convert_by_hand(void) {
    const uint32_t before = A1->SR;
    if ((before & 1u << 4) && !(before & 0x22)) return CT_BUSY;
    AHB1ENR |= 1;
    (void)AHB1ENR;
    HAND(gpio, 0x40020000u)->PUPDR &= ~(3u << 6);
    HAND(gpio, 0x40020000u)->MODER |= 3u << 6;
    A1->SMPR2 = (A1->SMPR2 & ~(7u << 9)) | 4u << 9;
    A1->SQR1 = 0;
    A1->SQR3 = 3;
    A1->SR = 0;
    A1->CR2 = 1u << 30 | 1u << 10 | 1;
    for (uint32_t left = 65536; left; left--) {
        const uint32_t status = A1->SR;
        if (status & 1u << 5) {
            A1->SR = 0;
            return CT_OVERRUN;
        }
        if (status & 2) {
            const int counts = (int)(A1->DR & 0xFFFF);
            A1->SR = 0x2F;
            return counts;
        }
    }
    A1->SR = 0;
    return CT_TIMEOUT;
}

/// Linked, but not run: the emulator has none of these peripherals.
static void all(void) {
    struct ct_captured captured;
    const uint8_t byte = 0;
    tick(), tick_by_hand(), pwm(), pwm_by_hand(), capture(), capture_by_hand();
    knob(), knob_by_hand(), spi(), spi_by_hand(), adc_begin(), adc_begin_by_hand();
    (void)tick_take(), (void)tick_take_by_hand(), (void)adc_convert(), (void)adc_convert_by_hand();
    CT_IGNORE(pulse_width(1) + pulse_width_by_hand(1) + pause(1) + pause_by_hand(1));
    CT_IGNORE(capture_take(&captured) + capture_take_by_hand(&captured));
    CT_IGNORE(spi_send(&byte, 1) + spi_send_by_hand(&byte, 1));
}

int main(void) {
    if (WORD(0x2001FFFCu) == 1) all();
    ct_semihosting_exit(0);
}
