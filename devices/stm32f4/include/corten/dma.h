// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// DMA of the STM32F4: claimed streams, requests that are checked against the chip's table, buffers
/// that nobody can touch while the DMA has them.
///
///     CT_DMA_STREAM(console_out, DMA1, 6, USART2_TX);          // claims DMA1_Stream6
///     static CT_DMA_BUFFER(uint8_t, 64) line;
///
///     ct_dma_init(console_out);                                // its clock
///     memcpy(CT_DMA_ELEMENTS(line), "hello", 5);
///     ct_dma_send(console_out, line, 5, USART2->DR, CT_DMA_COMPLETE);
///     if (ct_dma_take(console_out) & CT_DMA_COMPLETE) sent++;  // in the handler of DMA1_Stream6
///
/// A buffer is a struct, so that no code reaches its elements but by CT_DMA_ELEMENTS and
/// CT_DMA_HALF, which panic while the DMA is there: the stream's own registers say whether it is.
/// No bookkeeping at the end of a transfer is needed, nor can it be forgotten.
///
/// One context uses a stream at a time, its handler included. RM0090, 10; RM0368, 9.
#ifndef CORTEN_DMA_H
#define CORTEN_DMA_H
#pragma GCC system_header // a mistake is one line at its place

#include <corten/assert.h>
#include <corten/bus_address.h>
#include <corten/claim.h>
#include <corten/dma_map.h>
#include <corten/error.h>
#include <corten/registers.h>

/// A stream. Made by CT_DMA_STREAM; a constant.
struct ct_dma_stream {
    struct DMA_Stream_regs *registers;
    struct DMA_regs *controller;
    uint8_t clock_bit; ///< of RCC.AHB1ENR
    uint8_t number;    ///< 0 to 7
    uint8_t channel;   ///< of the request, 0 to 7
};

// DMA1_Stream6_serves_USART2_TX = its channel
#define CT_DMA_ROW_(controller, stream, channel, request, way)                                     \
    DMA##controller##_Stream##stream##_serves_##request = (channel),                               \
    DMA##controller##_Stream##stream##_way_of_##request = CT_DMA_WAY_##way##_,
enum { CT_DMA_WAY_O_ = 1, CT_DMA_WAY_I_ = 2, CT_DMA_WAY_B_ = 3, CT_DMA_MAP(CT_DMA_ROW_) };

