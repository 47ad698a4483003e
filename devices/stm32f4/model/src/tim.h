// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What the files of the model of the timers share.
#ifndef CT_MODEL_TIM_H
#define CT_MODEL_TIM_H

#include <corten/device.h>
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

#include <string.h>

enum ct_model_tim_role { CT_MODEL_TIM_OUTPUT, CT_MODEL_TIM_COMPLEMENT, CT_MODEL_TIM_BREAK };

/// A pin that can serve a timer. The list ends with tim 0.
struct ct_model_tim_pin {
    uint8_t tim, channel; ///< from 1
    uint8_t role;
    uint8_t pin, function;
};
extern const struct ct_model_tim_pin ct_model_tim_pins[];

/// The edge of an output that waits for its dead time.
struct ct_model_tim_edge {
    struct ct_host_event event;
    struct ct_model_tim *tim;
    unsigned channel, side; ///< from 0; side 1 is the complement
    bool is_due;
};

struct ct_model_tim {
    struct ct_model_part part;
    uint8_t number, bus;
    bool is_wide; ///< 32 bits
    uint8_t channels;
    bool has_break;
    int irq[4];      ///< of updates (or of all), channels, break, trigger
    unsigned source; ///< of those that it shares
    // what counts: the counter had `from` at the instant `since`, ns
    uint32_t from;
    uint64_t since;
    bool was_counting, gate_is_open;
    uint32_t psc, arr, ccr[4], repeat; ///< as they have taken effect
    struct ct_host_event next;
    // pins
    bool ti[4], brk, ref[4];
    enum ct_model_level out[4][2];
    struct ct_model_tim_edge edges[4][2];
};

#endif
