// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A thermostat: one source for every board, chip, emulator and native process alike.
//
//   pace ──starts──▶ converter ──ADC interrupt──▶ sample ──queue──▶ control ──▶ heater pin
//   1, every 50 ms                                3                 2   └─too hot─▶ alarm
//                                                                                   4
//   report 1, once a second      receive ──UART interrupt, a line──▶ command 1
//                                3
//
// Temperatures are hundredths of a degree Celsius.

#define CT_APP_STATISTICS // runs and depths for the summary
#include <corten/app.h>
#include <corten/board.h>
#include <corten/spsc.h>
#include <corten/stack.h>

#include "console.h"
#include "filter.h"
#include "print.h"

enum {
    HYSTERESIS = 20, // 0.2 °C on each side of the target
    TOO_HOT = 3800,  // 38 °C: the heater stays off until it is 2 °C cooler
    COOL_AGAIN = 3600,
    SAMPLE_EVERY = 50, // ms
};

struct state {
    int32_t temperature, target;
    bool heater, alarm;
};

/// Counted by those who run in interrupts of their own; the kernel counts the others.
struct counts {
    uint32_t samples, overruns, bytes;
    uint8_t deepest; // of the queue of samples
};

typedef CT_SPSC(uint16_t, 16) sample_queue;
static sample_queue samples;

/* ---- who there is, and who may touch what */

CT_TASK(pace, 1);
CT_TASK(report, 1);
CT_TASK_WITH(command, 1, struct console_line, 2);
CT_TASK(control, 2);
CT_INTERRUPT(sample, 3, BOARD_ADC_INTERRUPT);
CT_INTERRUPT(receive, 3, BOARD_CONSOLE_INTERRUPT);
CT_TASK_WITH(alarm, 4, int32_t);

CT_SHARED(struct state, state, control, alarm, report, command) = {.target = 2150};
CT_SHARED(struct counts, counts, sample, receive, command);
CT_LOCAL(CT_SPSC_PRODUCER(sample_queue) *, inlet, sample);
CT_LOCAL(CT_SPSC_CONSUMER(sample_queue) *, outlet, control);
CT_LOCAL(struct filter, filter, control);
CT_LOCAL(struct console_line, line, receive);
CT_LOCAL(struct ct_instant, next_pace, pace);
CT_LOCAL(struct ct_instant, next_report, report);

