// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// What <corten/board.h> offers, on every board: clocks, console in both directions, pins, timer of
// the application, converter with its interrupt, a room that warms up.

#include <corten/app.h>
#include <corten/block.h>
#include <corten/board.h>
#include <corten/semihosting.h>

CT_INTERRUPT(converted, 2, BOARD_ADC_INTERRUPT);
CT_INTERRUPT(typed, 1, BOARD_CONSOLE_INTERRUPT);
CT_TASK(sample, 1);
CT_TASK_WITH(report, 2, int32_t, 2);

CT_LOCAL(uint32_t, samples, sample);

CT_APP(DISPATCHERS(BOARD_SPARE_INTERRUPTS), TASKS(converted, typed, sample, report),
       MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

void init(struct init_task self) {
    (void)self;
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    board_console_print(BOARD_NAME ": ");
    board_console_print(clocks.error ? clocks.flag : "clocks are running");
    board_console_print("\n");
    CT_MUST(clocks.core_hz != BOARD_CORE_HZ);
    CT_MUST(ct_output_set_high(BOARD_HEATER));
    CT_MUST(sample_spawn_after(CT_MS(10)));
}

void sample(struct sample_task self) {
    uint32_t *samples = CT_LOCAL_OF(self, samples);
    room_advance(3000);
    CT_MUST(ct_output_set(BOARD_LED, *samples % 2));
    *samples += 1;
    CT_MUST(ct_adc_start(BOARD_ADC));
    if (*samples < 5) CT_MUST(sample_spawn_after(CT_MS(10)));
}

void converted(struct converted_task self) {
    (void)self;
    CT_MUST(report_spawn(room_millicelsius(ct_adc_take(BOARD_ADC))));
}

static void put_number(int32_t number) {
    if (number >= 10) put_number(number / 10);
    board_console_put((char)('0' + number % 10));
}

void report(struct report_task self, int32_t temperature) {
    (void)self;
    put_number(temperature);
    board_console_print(" mC\n");
    static int reports;
    if (++reports == 5) {
        CT_MUST(CT_BLOCK(board_console_flush()));
        ct_semihosting_exit(0);
    }
}

void typed(struct typed_task self) {
    (void)self;
    for (int byte; (byte = board_console_take()) >= 0;) board_console_put((char)byte);
}
