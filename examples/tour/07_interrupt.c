// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// From an interrupt to the main loop: TIM2 ticks 1000 times a second; its interrupt reads the
// converter and enqueues the sample. Each side has its half of the queue, nothing is locked for it,
// nobody waits, and a sample that finds no room is counted.

#include <corten/app.h>
#include <corten/board.h>
#include <corten/spsc.h>

CT_CLAIM(TIM2);
CT_CLAIM(ADC1);
CT_CLAIM(PA0);

typedef CT_SPSC(uint16_t, 32) sample_queue;
static sample_queue samples;

CT_INTERRUPT(sample, 2, TIM2);
CT_IDLE(idle);

CT_LOCAL(CT_SPSC_PRODUCER(sample_queue) *, put, sample) = ct_spsc_producer(&samples);
CT_LOCAL(CT_SPSC_CONSUMER(sample_queue) *, get, idle) = ct_spsc_consumer(&samples);
CT_SHARED(uint32_t, overruns, sample, idle);

CT_APP(DISPATCHERS(), TASKS(sample, idle));

void init(struct init_task self) {
    (void)self;
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    if (clocks.error) board_console_print(clocks.flag);
    reg_set(RCC->AHB1ENR, RCC_AHB1ENR_GPIOAEN);
    reg_set(RCC->APB1ENR, RCC_APB1ENR_TIM2EN);
    reg_set(RCC->APB2ENR, RCC_APB2ENR_ADC1EN);
    (void)reg_raw(RCC->APB2ENR); // they answer two cycles later
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER0_Analog);
    reg_write(ADC1->CR2, ADC_CR2_ADON(1)); // channel 0: PA0
    reg_write(TIM2->PSC, TIM_PSC_PSC(board_timers1_hz / 1000000 - 1)); // from the second period on
    reg_write(TIM2->ARR, TIM_ARR_ARR(1000 - 1));
    reg_write(TIM2->DIER, TIM_DIER_UIE(1));
    reg_write(TIM2->CR1, TIM_CR1_CEN(1));
}

void sample(struct sample_task self) {
    reg_clear(TIM2->SR, TIM_SR_UIF);
    const uint16_t counts = (uint16_t)reg_get(ADC1->DR, ADC_DR_DATA); // of the last conversion
    reg_set(ADC1->CR2, ADC_CR2_SWSTART);                              // the next one
    if (ct_spsc_enqueue(*CT_LOCAL_OF(self, put), counts) == CT_FULL)
        CT_LOCK(self, overruns, lost) *lost += 1; // at the ceiling: no instruction
}

static void print_number(uint32_t value) {
    if (value >= 10) board_console_put((char)('0' + value / 10 % 10));
    board_console_put((char)('0' + value % 10));
}

void idle(struct idle_task self) {
    for (;;) {
        uint32_t overrun = 0, taken = 0;
        while (overrun < 8) { // busy with something else, for as long as 40 samples take
            ct_port_wait();
            CT_LOCK(self, overruns, lost) overrun = *lost;
        }
        for (uint16_t counts; ct_spsc_dequeue(*CT_LOCAL_OF(self, get), &counts) == CT_OK;) taken++;
        CT_LOCK(self, overruns, lost) *lost -= overrun;
        print_number(taken);
        board_console_print(" samples, ");
        print_number(overrun);
        board_console_print(" lost\n");
    }
}