/// At file scope: claims stream 0 to 7 (a literal) of DMA1 or DMA2 for a request of the table.
/// Refused: a stream that is claimed ("DMA1_Stream6_is_already_claimed"), a request that it does not
/// serve ("DMA1_Stream6_serves_USART1_TX" is undeclared).
#define CT_DMA_STREAM(name, controller, stream, request)                                           \
    CT_CLAIM_(controller##_Stream##stream);                                                        \
    CT_DMA_STREAM_CLAIMED(name, controller, stream, request)
/// The same without the claim, for headers whose source file has it.
#define CT_DMA_STREAM_CLAIMED(name, controller, stream, request)                                   \
    enum { name##_serves_##request = 1, name##_way_ = controller##_Stream##stream##_way_of_##request }; \
    CT_DMA_STREAM_(name, controller, stream, controller##_Stream##stream##_serves_##request)
#define CT_DMA_STREAM_(name, controller, stream, channel)                                          \
    static const __attribute__((unused)) struct ct_dma_stream name = {                             \
        CT_REG_AT(DMA_Stream_regs, CT_DMA_AT_##controller + 0x10u + 0x18u * (stream)),             \
        CT_REG_AT(DMA_regs, CT_DMA_AT_##controller), CT_DMA_CLOCK_##controller, stream, channel}

/// At file scope: claims a stream for copying from memory to memory, which only DMA2 can (10.3.6).
#define CT_DMA_COPIER(name, controller, stream)                                                    \
    _Static_assert(CT_DMA_CLOCK_##controller == 22, "only DMA2 can copy from memory to memory");   \
    CT_CLAIM_(controller##_Stream##stream);                                                        \
    enum { name##_way_ = 0 };                                                                      \
    CT_DMA_STREAM_(name, controller, stream, 0)

#define CT_DMA_AT_DMA1    0x40026000u
#define CT_DMA_AT_DMA2    0x40026400u
#define CT_DMA_CLOCK_DMA1 21
#define CT_DMA_CLOCK_DMA2 22

/// Refuses a stream that does not serve the request: ‘out_serves_USART2_TX’ is undeclared then.
#define CT_DMA_CHECK_REQUEST(stream, request) _Static_assert(stream##_serves_##request, "")

/* ---- buffers */

/// The type of a buffer: `static CT_DMA_BUFFER(uint16_t, 128) samples;`. Elements of 1, 2 or 4 bytes,
/// at most 65535. In main memory: the F405's core-coupled memory is out of the DMA's reach.
#define CT_DMA_BUFFER(type, count)                                                                 \
    struct {                                                                                       \
        struct ct_dma_loan loan_;                                                                  \
        type elements_[count];                                                                     \
        _Static_assert(sizeof(type) == 1 || sizeof(type) == 2 || sizeof(type) == 4,                \
                       "a DMA moves elements of 1, 2 or 4 bytes");                                 \
        _Static_assert((count) <= 65535, "a DMA moves at most 65535 elements");                    \
    }
/// Who has had the buffer last.
struct ct_dma_loan {
    struct DMA_Stream_regs *by;
};

/// A pointer to the elements. Panics while the DMA has the buffer. Any context.
#define CT_DMA_ELEMENTS(buffer)                                                                    \
    (ct_dma_check_(&(buffer).loan_, (buffer).elements_, sizeof (buffer).elements_), (buffer).elements_)
/// A pointer to the first (0) or second (1) half, which the DMA has left: panics while it is there.
#define CT_DMA_HALF(buffer, half)                                                                  \
    (ct_dma_check_half_(&(buffer).loan_, CT_COUNT((buffer).elements_), (half)),                    \
     &(buffer).elements_[(half) ? CT_COUNT((buffer).elements_) / 2u : 0u])
/// How many elements it has.
#define CT_DMA_COUNT(buffer) CT_COUNT((buffer).elements_)

/// Whether the DMA is at work on the buffer: its stream is on, and on this one of two.
static inline __attribute__((unused)) bool ct_dma_has_(const struct ct_dma_loan *loan,
                                                       const volatile void *elements, size_t bytes) {
    if (!loan->by || !reg_get(loan->by->CR, DMA_Stream_CR_EN)) return false;
    const uint32_t address = CT_BUS_ADDRESS(elements, bytes);
    reg_snapshot(cr, loan->by->CR);
    (void)bytes;
    if (!reg_get(cr, DMA_Stream_CR_DBM) || !reg_get(cr, DMA_Stream_CR_CT))
        if (reg_raw(loan->by->M0AR) == address) return true;
    return reg_get(cr, DMA_Stream_CR_DBM) && reg_get(cr, DMA_Stream_CR_CT) &&
           reg_raw(loan->by->M1AR) == address;
}
static inline __attribute__((unused)) void ct_dma_check_(const struct ct_dma_loan *loan,
                                                         const volatile void *elements, size_t bytes) {
    if (CT_UNLIKELY(ct_dma_has_(loan, elements, bytes))) CT_PANIC("a buffer is touched that the DMA has");
    CT_COMPILER_BARRIER(); // its content is not what the compiler saw last
}
static inline __attribute__((unused)) void ct_dma_check_half_(const struct ct_dma_loan *loan, size_t count, unsigned half) {
    if (loan->by && reg_get(loan->by->CR, DMA_Stream_CR_EN)) {
        const unsigned at = reg_raw(loan->by->NDTR) > count - count / 2u ? 0u : 1u;
        if (CT_UNLIKELY(at == half)) CT_PANIC("a half of a buffer is touched in which the DMA is");
    }
    CT_COMPILER_BARRIER();
}

/* ---- transfers */

/// What a stream can report, what its interrupt comes for, and how it moves.
enum ct_dma_options {
    CT_DMA_COMPLETE = 1u << 4, ///< TCIE: all is moved (circular: each round)
    CT_DMA_HALF_WAY = 1u << 3, ///< HTIE: half is moved
    CT_DMA_ERROR = 1u << 2,    ///< TEIE: a bus error; the stream is off
    CT_DMA_DIRECT_ERROR = 1u << 1, ///< DMEIE
    CT_DMA_CIRCULAR = 1u << 8, ///< begins again at the end
    CT_DMA_SAME_ELEMENT = 1u << 29, ///< not the next element, always the first
    CT_DMA_URGENT = 1u << 17,  ///< before streams that are not
};

/// Gives the controller its clock. Init.
ct_inline void ct_dma_init(struct ct_dma_stream stream) {
    reg_write_raw(RCC->AHB1ENR, reg_raw(RCC->AHB1ENR) | 1u << stream.clock_bit);
    (void)reg_raw(RCC->AHB1ENR); // two cycles until it answers
}

/// Begins to move `count` elements of a CT_DMA_BUFFER to a register of the peripheral; `options`: of
/// ct_dma_options, or-ed. Panics when the stream runs, or the buffer is in use, or too short.
#define ct_dma_send(stream, buffer, count, peripheral, options)                                    \
    do {                                                                                           \
        _Static_assert((stream##_way_) & CT_DMA_WAY_O_, "this stream cannot send: its request is to receive"); \
        CT_DMA_BEGIN_(stream, buffer, count, (uintptr_t) & (peripheral), options, 1u << 6);        \
    } while (0)
/// Begins to move `count` elements from a register of the peripheral into a CT_DMA_BUFFER.
#define ct_dma_receive(stream, buffer, count, peripheral, options)                                 \
    do {                                                                                           \
        _Static_assert((stream##_way_) & CT_DMA_WAY_I_, "this stream cannot receive: its request is to send"); \
        CT_DMA_BEGIN_(stream, buffer, count, (uintptr_t) & (peripheral), options, 0);              \
    } while (0)
#define CT_DMA_BEGIN_(stream, buffer, count, peripheral, options, direction)                       \
    do {                                                                                           \
        CT_REQUIRE((count) >= 1 && (count) <= CT_DMA_COUNT(buffer), "more elements than the buffer has"); \
        (void)CT_DMA_ELEMENTS(buffer);                                                             \
        (buffer).loan_.by = (stream).registers;                                                    \
        ct_dma_begin_((stream), (uint32_t)(peripheral),                                            \
                      CT_BUS_ADDRESS((buffer).elements_, sizeof (buffer).elements_), 0, (count),   \
                      (uint32_t)(options) | (direction) | CT_DMA_SIZE_(buffer));                   \
    } while (0)
// MSIZE and PSIZE
#define CT_DMA_SIZE_(buffer) ((uint32_t)(sizeof (buffer).elements_[0] / 2u) * (1u << 11 | 1u << 13))

/// The same around a block, in which the buffer's name stands for nothing: touching it does not
/// compile. After the block the core waits for the stream, as long as `tries` looks, and stops it.
///
///     CT_DMA_SENDING(out, line, 5, USART2->DR, 100000) { blink(); }   // no word about `line` in here
///     if (!(ct_dma_take(out) & CT_DMA_COMPLETE)) late++;              // all is sent, or was not in time
///
/// A `return` or `break` out of the block leaves the transfer running; the buffer is guarded then as
/// ever.
#define CT_DMA_SENDING(stream, buffer, count, peripheral, tries)                                   \
    CT_DMA_LENT_(stream, buffer, ct_dma_send(stream, buffer, count, peripheral, 0), tries)
#define CT_DMA_RECEIVING(stream, buffer, count, peripheral, tries)                                 \
    CT_DMA_LENT_(stream, buffer, ct_dma_receive(stream, buffer, count, peripheral, 0), tries)
#define CT_DMA_LENT_(stream, buffer, begin, tries)                                                 \
    for (bool ct_once_ = __extension__({                                                           \
             begin;                                                                                \
             true;                                                                                 \
         });                                                                                       \
         ct_once_; ct_once_ = (ct_dma_finish_((stream), (tries)), false))                          \
        for (struct this_buffer_is_lent_to_the_dma buffer = {true}; buffer.once_; buffer.once_ = false)
struct this_buffer_is_lent_to_the_dma {
    bool once_;
};

/// Begins to fill (or send) two buffers of the same type in turn, without end. CT_DMA_COMPLETE comes
/// after each; CT_DMA_ELEMENTS of the one that the DMA has left is free then.
#define ct_dma_receive_in_turn(stream, first, second, peripheral, options)                         \
    do {                                                                                           \
        _Static_assert((stream##_way_) & CT_DMA_WAY_I_, "this stream cannot receive: its request is to send"); \
        CT_DMA_IN_TURN_(stream, first, second, peripheral, options, 0);                            \
    } while (0)
#define ct_dma_send_in_turn(stream, first, second, peripheral, options)                            \
    do {                                                                                           \
        _Static_assert((stream##_way_) & CT_DMA_WAY_O_, "this stream cannot send: its request is to receive"); \
        CT_DMA_IN_TURN_(stream, first, second, peripheral, options, 1u << 6);                      \
    } while (0)
#define CT_DMA_IN_TURN_(stream, first, second, peripheral, options, direction)                     \
    do {                                                                                           \
        _Static_assert(sizeof (first).elements_ == sizeof (second).elements_ &&                    \
                           sizeof (first).elements_[0] == sizeof (second).elements_[0],            \
                       "two buffers in turn must have the same size");                             \
        (void)CT_DMA_ELEMENTS(first);                                                              \
        (void)CT_DMA_ELEMENTS(second);                                                             \
        (first).loan_.by = (second).loan_.by = (stream).registers;                                 \
        ct_dma_begin_((stream), (uint32_t)(uintptr_t) & (peripheral),                              \
                      CT_BUS_ADDRESS((first).elements_, sizeof (first).elements_),                 \
                      CT_BUS_ADDRESS((second).elements_, sizeof (second).elements_),               \
                      CT_DMA_COUNT(first),                                                         \
                      (uint32_t)(options) | (direction) | 1u << 18 | CT_DMA_SIZE_(first));         \
    } while (0)

/// Begins to copy `count` elements between two CT_DMA_BUFFERs of one element type, by a CT_DMA_COPIER.
#define ct_dma_copy(stream, to, from, count, options)                                              \
    do {                                                                                           \
        _Static_assert(sizeof (to).elements_[0] == sizeof (from).elements_[0],                     \
                       "the two buffers have elements of different sizes");                        \
        _Static_assert((stream##_way_) == 0, "copying needs a stream of CT_DMA_COPIER");           \
        CT_REQUIRE((count) <= CT_DMA_COUNT(from), "more elements than the buffer has");            \
        (void)CT_DMA_ELEMENTS(from);                                                               \
        CT_DMA_BEGIN_(stream, to, count, CT_BUS_ADDRESS((from).elements_, sizeof (from).elements_), \
                      (options) | 1u << 9, 2u << 6);                                               \
    } while (0)

/// Where the flags of a stream begin in LISR or HISR. RM0090, 10.5.1.
ct_inline unsigned ct_dma_flags_at_(struct ct_dma_stream stream) {
    return (stream.number & 1u) * 6u + (stream.number & 2u) * 8u;
}

// cr: everything but CHSEL, MINC and EN.
ct_inline void ct_dma_begin_(struct ct_dma_stream stream, uint32_t peripheral, uint32_t memory,
                             uint32_t second, uint32_t count, uint32_t cr) {
    struct DMA_Stream_regs *r = stream.registers;
    if (CT_UNLIKELY(reg_get(r->CR, DMA_Stream_CR_EN))) CT_PANIC("a DMA stream is started that runs");
    const uint32_t clear = 0x3Du << ct_dma_flags_at_(stream); // or the stream does not start: 10.3.17
    if (stream.number < 4) {
        reg_write_raw(stream.controller->LIFCR, clear);
    } else {
        reg_write_raw(stream.controller->HIFCR, clear);
    }
    if (!(cr & CT_DMA_SAME_ELEMENT)) cr |= 1u << 10;
    cr = (cr & ~(uint32_t)CT_DMA_SAME_ELEMENT) | (uint32_t)stream.channel << 25;
    reg_write_raw(r->CR, cr);
    reg_write_raw(r->NDTR, count);
    reg_write_raw(r->PAR, peripheral);
    reg_write_raw(r->M0AR, memory);
    if (cr & 1u << 18) reg_write_raw(r->M1AR, second);
    if (cr & 2u << 6) reg_write_raw(r->FCR, 0x27); // copying needs the FIFO: 10.3.6
    CT_COMPILER_BARRIER(); // what the buffer holds is in memory
    reg_write_raw(r->CR, cr | 1u);
}

/// What has happened since the last call, of CT_DMA_COMPLETE, _HALF_WAY, _ERROR, _DIRECT_ERROR; and
/// forgets it. For the stream's handler, or to poll.
ct_inline unsigned ct_dma_take(struct ct_dma_stream stream) {
    const unsigned at = ct_dma_flags_at_(stream);
    const uint32_t flags = (stream.number < 4 ? reg_raw(stream.controller->LISR)
                                              : reg_raw(stream.controller->HISR)) >> at & 0x3Du;
    if (flags && stream.number < 4) reg_write_raw(stream.controller->LIFCR, flags << at);
    if (flags && stream.number >= 4) reg_write_raw(stream.controller->HIFCR, flags << at);
    CT_COMPILER_BARRIER();
    return flags >> 1 & 0x1Eu; // TCIF 5 HTIF 4 TEIF 3 DMEIF 2: one above their enables
}

/// Elements that are still to be moved; of a circular one, in this round.
ct_inline uint32_t ct_dma_remaining(struct ct_dma_stream stream) { return reg_raw(stream.registers->NDTR); }

/// Whether it is at work.
ct_inline bool ct_dma_is_running(struct ct_dma_stream stream) {
    return reg_get(stream.registers->CR, DMA_Stream_CR_EN);
}

/// Looks until a stream that is being stopped is given up: a transfer of one element takes a few cycles.
#define CT_DMA_TRIES 10000u

/// Stops it and forgets its flags; the elements moved so far are in place. CT_OK, or CT_TIMEOUT: the
/// bus does not let go. A stream that does not run may be stopped.
ct_inline CT_MUST_USE enum ct_error ct_dma_stop(struct ct_dma_stream stream) {
    uint32_t tries = CT_DMA_TRIES;
    reg_clear(stream.registers->CR, DMA_Stream_CR_EN);
    while (reg_get(stream.registers->CR, DMA_Stream_CR_EN))
        if (!--tries) return CT_TIMEOUT;
    (void)ct_dma_take(stream);
    return CT_OK;
}

ct_inline void ct_dma_finish_(struct ct_dma_stream stream, uint32_t tries) {
    while (ct_dma_is_running(stream) && --tries) {}
    if (!tries) CT_IGNORE(ct_dma_stop(stream));
}

#endif
