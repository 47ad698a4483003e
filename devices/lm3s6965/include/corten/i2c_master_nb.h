// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// I2C of the LM3S6965 moved by its interrupt: a struct ct_i2c_nb of hal/.
///
///     CT_I2C_MASTER(wires, I2C0, 50000000);
///     CT_I2C_MASTER_NB(moving, wires);
///     CT_INTERRUPT(i2c, 2, I2C0);                              // its body: if (moving_interrupt()) wake
///
///     static const struct ct_i2c_operation ask[] = {CT_I2C_WRITE(&number, 1), CT_I2C_READ(data, 4)};
///     CT_MUST(ct_i2c_nb_start(moving, CT_I2C_7(0x50), ask, 2));
///     CT_MUST(CT_BLOCK(ct_i2c_nb_poll(moving)));               // or CT_I2C_AWAIT
///
/// An interrupt for each byte. As <corten/i2c_master.h> otherwise: 7 bits, and a write of nothing reads
/// a byte. The operations live until the end. Data sheet DS-LM3S6965-12746.2515, 15.
#ifndef CORTEN_I2C_MASTER_NB_H
#define CORTEN_I2C_MASTER_NB_H

#include <corten/i2c_master.h>

/// Where a transaction is. All zero: nowhere.
struct ct_i2c_nb_state {
    const struct ct_i2c_operation *operations;
    size_t count, n, at, left; ///< operations, the current one, the place in it, bytes still to begin
    uint8_t *into;             ///< where the byte that is on its way goes, or NULL
    uint32_t what;             ///< that was asked of the controller last
    int8_t direction;          ///< 1 receives, 0 sends, -1 not begun
    uint8_t address;
    volatile bool active, ended;
    volatile enum ct_error result;
};

