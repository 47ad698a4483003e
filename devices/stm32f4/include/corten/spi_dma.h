// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// An SPI of the STM32F4 whose bytes are moved by DMA, while the core does something else.
///
///     CT_SPI_PORT(flash_port, SPI1);
///     CT_DMA_STREAM(flash_in, DMA2, 0, SPI1_RX);
///     CT_DMA_STREAM(flash_out, DMA2, 3, SPI1_TX);
///     CT_SPI_DMA(flash_bus, flash_port, SPI1, flash_in, flash_out, board_apb2_hz);
///
///     ct_spi_port_start(flash_port, board_apb2_hz, 10500000);
///     ct_spi_dma_init(flash_bus);                                  // init
///     const struct ct_spi_nb bus = CT_SPI_DMA_AS_NB(flash_bus);    // as hal/ sees it
///     CT_MUST(ct_spi_nb_start(bus, page, NULL, sizeof page));
///     const enum ct_error e = ct_spi_nb_poll(bus);                 // CT_WOULD_BLOCK until it is done
///
/// <corten/hal/blocking.h> makes a bus that waits of it. The memory must be in the DMA's reach (not the
/// F405's core-coupled memory). Errors: CT_TRANSFER (the DMA), CT_OVERRUN, CT_MODE_FAULT; both streams are
/// stopped then, and the port is usable. Poll from one context at a time; the handler of the incoming
/// stream may. RM0090 28.3.9, RM0368 20.3.9.
#ifndef CORTEN_SPI_DMA_H
#define CORTEN_SPI_DMA_H

#include <corten/dma.h>
#include <corten/spi_port.h>

/// A port with two streams. Made by CT_SPI_DMA.
struct ct_spi_dma {
    struct ct_spi_port_bus bus; ///< the first member: an object for CT_SPI_PORT_AS_BUS's operations too
    const struct ct_dma_stream *in, *out;
    struct ct_spi_dma_state_ {
        const uint8_t *write;
        uint8_t *read;
        size_t left; // behind the piece that moves
        bool is_busy, is_empty;
        uint8_t ones, dropped;
    } *state;
};

