// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// From an interrupt to the main loop: TIM2 ticks 1000 times a second; its interrupt reads the
// converter and enqueues the sample. Each side has its half of the queue, nothing is locked for it,
// nobody waits, and a sample that finds no room is counted.

#include <corten/adc_unit.h>
#include <corten/app.h>
#include <corten/board.h>
#include <corten/spsc.h>
#include <corten/tim.h>

CT_TIM(ticker, TIM2); // these claim what they name
CT_ADC_UNIT(adc, ADC1);
CT_GPIO(knob, A, 0); // channel 0

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
    ct_gpio_make_analog(knob);
    ct_adc_unit_start(adc, board_apb2_hz);
    ct_tim_start_periodic(ticker, board_timers1_hz, 1000);
    ct_tim_listen(ticker);
}

void sample(struct sample_task self) {
    if (!ct_tim_take(ticker)) return;
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
