// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/assert.h>
#include <corten/hal/awaiting.h>
#include <corten/hal/serial.h>
#include <corten/semihosting.h>

#include <assert.h>

static int received = CT_WOULD_BLOCK;
static int take(void *object) { return (void)object, received; }
static const struct ct_serial_ops ops = {.read = take};
#define port ((struct ct_serial){&ops, NULL})
static unsigned polls;
static enum ct_error start(void *object, const uint8_t *write, uint8_t *read, size_t length) {
    (void)object, (void)write, (void)read, (void)length;
    return CT_OK;
}
static enum ct_error poll(void *object) { return (void)object, polls++, CT_WOULD_BLOCK; }
static enum ct_error cancel(void *object) { return (void)object, CT_OK; }
static const struct ct_spi_nb_ops nb_ops = {.start = start, .poll = poll, .cancel = cancel};
#define bus ((struct ct_spi_nb){&nb_ops, NULL})
static struct ct_wait_queue bus_ready;
static uint8_t data[4];

CT_ASYNC(talk, 1);
CT_INTERRUPT(arrived, 2, TIM2);
CT_APP(DISPATCHERS(EXTI0), TASKS(talk, arrived), MONOTONIC(SysTick, 1000, 1000000));

//@ 1
//@ 3
void init(struct init_task self) {
    (void)self;
    CT_MUST(talk_spawn());
    ct_port_pend(TIM2_IRQn);
}
void arrived(struct arrived_task self) {
    (void)self;
    received = 'x';
    ct_wait_queue_wake_all(&port_ready);
    ct_wait_queue_wake_all(&bus_ready);
}
enum ct_async_result talk(struct talk_task self, struct talk_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    int byte;
    //@ 2
    assert(byte == 'x');
    received = CT_WOULD_BLOCK;
    CT_AWAIT_READY(byte, &port_ready, ct_serial_read(port), CT_MS(10));
    assert(byte == CT_TIMEOUT);
    enum ct_error e;
    //@ 4
    assert(e == CT_OK);
    //@ 5
    assert(e == CT_TIMEOUT && polls); // nobody answers
    //@ 6
    ct_semihosting_exit(0);
    CT_ASYNC_END;
}