/// At file scope: a claimed port, of `instance`, and two claimed streams for its requests. 20 bytes of RAM.
/// Refused: streams that serve something else.
#define CT_SPI_DMA(name, spi, instance, in, out, clock_hz)                                         \
    CT_SPI_PORT_IS_CLAIMED_(spi);                                                                  \
    CT_DMA_CHECK_REQUEST(in, instance##_RX);                                                       \
    CT_DMA_CHECK_REQUEST(out, instance##_TX);                                                      \
    static struct ct_spi_dma_state_ name##_state_;                                                 \
    static const __attribute__((unused)) struct ct_spi_dma name = {                                \
        {{CT_REG_AT(SPI_regs, spi##_address_), spi##_bus_, spi##_bit_}, (clock_hz)}, &in, &out, &name##_state_}
/// It as a bus of hal/ that does not wait.
#define CT_SPI_DMA_AS_NB(name) ((struct ct_spi_nb){&ct_spi_dma_ops, (void *)(uintptr_t)&(name)})

/// Gives the controllers of the streams their clock. Init.
ct_inline void ct_spi_dma_init(struct ct_spi_dma dma) {
    ct_dma_init(*dma.in);
    ct_dma_init(*dma.out);
}

/// The incoming stream's interrupt comes at the end of a piece, and for errors: CT_DMA_COMPLETE and
/// CT_DMA_ERROR.
#define CT_SPI_DMA_EVENTS_ (CT_DMA_COMPLETE | CT_DMA_ERROR)

// The next piece: at most 65535 bytes.
static CT_NOINLINE __attribute__((unused)) void ct_spi_dma_piece_(const struct ct_spi_dma *dma) {
    struct ct_spi_dma_state_ *s = dma->state;
    struct SPI_regs *registers = dma->bus.port.registers;
    const uint32_t count = s->left > 65535u ? 65535u : (uint32_t)s->left;
    const uint32_t data = (uint32_t)(uintptr_t)&registers->DR;
    s->left -= count;
    s->ones = 0xFF;
    reg_set(registers->CR2, SPI_CR2_RXDMAEN);
    if (s->read) {
        ct_dma_begin_(*dma->in, data, CT_BUS_ADDRESS(s->read, count), 0, count, CT_SPI_DMA_EVENTS_);
        s->read += count;
    } else {
        ct_dma_begin_(*dma->in, data, CT_BUS_ADDRESS(&s->dropped, 1), 0, count, CT_SPI_DMA_EVENTS_ | CT_DMA_SAME_ELEMENT);
    }
    if (s->write) {
        ct_dma_begin_(*dma->out, data, CT_BUS_ADDRESS(s->write, count), 0, count, 1u << 6);
        s->write += count;
    } else {
        ct_dma_begin_(*dma->out, data, CT_BUS_ADDRESS(&s->ones, 1), 0, count, 1u << 6 | CT_DMA_SAME_ELEMENT);
    }
    reg_set(registers->CR2, SPI_CR2_TXDMAEN);
}

ct_inline void ct_spi_dma_end_(const struct ct_spi_dma *dma) {
    dma->state->is_busy = false;
    CT_IGNORE(ct_dma_stop(*dma->out)); // nothing more is sent
    CT_IGNORE(ct_dma_stop(*dma->in));
    reg_clear(dma->bus.port.registers->CR2, SPI_CR2_RXDMAEN, SPI_CR2_TXDMAEN);
}

ct_inline enum ct_error ct_spi_dma_start_(void *object, const uint8_t *write, uint8_t *read, size_t length) {
    const struct ct_spi_dma *dma = object;
    if (dma->state->is_busy) return CT_BUSY;
    dma->state->write = write;
    dma->state->read = read;
    dma->state->left = length;
    dma->state->is_busy = true;
    dma->state->is_empty = length == 0;
    if (length) ct_spi_dma_piece_(dma);
    return CT_OK;
}

ct_inline enum ct_error ct_spi_dma_poll_(void *object) {
    const struct ct_spi_dma *dma = object;
    struct ct_spi_dma_state_ *s = dma->state;
    struct SPI_regs *registers = dma->bus.port.registers;
    if (!s->is_busy) return CT_INVALID;
    const unsigned in = ct_dma_take(*dma->in), out = ct_dma_take(*dma->out);
    const uint32_t status = reg_raw(registers->SR);
    enum ct_error e = CT_OK;
    if ((in | out) & CT_DMA_ERROR) {
        e = CT_TRANSFER;
    } else if (status & (reg_mask(SPI_SR_OVR) | reg_mask(SPI_SR_MODF))) {
        e = ct_spi_port_error_(dma->bus.port, status);
    } else if (!(in & CT_DMA_COMPLETE) && !s->is_empty) {
        return CT_WOULD_BLOCK; // a piece without end is called off by cancel
    } else if (s->left) {
        ct_spi_dma_piece_(dma);
        return CT_WOULD_BLOCK;
    }
    ct_spi_dma_end_(dma);
    if (e) CT_IGNORE(ct_spi_port_timeout_(dma->bus.port)); // frames may be on their way
    return e;
}

ct_inline enum ct_error ct_spi_dma_cancel_(void *object) {
    const struct ct_spi_dma *dma = object;
    if (!dma->state->is_busy) return CT_INVALID;
    ct_spi_dma_end_(dma);
    CT_IGNORE(ct_spi_port_timeout_(dma->bus.port));
    return CT_OK;
}

ct_inline enum ct_error ct_spi_dma_configure_(void *object, struct ct_spi_config config) {
    return ct_spi_port_hal_configure_((void *)(uintptr_t)&((const struct ct_spi_dma *)object)->bus, config);
}

static const __attribute__((unused)) struct ct_spi_nb_ops ct_spi_dma_ops = {
    ct_spi_dma_start_, ct_spi_dma_poll_, ct_spi_dma_cancel_, ct_spi_dma_configure_};

#endif
