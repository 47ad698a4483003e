// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// An I2C of the STM32F4 whose bytes are moved by DMA: a bus of hal/ that does not wait.
///
///     CT_I2C_PORT(sensors, I2C1, scl, sda);
///     CT_DMA_STREAM(sensors_in, DMA1, 0, I2C1_RX);
///     CT_DMA_STREAM(sensors_out, DMA1, 6, I2C1_TX);
///     CT_I2C_DMA(sensors_bus, sensors, I2C1, sensors_in, sensors_out);
///
///     ct_i2c_port_start(sensors, board_apb1_hz, 400000);
///     ct_i2c_dma_init(sensors_bus);                                // init
///     const struct ct_i2c_nb bus = CT_I2C_DMA_AS_NB(sensors_bus);
///     CT_MUST(ct_i2c_nb_start(bus, CT_I2C_7(0x50), &send, 1));
///     const enum ct_error e = ct_i2c_nb_poll(bus);                 // CT_WOULD_BLOCK until it is done
///
/// <corten/hal/blocking.h> makes a bus that waits of it. The DMA moves the bytes; polling, from one context
/// at a time, takes the steps between them (START, address, STOP): while nobody polls the bus waits, with
/// its clock held. Operations of up to 65535 bytes, of which two reads do not follow each
/// other (CT_UNSUPPORTED). It never waits: whoever polls decides how long is too long, and cancels.
/// RM0090 27.3.8, RM0368 18.3.8.
#ifndef CORTEN_I2C_DMA_H
#define CORTEN_I2C_DMA_H

#include <corten/dma.h>
#include <corten/i2c_port.h>

/// A port with two streams. Made by CT_I2C_DMA.
struct ct_i2c_dma {
    const struct ct_i2c_port *port;
    const struct ct_dma_stream *in, *out;
    struct ct_i2c_dma_state_ {
        const struct ct_i2c_operation *operation; // the one that is under way
        size_t left;                              // it and those behind it
        struct ct_i2c_address address;
        bool has_sent;    // a byte since the START
        bool is_selected; // 10 bits: both bytes of the address were sent, so the header is enough to read
        enum { CT_I2C_DMA_IDLE_, CT_I2C_DMA_FREE_, CT_I2C_DMA_START_, CT_I2C_DMA_HEADER_, CT_I2C_DMA_ADDRESS_, CT_I2C_DMA_SENDS_,
               CT_I2C_DMA_SENT_, CT_I2C_DMA_RECEIVES_, CT_I2C_DMA_ONE_, CT_I2C_DMA_STOP_ } phase;
    } *state;
};

