// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// USARTs of the STM32F4 by DMA: sending a buffer, and receiving without a deadline, with a sign when
/// the line goes idle.
///
///     CT_USART(modem, USART2);
///     CT_DMA_STREAM(modem_out, DMA1, 6, USART2_TX);
///     CT_DMA_STREAM(modem_in, DMA1, 5, USART2_RX);
///     CT_USART_DMA(modem, USART2, modem_out, modem_in, 256);   // a circle of 256 bytes to receive into
///
///     ct_usart_dma_start(modem);                               // after ct_usart_start
///     if (ct_usart_dma_interrupt(modem)) CT_MUST(parse_spawn()); // in all three handlers: something came
///     const int count = ct_usart_dma_read(modem, bytes, sizeof bytes);    // in the task: never waits
///
/// The handlers of the two streams and of the USART call ct_usart_dma_interrupt; receiving comes to it
/// at each half of the circle and when the line has gone quiet, so a message that ends early is not left lying.
/// Reader and handlers may be different contexts. RM0090, 30.3.13; RM0368, 19.3.13.
#ifndef CORTEN_USART_DMA_H
#define CORTEN_USART_DMA_H
#pragma GCC system_header // a mistake is one line at its place

#include <corten/dma.h>
#include <corten/usart.h>

/// The state of a receiver: bytes by number since the start, modulo 2^32.
struct ct_usart_dma {
    volatile uint32_t received; ///< up to the last look at the stream
    uint32_t taken;
    volatile uint32_t failed; ///< a bus error has ended the reception
    struct ct_serial_errors errors;
};

