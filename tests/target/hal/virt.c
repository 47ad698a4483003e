// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// RISC-V: the clock of the machine virt with its alarm, and its serial port, looped, through the
// queues of hal/, both by interrupt.

#include <corten/app.h>
#include <corten/assert.h>
#include <corten/goldfish_rtc.h>
#include <corten/hal/awaiting.h>
#include <corten/hal/serial_buffered.h>
#include <corten/uart16550.h>

#include "../check.h"

CT_CLAIM(RTC);
CT_UART16550(port, UART0);
CT_SERIAL_BUFFERED(link, CT_UART16550_SERIAL(port), 32, 8, ct_uart16550_interrupt_when(port, true, has_room));
CT_INTERRUPT(alarm, 2, RTC);
CT_INTERRUPT(moved, 3, UART0);
CT_ASYNC(main_task, 1, { uint32_t n; });
CT_APP(DISPATCHERS(SPARE0), TASKS(alarm, moved, main_task), MONOTONIC(SysTick, 1000, 10000000));

static struct ct_wait_queue ready;
static volatile uint32_t alarms;

void alarm(struct alarm_task self) {
    (void)self;
    ct_goldfish_rtc_acknowledge();
    alarms++;
    ct_wait_queue_wake_all(&ready);
}
void moved(struct moved_task self) {
    (void)self;
    if (link_interrupt()) ct_wait_queue_wake_all(&ready);
}

void init(struct init_task self) {
    (void)self;
    ct_uart16550_start(port);
    reg_write(UART0->MCR, UART_MCR_LOOP(1)); // what is sent comes back
    link_start();
    CT_MUST(main_task_spawn());
}

static void is(uint16_t year, uint8_t month, uint8_t day, uint8_t hour, uint8_t minute) {
    struct ct_date_time now;
    CHECK_EQUAL(ct_rtc_get(CT_GOLDFISH_RTC, &now), CT_OK);
    CHECK_EQUAL(now.year, year);
    CHECK_EQUAL(now.month, month);
    CHECK_EQUAL(now.day, day);
    CHECK_EQUAL(now.hour, hour);
    CHECK_EQUAL(now.minute, minute);
}

enum ct_async_result main_task(struct main_task_task self, struct main_task_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    enum ct_error e;
    is(2026, 2, 28, 23, 59); // as the emulator was told
    CHECK_EQUAL(ct_rtc_take_alarm(CT_GOLDFISH_RTC), CT_INVALID);
    CHECK_EQUAL(ct_rtc_set(CT_GOLDFISH_RTC, &(struct ct_date_time){2027, 2, 29, 0, 0, 0}), CT_INVALID);
    CHECK_EQUAL(ct_rtc_set(CT_GOLDFISH_RTC, &(struct ct_date_time){1969, 12, 31, 0, 0, 0}), CT_OUT_OF_RANGE);
    CHECK_EQUAL(ct_rtc_set(CT_GOLDFISH_RTC, &(struct ct_date_time){2028, 2, 29, 23, 59, 59}), CT_OK);
    is(2028, 2, 29, 23, 59);
    CHECK_EQUAL(ct_rtc_set_alarm(CT_GOLDFISH_RTC, &(struct ct_date_time){2028, 3, 1, 0, 0, 1}), CT_OK);
    CHECK_EQUAL(ct_rtc_take_alarm(CT_GOLDFISH_RTC), CT_WOULD_BLOCK);
    CHECK_EQUAL(ct_rtc_cancel_alarm(CT_GOLDFISH_RTC), CT_OK);
    CHECK_EQUAL(ct_rtc_cancel_alarm(CT_GOLDFISH_RTC), CT_INVALID);
    CHECK_EQUAL(ct_rtc_set_alarm(CT_GOLDFISH_RTC, &(struct ct_date_time){2028, 3, 1, 0, 0, 0}), CT_OK);
    ct_goldfish_rtc_listen();
    CT_AWAIT_READY(e, &ready, ct_rtc_take_alarm(CT_GOLDFISH_RTC), CT_SECONDS(3));
    CHECK_EQUAL(e, CT_OK);
    CHECK_EQUAL(alarms, 1);
    is(2028, 3, 1, 0, 0);
    CHECK_EQUAL(ct_rtc_take_alarm(CT_GOLDFISH_RTC), CT_INVALID);

    for (frame->n = 0; frame->n < 300; frame->n++) {
        CT_AWAIT_READY(e, &ready, ct_serial_write(link, (uint8_t)frame->n), CT_SECONDS(1));
        CHECK_EQUAL(e, CT_OK);
        int byte;
        CT_AWAIT_READY(byte, &ready, ct_serial_read(link), CT_SECONDS(1));
        CHECK_EQUAL(byte, frame->n & 0xFF);
    }
    CHECK_EQUAL(link_errors().overruns, 0);
    DONE();
    CT_ASYNC_END;
}