CT_APP(DISPATCHERS(BOARD_SPARE_INTERRUPTS),
       TASKS(pace, report, command, control, sample, receive, alarm),
       MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

void init(struct init_task self) {
    ct_stack_paint();
    const struct ct_clock_result clocks = board_start_clocks();
    board_console_start(115200);
    print("thermostat on " BOARD_NAME "; help lists the commands\n");
    if (clocks.error) {
        print("clocks: ");
        print(clocks.flag);
        print(" did not come, going on without it\n");
    }
    *CT_LOCAL_OF(self, inlet) = ct_spsc_producer(&samples);
    *CT_LOCAL_OF(self, outlet) = ct_spsc_consumer(&samples);
    CT_MUST(pace_spawn());
    struct ct_instant *first = CT_LOCAL_OF(self, next_report);
    *first = ct_instant_add(ct_now(), CT_SECONDS(1));
    CT_MUST(report_spawn_at(*first));
}

/* ---- from the converter to the heater */

void pace(struct pace_task self) {
    struct ct_instant *next = CT_LOCAL_OF(self, next_pace);
    room_advance(SAMPLE_EVERY); // the emulators have no weather of their own
    CT_IGNORE(ct_adc_start(BOARD_ADC)); // busy: that conversion will do
    *next = ct_instant_add(*next, CT_MS(SAMPLE_EVERY)); // from instant to instant: no drift
    CT_MUST(pace_spawn_at(*next));
}

void sample(struct sample_task self) {
    const int converted = ct_adc_take(BOARD_ADC);
    if (converted < 0) return;
    const bool lost = ct_spsc_enqueue(*CT_LOCAL_OF(self, inlet), (uint16_t)converted) != CT_OK;
    CT_LOCK(self, counts, c) { // the ceiling is this task's priority: no instruction
        const uint32_t depth = ct_spsc_used(&samples);
        c->samples++;
        c->overruns += lost;
        if (depth > c->deepest) c->deepest = (uint8_t)depth;
    }
    CT_IGNORE(control_spawn()); // full: it is about to run and will see this sample too
}

void control(struct control_task self) {
    struct filter *filter = CT_LOCAL_OF(self, filter);
    uint16_t counts;
    while (!ct_spsc_dequeue(*CT_LOCAL_OF(self, outlet), &counts)) {
        const int32_t temperature = filter_add(filter, room_millicelsius(counts) / 10);
        bool too_hot;
        CT_LOCK(self, state, s) {
            s->temperature = temperature;
            too_hot = temperature > TOO_HOT && !s->alarm;
            if (temperature < COOL_AGAIN) s->alarm = false;
            if (temperature < s->target - HYSTERESIS) s->heater = true;
            if (temperature > s->target + HYSTERESIS || s->alarm) s->heater = false;
            CT_MUST(ct_output_set(BOARD_HEATER, s->heater));
        }
        if (too_hot) CT_IGNORE(alarm_spawn(temperature)); // full: an alarm is on its way already
    }
}

void alarm(struct alarm_task self, int32_t temperature) {
    CT_LOCK(self, state, s) {
        s->temperature = temperature;
        s->alarm = true;
        s->heater = false;
        CT_MUST(ct_output_set_low(BOARD_HEATER));
    }
}

/* ---- the console: all of priority 1, so that no line is cut by another */

static void print_state(struct state state) {
    print_number(ct_now().tick / ct_tick_hz, 5);
    print(" s  ");
    print_temperature(state.temperature);
    print(" C  target ");
    print_temperature(state.target);
    print(state.heater ? "  heater on" : "  heater off");
    print(state.alarm ? "  ALARM: too hot\n" : "\n");
}

void report(struct report_task self) {
    struct ct_instant *next = CT_LOCAL_OF(self, next_report);
    struct state now;
    CT_LOCK(self, state, s) now = *s;
    print_state(now);
    *next = ct_instant_add(*next, CT_SECONDS(1));
    CT_MUST(report_spawn_at(*next));
}

void receive(struct receive_task self) {
    struct console_line *line = CT_LOCAL_OF(self, line);
    for (int byte; (byte = board_console_take()) >= 0;) {
        CT_LOCK(self, counts, c) c->bytes++;
        if (!console_line_add(line, byte)) continue;
        CT_IGNORE(command_spawn(*line)); // full: two lines wait already, typed faster than printed
        console_line_clear(line);
    }
}

static void print_runs(const char *name, uint32_t runs, unsigned deepest, unsigned room) {
    print(name);
    print_number(runs, 7);
    print_number(deepest, 8);
    print(" of ");
    print_number(room, 0);
    print("\n");
}
#define PRINT_RUNS(column, task)                                                                   \
    print_runs(column, task##_statistics.runs, task##_statistics.deepest, CT_CAPACITY(task))

static void print_summary(struct command_task self) {
    struct counts counts;
    CT_LOCK(self, counts, c) counts = *c;
    print("task       runs  deepest\n");
    PRINT_RUNS("pace    ", pace);
    PRINT_RUNS("report  ", report);
    PRINT_RUNS("command ", command);
    PRINT_RUNS("control ", control);
    PRINT_RUNS("alarm   ", alarm);
    print_runs("sample  ", counts.samples, counts.deepest, ct_spsc_capacity(&samples));
    print("receive ");
    print_number(counts.bytes, 7);
    print("\nlost samples ");
    print_number(counts.overruns, 0);
    print("\nstack ");
    print_number((uint32_t)ct_stack_used(), 0);
    print(" of ");
    print_number((uint32_t)ct_stack_size(), 0);
    print(" bytes\n");
}

void command(struct command_task self, struct console_line line) {
    const struct console_command command = console_parse(&line);
    struct state now;
    switch (command.verb) {
    case CONSOLE_NOTHING: break;
    case CONSOLE_SET:
        CT_LOCK(self, state, s) s->target = command.temperature;
        print("target ");
        print_temperature(command.temperature);
        print("\n");
        break;
    case CONSOLE_STATUS:
        CT_LOCK(self, state, s) now = *s;
        print_state(now);
        break;
    case CONSOLE_SUMMARY: print_summary(self); break;
    case CONSOLE_HELP: print("set 21.5 | status | summary | help\n"); break;
    case CONSOLE_BAD:
        print(command.problem);
        print(": '");
        print(command.culprit);
        print("'\n");
        break;
    }
}