/// At file scope: a claimed port, of `instance`, and two claimed streams for its requests. 16 bytes of RAM.
/// Refused: streams that serve something else.
#define CT_I2C_DMA(name, i2c, instance, in, out)                                                   \
    CT_I2C_PORT_IS_CLAIMED_(i2c);                                                                  \
    CT_DMA_CHECK_REQUEST(in, instance##_RX);                                                       \
    CT_DMA_CHECK_REQUEST(out, instance##_TX);                                                      \
    static struct ct_i2c_dma_state_ name##_state_;                                                 \
    static const __attribute__((unused)) struct ct_i2c_dma name = {&i2c, &in, &out, &name##_state_}
/// It as a bus of hal/ that does not wait.
#define CT_I2C_DMA_AS_NB(name) ((struct ct_i2c_nb){&ct_i2c_dma_ops, (void *)(uintptr_t)&(name)})

/// Gives the controllers of the streams their clock. Init.
ct_inline void ct_i2c_dma_init(struct ct_i2c_dma dma) {
    ct_dma_init(*dma.in);
    ct_dma_init(*dma.out);
}

ct_inline enum ct_error ct_i2c_dma_start_(void *object, struct ct_i2c_address address,
                                          const struct ct_i2c_operation *operations, size_t count) {
    const struct ct_i2c_dma *dma = object;
    if (dma->state->phase != CT_I2C_DMA_IDLE_) return CT_BUSY;
    for (size_t i = 0; i < count; i++) {
        if (operations[i].read && operations[i].length == 0) return CT_INVALID;
        if (operations[i].length > 65535u || (i && operations[i].read && operations[i - 1].read)) return CT_UNSUPPORTED;
    }
    *dma->state = (struct ct_i2c_dma_state_){operations, count, address, false, false, CT_I2C_DMA_FREE_};
    return CT_OK;
}

// A piece by DMA. A single byte received has its acknowledge set by hand: LAST is for two or more.
ct_inline void ct_i2c_dma_piece_(const struct ct_i2c_dma *dma) {
    struct ct_i2c_dma_state_ *s = dma->state;
    const struct ct_i2c_operation *o = s->operation;
    struct I2C_regs *registers = dma->port->registers;
    const uint32_t data = (uint32_t)(uintptr_t)&registers->DR, count = (uint32_t)o->length;
    if (!o->read) {
        s->phase = o->length ? CT_I2C_DMA_SENDS_ : CT_I2C_DMA_SENT_;
        s->has_sent |= o->length != 0;
        if (o->length)
            ct_dma_begin_(*dma->out, data, CT_BUS_ADDRESS(o->write, o->length), 0, count, 1u << 6 | CT_DMA_COMPLETE | CT_DMA_ERROR);
    } else if (o->length > 1) {
        s->phase = CT_I2C_DMA_RECEIVES_;
        ct_dma_begin_(*dma->in, data, CT_BUS_ADDRESS(o->read, o->length), 0, count, CT_DMA_COMPLETE | CT_DMA_ERROR);
    } else {
        s->phase = CT_I2C_DMA_ONE_;
    }
}

// START for the operation that is next. The acknowledge of a single byte is off from the beginning.
ct_inline void ct_i2c_dma_begin_(const struct ct_i2c_dma *dma) {
    struct ct_i2c_dma_state_ *s = dma->state;
    s->phase = CT_I2C_DMA_START_;
    s->has_sent = false;
    reg_write(dma->port->registers->CR1, I2C_CR1_PE(1), I2C_CR1_START(1),
              I2C_CR1_ACK(s->operation->read && s->operation->length > 1));
}

// That, or STOP.
ct_inline void ct_i2c_dma_next_(const struct ct_i2c_dma *dma) {
    struct ct_i2c_dma_state_ *s = dma->state;
    struct I2C_regs *registers = dma->port->registers;
    reg_clear(registers->CR2, I2C_CR2_DMAEN, I2C_CR2_LAST);
    if (s->left == 0) {
        s->phase = CT_I2C_DMA_STOP_;
        reg_write(registers->CR1, I2C_CR1_PE(1), I2C_CR1_STOP(1));
        return;
    }
    ct_i2c_dma_begin_(dma);
}

// What is behind an operation: CT_OK once all is done.
ct_inline void ct_i2c_dma_done_(const struct ct_i2c_dma *dma) {
    dma->state->operation++;
    dma->state->left--;
}

ct_inline enum ct_error ct_i2c_dma_cancel_(void *object) {
    const struct ct_i2c_dma *dma = object;
    if (dma->state->phase == CT_I2C_DMA_IDLE_) return CT_INVALID;
    dma->state->phase = CT_I2C_DMA_IDLE_;
    CT_IGNORE(ct_dma_stop(*dma->out));
    CT_IGNORE(ct_dma_stop(*dma->in));
    reg_clear(dma->port->registers->CR2, I2C_CR2_DMAEN, I2C_CR2_LAST);
    ct_i2c_port_give_up_(dma->port, CT_TIMEOUT); // reset, and clocked free where it is held
    return CT_OK;
}

static CT_NOINLINE __attribute__((unused)) enum ct_error ct_i2c_dma_fail_(const struct ct_i2c_dma *dma, enum ct_error e) {
    const bool is_address = dma->state->phase <= CT_I2C_DMA_ADDRESS_;
    dma->state->phase = CT_I2C_DMA_IDLE_;
    CT_IGNORE(ct_dma_stop(*dma->out));
    CT_IGNORE(ct_dma_stop(*dma->in));
    reg_clear(dma->port->registers->CR2, I2C_CR2_DMAEN, I2C_CR2_LAST);
    ct_i2c_port_give_up_(dma->port, e == CT_TRANSFER ? CT_TIMEOUT : e);
    return e == CT_NO_ACKNOWLEDGE_DATA && is_address ? CT_NO_ACKNOWLEDGE_ADDRESS : e;
}

static CT_NOINLINE __attribute__((unused)) enum ct_error ct_i2c_dma_poll_(void *object) {
    const struct ct_i2c_dma *dma = object;
    struct ct_i2c_dma_state_ *s = dma->state;
    struct I2C_regs *registers = dma->port->registers;
    if (s->phase == CT_I2C_DMA_IDLE_) return CT_INVALID;
    const uint32_t status = reg_raw(registers->SR1);
    const unsigned moved = ct_dma_take(*dma->in) | ct_dma_take(*dma->out);
    if (s->phase > CT_I2C_DMA_FREE_ && (status & CT_I2C_PORT_ERRORS_)) return ct_i2c_dma_fail_(dma, ct_i2c_port_error_(status));
    if (moved & CT_DMA_ERROR) return ct_i2c_dma_fail_(dma, CT_TRANSFER);
    switch (s->phase) {
    case CT_I2C_DMA_FREE_:
        if (s->left == 0) {
            s->phase = CT_I2C_DMA_IDLE_;
            return CT_OK;
        }
        if (reg_get(registers->SR2, I2C_SR2_BUSY) || reg_get(registers->CR1, I2C_CR1_STOP)) break;
        ct_i2c_port_forget_(registers);
        ct_i2c_dma_next_(dma);
        break;
    case CT_I2C_DMA_START_:
        if (!(status & reg_mask(I2C_SR1_SB))) break;
        if (s->address.is_ten) { // 27.3.3: for reading behind a START of its own, when both bytes were sent
            const bool reads_now = s->operation->read && s->is_selected;
            reg_write(registers->DR, I2C_DR_DR(0xF0u | (s->address.bits >> 7 & 6u) | reads_now));
            s->phase = reads_now ? CT_I2C_DMA_ADDRESS_ : CT_I2C_DMA_HEADER_;
        } else {
            reg_write(registers->DR, I2C_DR_DR((uint32_t)s->address.bits << 1 | (s->operation->read != NULL)));
            s->phase = CT_I2C_DMA_ADDRESS_;
        }
        break;
    case CT_I2C_DMA_HEADER_:
        if (!(status & reg_mask(I2C_SR1_ADD10))) break;
        reg_write(registers->DR, I2C_DR_DR(s->address.bits));
        s->phase = CT_I2C_DMA_ADDRESS_;
        break;
    case CT_I2C_DMA_ADDRESS_:
        if (!(status & reg_mask(I2C_SR1_ADDR))) break;
        if (s->address.is_ten && s->operation->read && !s->is_selected) {
            s->is_selected = true;
            (void)reg_raw(registers->SR2);
            ct_i2c_dma_begin_(dma);
            break;
        }
        s->is_selected = s->address.is_ten && !s->operation->read;
        ct_i2c_dma_piece_(dma);
        if (s->phase != CT_I2C_DMA_ONE_) reg_set(registers->CR2, I2C_CR2_DMAEN);
        if (s->phase == CT_I2C_DMA_RECEIVES_) reg_set(registers->CR2, I2C_CR2_LAST);
        if (s->phase == CT_I2C_DMA_ONE_) { // what comes behind it must be known before it is there
            CT_CRITICAL {
                (void)reg_raw(registers->SR2);
                reg_write(registers->CR1, I2C_CR1_PE(1), I2C_CR1_START(s->left > 1), I2C_CR1_STOP(s->left == 1));
            }
            break;
        }
        (void)reg_raw(registers->SR2); // clears ADDR: the bytes move
        break;
    case CT_I2C_DMA_SENDS_:
        if (!(moved & CT_DMA_COMPLETE)) break;
        s->phase = CT_I2C_DMA_SENT_;
        break;
    case CT_I2C_DMA_SENT_: // the next piece of the same direction goes on without a START
        if (s->left > 1 && !s->operation[1].read) {
            ct_i2c_dma_done_(dma);
            ct_i2c_dma_piece_(dma);
            break;
        }
        if (s->has_sent && !(status & reg_mask(I2C_SR1_BTF))) break;
        ct_i2c_dma_done_(dma);
        ct_i2c_dma_next_(dma);
        break;
    case CT_I2C_DMA_RECEIVES_:
        if (!(moved & CT_DMA_COMPLETE)) break;
        ct_i2c_dma_done_(dma);
        ct_i2c_dma_next_(dma);
        break;
    case CT_I2C_DMA_ONE_:
        if (!(status & reg_mask(I2C_SR1_RXNE))) break;
        s->operation->read[0] = (uint8_t)reg_raw(registers->DR);
        ct_i2c_dma_done_(dma);
        s->phase = s->left ? CT_I2C_DMA_START_ : CT_I2C_DMA_STOP_;
        s->has_sent = false;
        break;
    case CT_I2C_DMA_STOP_:
        if (reg_get(registers->CR1, I2C_CR1_STOP)) break;
        s->phase = CT_I2C_DMA_IDLE_;
        return CT_OK;
    case CT_I2C_DMA_IDLE_: break;
    }
    return CT_WOULD_BLOCK;
}

ct_inline enum ct_error ct_i2c_dma_recover_(void *object) {
    return ct_i2c_port_recover(((const struct ct_i2c_dma *)object)->port);
}

static const __attribute__((unused)) struct ct_i2c_nb_ops ct_i2c_dma_ops = {
    ct_i2c_dma_start_, ct_i2c_dma_poll_, ct_i2c_dma_cancel_, ct_i2c_dma_recover_};

#endif
