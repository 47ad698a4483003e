// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// From an interrupt to the main loop: the converter's interrupt puts each reading into a queue, the
// main loop takes them out when it gets round to it. Neither waits for the other, nothing is locked;
// what finds no room is counted. Here the loop looks every 100 ms, for which ten readings come and
// eight have room.

#include <corten/app.h>
#include <corten/board.h>
#include <corten/semihosting.h>
#include <corten/spsc.h>

typedef CT_SPSC(uint16_t, 8) reading_queue;
static reading_queue readings;

CT_INTERRUPT(converted, 2, BOARD_ADC_INTERRUPT);
CT_TASK(sample, 1);
CT_IDLE(idle);

// Each side gets its half of the queue: enqueueing in idle does not compile.
CT_LOCAL(CT_SPSC_PRODUCER(reading_queue) *, put, converted) = ct_spsc_producer(&readings);
CT_LOCAL(CT_SPSC_CONSUMER(reading_queue) *, get, idle) = ct_spsc_consumer(&readings);
CT_SHARED(uint32_t, lost, converted, idle);

CT_APP(DISPATCHERS(BOARD_SPARE_INTERRUPTS), TASKS(converted, sample, idle),
       MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

void init(struct init_task self) {
    (void)self;
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    if (clocks.error) board_console_print(clocks.flag);
    CT_MUST(ct_output_set_high(BOARD_HEATER));
    CT_MUST(sample_spawn_after(CT_MS(10)));
}

void sample(struct sample_task self) {
    (void)self;
    static struct ct_instant next;
    next = ct_instant_add(next.tick ? next : ct_now(), CT_MS(10));
    CT_MUST(sample_spawn_at(next));
    room_advance(100); // a room in a hurry
    CT_MUST(ct_adc_start(BOARD_ADC));
}

void converted(struct converted_task self) {
    const int reading = ct_adc_take(BOARD_ADC);
    if (reading < 0) return;
    if (ct_spsc_enqueue(*CT_LOCAL_OF(self, put), (uint16_t)reading))
        CT_LOCK(self, lost, l) *l += 1;
}

static void print_number(uint32_t value) {
    char digits[11], *at = digits + sizeof digits;
    *--at = 0;
    do {
        *--at = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    board_console_print(at);
}

void idle(struct idle_task self) {
    for (uint32_t round = 1;; round++) {
        while (!ct_instant_has_come((struct ct_instant){100 * round + 5})) ct_port_wait();

        uint32_t taken = 0, lost_so_far = 0;
        int32_t sum = 0;
        for (uint16_t reading; ct_spsc_dequeue(*CT_LOCAL_OF(self, get), &reading) == CT_OK; taken++)
            sum += room_millicelsius(reading);
        CT_LOCK(self, lost, l) lost_so_far = *l;

        print_number(taken);
        board_console_print(" readings, ");
        print_number(lost_so_far);
        board_console_print(" lost so far, mean ");
        print_number(taken ? (uint32_t)sum / taken : 0);
        board_console_print(" m\xC2\xB0"
                            "C\n");
#ifdef EXAMPLE_ENDS
        if (round == 4) ct_semihosting_exit(0);
#endif
    }
}
