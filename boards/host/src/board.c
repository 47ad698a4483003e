// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/board.h>
#include <corten/host.h>

/* ---- pins */

struct board_pin board_led, board_heater = {.changed = room_heat};

static enum ct_error set(struct board_pin *pin, bool high) {
    pin->high = high;
    if (pin->changed) pin->changed(high);
    return CT_OK;
}
static enum ct_error set_high(void *pin) { return set(pin, true); }
static enum ct_error set_low(void *pin) { return set(pin, false); }
static enum ct_error toggle(void *pin) { return set(pin, !((struct board_pin *)pin)->high); }
static int is_set_high(void *pin) { return ((struct board_pin *)pin)->high; }
const struct ct_output_ops board_pin_ops = {set_high, set_low, toggle, is_set_high};

struct ct_clock_result board_start_clocks(void) {
    return (struct ct_clock_result){CT_OK, NULL, BOARD_CORE_HZ};
}

/* ---- a count-down timer in virtual time */

static uint64_t ends; // 0: does not run

static enum ct_error start(void *object, uint32_t microseconds) {
    (void)object;
    if (microseconds == 0) return CT_OUT_OF_RANGE;
    ends = ct_host_now() + (uint64_t)microseconds * 1000u;
    return CT_OK;
}
static enum ct_error wait(void *object) {
    (void)object;
    if (ends == 0) return CT_INVALID;
    if (ct_host_now() < ends) return CT_WOULD_BLOCK;
    ends = 0;
    return CT_OK;
}
static enum ct_error cancel(void *object) {
    (void)object;
    const bool runs = ends != 0;
    ends = 0;
    return runs ? CT_OK : CT_INVALID;
}
const struct ct_countdown_ops board_timer_ops = {start, wait, cancel};