/// At file scope, after CT_USART and CT_DMA_STREAM: refused are streams that do not serve this port.
/// `size`: bytes of the circle, a power of two from 2 to 32768.
#define CT_USART_DMA(usart, instance, out, in, size)                                               \
    _Static_assert(usart##_is_##instance, "");                                                     \
    CT_DMA_CHECK_REQUEST(out, instance##_TX);                                                      \
    CT_DMA_CHECK_REQUEST(in, instance##_RX);                                                       \
    _Static_assert((size) >= 2 && (size) <= 32768 && ((size) & ((size)-1)) == 0,                   \
                   "the circle must have a power of two of bytes, 2 to 32768");                    \
    static __attribute__((unused)) CT_DMA_BUFFER(uint8_t, size) usart##_circle_;                   \
    static __attribute__((unused)) struct ct_usart_dma usart##_dma;                                \
    __attribute__((unused)) static const struct ct_dma_stream *const usart##_out_ = &(out),        \
                                                              *const usart##_in_ = &(in);          \
    enum { usart##_circle_size_ = (size) }

/// Begins to receive, for good; what was received before is forgotten.
#define ct_usart_dma_start(usart)                                                                  \
    do {                                                                                           \
        ct_dma_init(*usart##_in_);                                                                 \
        ct_dma_init(*usart##_out_);                                                                \
        CT_IGNORE(ct_dma_stop(*usart##_in_));                                                      \
        usart##_circle_.loan_.by = usart##_in_->registers;                                         \
        ct_usart_dma_start_((usart), *usart##_in_, &usart##_dma,                                   \
                            CT_BUS_ADDRESS(usart##_circle_.elements_, usart##_circle_size_),       \
                            usart##_circle_size_);                                                 \
    } while (0)

/// In the handlers: notes what came. True when there is something to read, or it has failed.
#define ct_usart_dma_interrupt(usart)                                                              \
    ct_usart_dma_interrupt_((usart), *usart##_in_, &usart##_dma, usart##_circle_size_)

/// Bytes that have come, at most `room`: how many. CT_WOULD_BLOCK while there are none. CT_OVERRUN,
/// once, when the circle was full and bytes were lost: those since are next. CT_TRANSFER when a bus
/// error has ended it: ct_usart_dma_start() begins anew. Damaged characters are delivered, too;
/// usart_dma.errors counts them.
#define ct_usart_dma_read(usart, bytes, room)                                                      \
    ct_usart_dma_read_(*usart##_in_, &usart##_dma, usart##_circle_.elements_, usart##_circle_size_, \
                       (bytes), (room))

/// Begins to send `count` bytes of a CT_DMA_BUFFER. CT_OK, or CT_BUSY while the one before is sent.
#define ct_usart_dma_send(usart, buffer, count)                                                    \
    __extension__({                                                                                \
        enum ct_error sent_ = CT_BUSY;                                                             \
        if (!ct_dma_is_running(*usart##_out_)) {                                                   \
            const struct ct_dma_stream out_ = *usart##_out_;                                       \
            enum { out__way_ = CT_DMA_WAY_O_ };                                                    \
            reg_clear((usart).registers->SR, USART_SR_TC);                                         \
            reg_set((usart).registers->CR3, USART_CR3_DMAT);                                       \
            ct_dma_send(out_, buffer, count, (usart).registers->DR, CT_DMA_COMPLETE | CT_DMA_ERROR); \
            sent_ = CT_OK;                                                                         \
        }                                                                                          \
        sent_;                                                                                     \
    })

/// CT_OK when all that was handed over has left the wire; CT_WOULD_BLOCK until then; CT_TRANSFER once
/// after a bus error, when the rest was not sent. For the stream's handler, or to poll.
#define ct_usart_dma_flush(usart) ct_usart_dma_flush_((usart), *usart##_out_)

ct_inline void ct_usart_dma_start_(struct ct_usart usart, struct ct_dma_stream in, struct ct_usart_dma *state,
                                   uint32_t circle, uint32_t size) {
    state->received = state->taken = state->failed = 0;
    (void)reg_raw(usart.registers->SR); // what came before, and its errors
    (void)reg_raw(usart.registers->DR);
    ct_dma_begin_(in, (uint32_t)(uintptr_t)&usart.registers->DR, circle, 0, size,
                  CT_DMA_CIRCULAR | CT_DMA_COMPLETE | CT_DMA_HALF_WAY | CT_DMA_ERROR);
    reg_set(usart.registers->CR3, USART_CR3_DMAR, USART_CR3_EIE);
    reg_set(usart.registers->CR1, USART_CR1_IDLEIE, USART_CR1_PEIE);
}

/// Counts on to where the stream is; right as long as it is called at least once a circle, which the
/// interrupts at its halves see to.
ct_inline uint32_t ct_usart_dma_look_(struct ct_dma_stream in, struct ct_usart_dma *state, uint32_t size) {
    const uint32_t at = size - ct_dma_remaining(in), before = state->received;
    return state->received = before + ((at - before) & (size - 1u));
}

ct_inline bool ct_usart_dma_interrupt_(struct ct_usart usart, struct ct_dma_stream in,
                                       struct ct_usart_dma *state, uint32_t size) {
    reg_snapshot(status, usart.registers->SR);
    // Reading SR and then DR clears the flags, whoever reads DR (30.6.1). A character that waits there
    // is the stream's. Without one, as after IDLE, it is read here: the interrupt must come within a
    // character's time, or the next one may be read away just as it comes.
    if (reg_any(status, USART_SR_IDLE, USART_SR_PE, USART_SR_FE, USART_SR_NE, USART_SR_ORE)) {
        if (!reg_get(status, USART_SR_RXNE)) (void)reg_raw(usart.registers->DR);
        state->errors.overruns += reg_get(status, USART_SR_ORE);
        state->errors.framing += reg_get(status, USART_SR_FE);
        state->errors.noise += reg_get(status, USART_SR_NE);
        state->errors.parity += reg_get(status, USART_SR_PE);
    }
    if (ct_dma_take(in) & CT_DMA_ERROR) {
        state->failed = 1;
        reg_clear(usart.registers->CR3, USART_CR3_DMAR, USART_CR3_EIE);
        reg_clear(usart.registers->CR1, USART_CR1_IDLEIE, USART_CR1_PEIE);
    }
    return ct_usart_dma_look_(in, state, size) != state->taken || state->failed;
}

ct_inline CT_MUST_USE int ct_usart_dma_read_(struct ct_dma_stream in, struct ct_usart_dma *state,
                                             const volatile uint8_t *circle, uint32_t size, void *bytes,
                                             size_t room) {
    if (state->failed) return CT_TRANSFER;
    const uint32_t received = ct_usart_dma_look_(in, state, size);
    uint32_t count = received - state->taken;
    if (count == 0) return CT_WOULD_BLOCK;
    if (count > room) count = (uint32_t)room;
    for (uint32_t i = 0; i < count; i++) ((uint8_t *)bytes)[i] = circle[(state->taken + i) & (size - 1u)];
    CT_COMPILER_BARRIER();
    if (ct_usart_dma_look_(in, state, size) - state->taken >= size) { // the DMA has come past
        state->taken = state->received;
        return CT_OVERRUN;
    }
    state->taken += count;
    return (int)count;
}

ct_inline CT_MUST_USE enum ct_error ct_usart_dma_flush_(struct ct_usart usart, struct ct_dma_stream out) {
    if (ct_dma_take(out) & CT_DMA_ERROR) return CT_TRANSFER;
    return !ct_dma_is_running(out) && reg_get(usart.registers->SR, USART_SR_TC) ? CT_OK : CT_WOULD_BLOCK;
}

#endif