/// At file scope: `struct ct_i2c_nb NAME` on an I2C that CT_I2C_MASTER made, and
/// `bool NAME_interrupt(void)` for its handler: whether it has ended, so that who waits is to be woken.
#define CT_I2C_MASTER_NB(name, i2c)                                                                \
    static struct ct_i2c_nb_state name##_state_;                                                   \
    static CT_NOINLINE __attribute__((unused)) bool name##_interrupt(void) {                       \
        return ct_i2c_nb_go_on_(i2c, &name##_state_);                                              \
    }                                                                                              \
    static CT_NOINLINE __attribute__((unused)) enum ct_error name##_start_(                        \
        void *object, struct ct_i2c_address address, const struct ct_i2c_operation *operations,    \
        size_t count) {                                                                            \
        (void)object;                                                                              \
        return ct_i2c_nb_start_(i2c, &name##_state_, address, operations, count);                  \
    }                                                                                              \
    ct_inline enum ct_error name##_poll_(void *object) {                                           \
        (void)object;                                                                              \
        return ct_i2c_nb_poll_(&name##_state_);                                                    \
    }                                                                                              \
    static CT_NOINLINE __attribute__((unused)) enum ct_error name##_cancel_(void *object) {        \
        (void)object;                                                                              \
        return ct_i2c_nb_cancel_(i2c, &name##_state_);                                             \
    }                                                                                              \
    static const struct ct_i2c_nb_ops name##_nb_ops_ = {name##_start_, name##_poll_, name##_cancel_, NULL}; \
    static const __attribute__((unused)) struct ct_i2c_nb name = {&name##_nb_ops_, NULL}

// Begins the next byte; there is one.
ct_outline void ct_i2c_nb_next_(struct ct_i2c_master i2c, struct ct_i2c_nb_state *state) {
    while (state->at == state->operations[state->n].length) {
        state->n++;
        state->at = 0;
    }
    const struct ct_i2c_operation *one = &state->operations[state->n];
    const bool receives = one->read;
    state->what = CT_I2C_RUN_ | (--state->left == 0 ? (uint32_t)CT_I2C_STOP_ : 0u);
    if (state->direction != receives) {
        state->direction = receives;
        reg_write(i2c.registers->MSA, I2C_MSA_SA(state->address), I2C_MSA_RS(receives));
        state->what |= CT_I2C_START_;
    }
    state->into = NULL;
    if (receives) {
        state->into = &one->read[state->at];
        // acknowledged, unless it is the last before a change of direction or the end
        size_t next = state->n + 1;
        while (next < state->count && state->operations[next].length == 0) next++;
        if (state->at + 1 < one->length || (next < state->count && state->operations[next].read))
            state->what |= CT_I2C_ACK_;
    } else {
        reg_write(i2c.registers->MDR, I2C_MDR_DATA(one->write[state->at]));
    }
    state->at++;
    reg_write_raw(i2c.registers->MCC, state->what);
}

ct_outline enum ct_error ct_i2c_nb_start_(struct ct_i2c_master i2c, struct ct_i2c_nb_state *state,
                                          struct ct_i2c_address address,
                                          const struct ct_i2c_operation *operations, size_t count) {
    if (state->active || reg_get(i2c.registers->MCS, I2C_MCS_BUSY)) return CT_BUSY;
    if (address.is_ten) return CT_UNSUPPORTED;
    size_t left = 0;
    for (size_t n = 0; n < count; n++) {
        if (operations[n].read && operations[n].length == 0) return CT_INVALID;
        left += operations[n].length;
    }
    *state = (struct ct_i2c_nb_state){.operations = operations, .count = count, .left = left,
                                      .direction = -1, .address = (uint8_t)address.bits,
                                      .active = true, .ended = count == 0};
    if (count == 0) return CT_OK;
    reg_write_raw(i2c.registers->MICR, 1u);
    reg_write(i2c.registers->MIMR, I2C_MIMR_IM(1));
    if (left) {
        ct_i2c_nb_next_(i2c, state);
    } else { // asks whether it is there
        reg_write(i2c.registers->MSA, I2C_MSA_SA(address.bits), I2C_MSA_RS_Receive);
        state->what = CT_I2C_RUN_ | CT_I2C_START_ | CT_I2C_STOP_;
        reg_write_raw(i2c.registers->MCC, state->what);
    }
    return CT_OK;
}

ct_inline bool ct_i2c_nb_end_(struct ct_i2c_master i2c, struct ct_i2c_nb_state *state,
                              enum ct_error result) {
    reg_write_raw(i2c.registers->MIMR, 0u);
    state->result = result;
    CT_COMPILER_BARRIER();
    state->ended = true;
    return true;
}

ct_inline bool ct_i2c_nb_go_on_(struct ct_i2c_master i2c, struct ct_i2c_nb_state *state) {
    reg_write_raw(i2c.registers->MICR, 1u);
    if (!state->active || state->ended || reg_get(i2c.registers->MCS, I2C_MCS_BUSY)) return false;
    reg_snapshot(status, i2c.registers->MCS);
    if (reg_get(status, I2C_MCS_ERROR)) {
        const bool lost = reg_get(status, I2C_MCS_ARBLST); // the bus is another's
        if (!lost && !(state->what & CT_I2C_STOP_)) reg_write_raw(i2c.registers->MCC, CT_I2C_STOP_);
        return ct_i2c_nb_end_(i2c, state,
                              lost                                ? CT_ARBITRATION
                              : reg_get(status, I2C_MCS_ADRACK)   ? CT_NO_ACKNOWLEDGE_ADDRESS
                              : reg_get(status, I2C_MCS_DATACK)   ? CT_NO_ACKNOWLEDGE_DATA
                                                                  : CT_BUS);
    }
    if (state->into) *state->into = (uint8_t)reg_get(i2c.registers->MDR, I2C_MDR_DATA);
    if (state->left == 0) return ct_i2c_nb_end_(i2c, state, CT_OK);
    ct_i2c_nb_next_(i2c, state);
    return false;
}

ct_inline enum ct_error ct_i2c_nb_poll_(struct ct_i2c_nb_state *state) {
    if (!state->active) return CT_INVALID;
    if (!state->ended) return CT_WOULD_BLOCK;
    CT_COMPILER_BARRIER();
    state->active = false;
    return state->result;
}

ct_inline enum ct_error ct_i2c_nb_cancel_(struct ct_i2c_master i2c, struct ct_i2c_nb_state *state) {
    if (!state->active) return CT_INVALID;
    reg_write_raw(i2c.registers->MIMR, 0u);
    reg_write(i2c.registers->MCR, I2C_MCR_MFE(0)); // lets go of the lines
    reg_write(i2c.registers->MCR, I2C_MCR_MFE(1));
    *state = (struct ct_i2c_nb_state){0};
    return CT_OK;
}

#endif
