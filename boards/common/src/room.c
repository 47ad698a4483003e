// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/board.h>
#include <corten/port.h>
#include <corten/room.h>

static struct {
    int32_t temperature; ///< µ°C
    uint32_t rest;       ///< ms that have passed but are no whole step yet
    uint16_t noise;      ///< shift register, 0 before the first use
    volatile bool heated;
} room = {.temperature = ROOM_START * 1000};

void room_heat(bool on) { room.heated = on; }

void room_advance(uint32_t milliseconds) {
    room.rest += milliseconds;
    while (room.rest >= ROOM_STEP_MS) {
        room.rest -= ROOM_STEP_MS;
        const int32_t equilibrium = ROOM_OUTDOORS + (room.heated ? ROOM_HEATER_RISE : 0);
        room.temperature +=
            (equilibrium * 1000 - room.temperature) / (ROOM_TIME_CONSTANT_MS / ROOM_STEP_MS);
    }
}

int32_t room_temperature(void) { return room.temperature / 1000; }

void room_reset(void) {
    room.temperature = ROOM_START * 1000;
    room.rest = 0;
    room.noise = 0;
    room.heated = false;
}

uint16_t room_counts(void) {
    // 16-bit Galois register x^16 + x^14 + x^13 + x^11 + 1: period 65535
    if (room.noise == 0) room.noise = 0xACE1;
    room.noise = (uint16_t)((room.noise >> 1) ^ (room.noise & 1u ? 0xB400u : 0u));
    const int noise = (room.noise & 3u) == 3u ? 1 : (room.noise & 3u) == 0u ? -1 : 0;
    const int32_t microvolts =
        ROOM_OFFSET_MV * 1000 + room_temperature() * ROOM_UV_PER_MILLICELSIUS;
    const int32_t counts =
        (int32_t)((int64_t)microvolts * ROOM_COUNTS / (ROOM_FULL_SCALE_MV * 1000)) + noise;
    return (uint16_t)(counts < 0 ? 0 : counts >= ROOM_COUNTS ? ROOM_COUNTS - 1 : counts);
}

/* ---- the converter that reads it */

static volatile int conversion = CT_WOULD_BLOCK;

void board_adc_start(void) {
    conversion = room_counts();
    ct_port_pend(CT_CONCAT(BOARD_ADC_INTERRUPT, _IRQn));
}

int board_adc_take(void) {
    const int counts = conversion;
    conversion = CT_WOULD_BLOCK;
    return counts;
}

static enum ct_error start(void *object) {
    (void)object;
    if (conversion != CT_WOULD_BLOCK) return CT_BUSY;
    board_adc_start();
    return CT_OK;
}
static int take(void *object) {
    (void)object;
    return board_adc_take();
}
const struct ct_adc_ops board_adc_ops = {start, take};
