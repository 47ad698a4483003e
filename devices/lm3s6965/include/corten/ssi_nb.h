// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// SSI of the LM3S6965 moved by its interrupt: a struct ct_spi_nb of hal/.
///
///     CT_SSI(bus, SSI0, 50000000);
///     CT_SSI_NB(moving, bus);
///     CT_INTERRUPT(ssi, 2, SSI0);                              // its body: if (moving_interrupt()) wake
///
///     ct_ssi_start(bus, 1000000, CT_SPI_MODE_0);
///     CT_MUST(ct_spi_nb_start(moving, data, data, 4));
///     CT_MUST(CT_BLOCK(ct_spi_nb_poll(moving)));               // or CT_SPI_AWAIT
///
/// The interrupt comes when four bytes have come, since up to eight are on their way; for the last
/// three it comes again and again until they are there (three bytes' time at most, at its priority).
/// Data sheet DS-LM3S6965-12746.2515, 13.3.3.
#ifndef CORTEN_SSI_NB_H
#define CORTEN_SSI_NB_H

#include <corten/ssi.h>

/// What is on its way. All zero: nothing.
struct ct_ssi_nb_state {
    const uint8_t *write;
    uint8_t *read;
    size_t length, sent, received;
    volatile bool active;
};

/// At file scope: `struct ct_spi_nb NAME` on an SSI that CT_SSI made, and `bool NAME_interrupt(void)`
/// for its handler: whether everything has come, so that who waits is to be woken.
#define CT_SSI_NB(name, ssi)                                                                       \
    static struct ct_ssi_nb_state name##_state_;                                                   \
    static CT_NOINLINE __attribute__((unused)) bool name##_interrupt(void) {                       \
        return ct_ssi_nb_go_on_(ssi, &name##_state_);                                              \
    }                                                                                              \
    static CT_NOINLINE __attribute__((unused)) enum ct_error name##_start_(                        \
        void *object, const uint8_t *write, uint8_t *read, size_t length) {                        \
        (void)object;                                                                              \
        return ct_ssi_nb_start_(ssi, &name##_state_, write, read, length);                         \
    }                                                                                              \
    ct_inline enum ct_error name##_poll_(void *object) {                                           \
        (void)object;                                                                              \
        return ct_ssi_nb_poll_(&name##_state_);                                                    \
    }                                                                                              \
    static CT_NOINLINE __attribute__((unused)) enum ct_error name##_cancel_(void *object) {        \
        (void)object;                                                                              \
        return ct_ssi_nb_cancel_(ssi, &name##_state_);                                             \
    }                                                                                              \
    static const struct ct_spi_nb_ops name##_nb_ops_ = {name##_start_, name##_poll_, name##_cancel_, \
                                                        ssi##_configure_};                         \
    static const __attribute__((unused)) struct ct_spi_nb name = {&name##_nb_ops_, NULL}

enum { CT_SSI_RX_ = 1u << 2, CT_SSI_TX_ = 1u << 3 }; // of IM

// Takes what has come and sends what there is room for.
ct_inline bool ct_ssi_nb_go_on_(struct ct_ssi ssi, struct ct_ssi_nb_state *state) {
    for (int byte; (byte = ct_ssi_take(ssi)) >= 0;) {
        if (state->received == state->length) continue; // nothing that was asked for
        if (state->read) state->read[state->received] = (uint8_t)byte;
        state->received++;
    }
    while (state->sent < state->length && state->sent - state->received < 8u) {
        reg_write(ssi.registers->DR, SSI_DR_DATA(state->write ? state->write[state->sent] : 0xFFu));
        state->sent++;
    }
    const size_t left = state->length - state->received;
    reg_write_raw(ssi.registers->IM, left == 0 ? 0u : left < 4u ? CT_SSI_RX_ | CT_SSI_TX_ : CT_SSI_RX_);
    return left == 0;
}

ct_inline enum ct_error ct_ssi_nb_start_(struct ct_ssi ssi, struct ct_ssi_nb_state *state,
                                         const uint8_t *write, uint8_t *read, size_t length) {
    if (state->active) return CT_BUSY;
    *state = (struct ct_ssi_nb_state){write, read, length, 0, 0, true};
    // the first bytes leave from the handler
    if (length) reg_write_raw(ssi.registers->IM, CT_SSI_TX_);
    return CT_OK;
}

ct_inline enum ct_error ct_ssi_nb_poll_(struct ct_ssi_nb_state *state) {
    CT_COMPILER_BARRIER();
    if (!state->active) return CT_INVALID;
    if (state->received != state->length) return CT_WOULD_BLOCK;
    CT_COMPILER_BARRIER();
    state->active = false;
    return CT_OK;
}

ct_inline enum ct_error ct_ssi_nb_cancel_(struct ct_ssi ssi, struct ct_ssi_nb_state *state) {
    if (!state->active) return CT_INVALID;
    reg_write_raw(ssi.registers->IM, 0u);
    reg_clear(ssi.registers->CR1, SSI_CR1_SSE);
    for (uint32_t left = 8; left && ct_ssi_take(ssi) >= 0; left--) {}
    reg_set(ssi.registers->CR1, SSI_CR1_SSE);
    *state = (struct ct_ssi_nb_state){0};
    return CT_OK;
}

#endif
