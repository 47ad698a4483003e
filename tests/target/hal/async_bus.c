// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// An SPI bus that is moved by its interrupt, shared by tasks that wait in the middle of their body:
// turns go round in the order of asking, each task gets its own bytes back (the bus is looped), a turn
// that does not come in time is given up without a trace, and a transfer that does not end is too.

#include <corten/app.h>
#include <corten/assert.h>
#include <corten/board.h>
#include <corten/block.h>
#include <corten/hal/awaiting.h>
#include <corten/hal/blocking.h>
#include <corten/ssi_nb.h>

#include "../check.h"

CT_SSI_NB(moving, board_spi);
CT_INTERRUPT(ssi, 3, SSI0);
CT_ASYNC(first, 1, { uint32_t rounds; uint8_t data[21]; });
CT_ASYNC(second, 1, { uint32_t rounds; uint8_t data[2]; });
CT_ASYNC(third, 2, { uint32_t rounds; uint8_t data[9]; });
CT_ASYNC(impatient, 2, { uint32_t lost; });
CT_APP(DISPATCHERS(PWM0, PWM1), TASKS(ssi, first, second, third, impatient),
       MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));

static struct ct_wait_queue moved;
static struct ct_arbiter turns;
static bool deaf; // the interrupt does not come
static uint32_t order[15], turn, ended;

void ssi(struct ssi_task self) {
    (void)self;
    if (deaf) {
        reg_write_raw(SSI0->IM, 0u);
        return;
    }
    if (moving_interrupt()) ct_wait_queue_wake_all(&moved);
}

static void fill(uint8_t *data, size_t length, uint32_t seed) {
    for (size_t n = 0; n < length; n++) data[n] = (uint8_t)(seed + n);
}
static void check(const uint8_t *data, size_t length, uint32_t seed) {
    for (size_t n = 0; n < length; n++) CHECK_EQUAL(data[n], (uint8_t)(seed + n));
}

#define BODY(name, number)                                                                         \
    enum ct_async_result name(struct name##_task self, struct name##_frame *frame) {               \
        CT_ASYNC_BEGIN(frame);                                                                     \
        for (frame->rounds = 0; frame->rounds < 5; frame->rounds++) {                              \
            enum ct_error e;                                                                       \
            CT_AWAIT_INTO(e, ct_arbiter_acquire(&turns, CT_WAITER));                                \
            CHECK_EQUAL(e, CT_OK);                                                                 \
            order[turn++] = (number);                                                              \
            fill(frame->data, sizeof frame->data, frame->rounds * 50 + (number));                  \
            CT_SPI_AWAIT(e, moving, &moved, frame->data, frame->data, sizeof frame->data, CT_MS(50)); \
            CHECK_EQUAL(e, CT_OK);                                                                 \
            check(frame->data, sizeof frame->data, frame->rounds * 50 + (number));                 \
            CT_DELAY(CT_MS(1)); /* the others ask meanwhile */                                     \
            ct_arbiter_release(&turns, CT_WAITER);                                                 \
        }                                                                                          \
        ended++;                                                                                   \
        CT_ASYNC_END;                                                                              \
    }
BODY(first, 1)
BODY(second, 2)
BODY(third, 3)

enum ct_async_result impatient(struct impatient_task self, struct impatient_frame *frame) {
    CT_ASYNC_BEGIN(frame);
    enum ct_error e;
    frame->lost = 0;
    CT_DELAY(CT_MS(2)); // one has the bus, two wait
    CT_AWAIT_FOR(e, ct_arbiter_acquire(&turns, CT_WAITER), CT_MS(1));
    CHECK_EQUAL(e, CT_TIMEOUT);
    CT_DELAY(CT_MS(60));
    CHECK_EQUAL(ended, 3);
    // nobody was overtaken: each turn is that of whoever had it three turns ago
    for (uint32_t n = 3; n < CT_COUNT(order); n++) CHECK_EQUAL(order[n], order[n - 3]);
    CHECK_EQUAL(turns.owner == NULL && turns.waiters.first == NULL, 1);
    // a transfer that does not end
    static uint8_t data[4] = {1, 2, 3, 4};
    deaf = true;
    CT_SPI_AWAIT(e, moving, &moved, data, data, 4, CT_MS(3));
    CHECK_EQUAL(e, CT_TIMEOUT);
    CHECK_EQUAL(ct_spi_nb_poll(moving), CT_INVALID);
    CHECK_EQUAL(ct_spi_nb_cancel(moving), CT_INVALID);
    deaf = false;
    CT_SPI_AWAIT(e, moving, &moved, data, data, 4, CT_MS(3)); // and the bus is usable again
    CHECK_EQUAL(e, CT_OK);
    CHECK_EQUAL(data[3], 4);
    DONE();
    CT_ASYNC_END;
}

void init(struct init_task self) {
    (void)self;
    CT_MUST(board_start_clocks().error);
    board_spi_start();
    reg_modify(SSI0->CR1, SSI_CR1_SSE(1), SSI_CR1_LBM(1)); // what is sent comes back
    CT_MUST(first_spawn());
    CT_MUST(second_spawn());
    CT_MUST(third_spawn());
    CT_MUST(impatient_spawn());
}
