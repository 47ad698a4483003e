// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Serial ports, a character at a time: how long it takes is computed from BRR and the bus's clock,
// and what is at the other end has a rate and a format of its own. RM0090, 30.3 and 30.6.
#include <corten/registers.h>
#include <corten/stm32.h>
#include <corten/stm32f4_model.h>

#include <string.h>

enum { PORTS = 6, PINS = 4, ERRORS = 0xF, IDLE = 1 << 4, RXNE = 1 << 5, TC = 1 << 6, TXE = 1 << 7 };

static struct port {
    struct ct_model_part part;
    struct ct_host_event shifted, quiet;
    uint16_t shift, waiting; // being sent; the next, in the data register
    bool is_shifting, is_waiting;
    uint32_t seen; // the flags that the last read of SR showed: 30.6.1
    struct ct_model_serial *ends;
} ports[PORTS];

/// Frames on their way to the chip; a pool, since each needs an event.
static struct flight {
    struct ct_host_event event;
    struct port *port;
    struct ct_model_frame frame;
    bool is_used;
} flights[1024];

/// Pins of TX and RX with their alternate function. DS8626 table 9, DS9716 table 9; a pin that one
/// of the chips has not cannot be set on it.
static const struct {
    const char *name, *tx, *rx; // as "A9 B6"
    unsigned function;
    int irq;
    bool is_apb2;
} facts[PORTS] = {
    {"USART1", "A9 B6", "A10 B7", 7, USART1_IRQn, true},
    {"USART2", "A2 D5", "A3 D6", 7, USART2_IRQn, false},
#ifdef CT_STM32_HAS_USART3
    {"USART3", "B10 C10 D8", "B11 C11 D9", 7, USART3_IRQn, false},
    {"UART4", "A0 C10", "A1 C11", 8, UART4_IRQn, false},
    {"UART5", "C12", "D2", 8, UART5_IRQn, false},
#else
    {.name = "none"}, {.name = "none"}, {.name = "none"},
#endif
    {"USART6", "C6 G14 A11", "C7 G9 A12", 8, USART6_IRQn, true},
};

#define REGS(p) CT_MODEL_OF(&(p)->part, USART_regs)
#define CR1(p, field) CT_MODEL_GET(REGS(p)->CR1, USART_CR1_##field)
#define CR3(p, field) CT_MODEL_GET(REGS(p)->CR3, USART_CR3_##field)

static unsigned index_of(const struct port *p) { return (unsigned)(p - ports); }

static bool is_on_a_pin(const struct port *p, const char *pins) {
    while (*pins) {
        const char letter = *pins++;
        unsigned number = 0;
        while (*pins >= '0' && *pins <= '9') number = number * 10 + (unsigned)(*pins++ - '0');
        if (*pins == ' ') pins++;
        if (ct_model_pin_is(CT_MODEL_PIN(letter, number), facts[index_of(p)].function)) return true;
    }
    return false;
}

static uint32_t baud_of(const struct port *p) {
    const uint32_t brr = ct_model_peek(REGS(p)->BRR);
    const uint32_t divisor = CR1(p, OVER8) ? (brr >> 4) * 8 + (brr & 7) : brr;
    const uint32_t hz = ct_model_clock_hz(facts[index_of(p)].is_apb2 ? CT_MODEL_APB2 : CT_MODEL_APB1);
    return divisor ? hz / divisor : 0;
}
static unsigned bits_of(const struct port *p) { return CR1(p, M) ? 9 : 8; } // parity included
static uint64_t time_of(const struct port *p) {
    static const uint8_t halves[4] = {2, 1, 4, 3}; // stop bits
    const uint32_t baud = baud_of(p);
    const unsigned half_bits = 2 * (1 + bits_of(p)) + halves[CT_MODEL_GET(REGS(p)->CR2, USART_CR2_STOP)];
    return baud ? (uint64_t)half_bits * 500000000u / baud : 1;
}

static void update(const struct port *p) {
    const uint32_t sr = ct_model_peek(REGS(p)->SR), cr1 = ct_model_peek(REGS(p)->CR1);
    const bool on = CR1(p, UE);
    bool wanted = (sr & cr1 & (TXE | TC | RXNE | IDLE)) != 0;
    wanted |= CR1(p, RXNEIE) && (sr & reg_mask(USART_SR_ORE));
    wanted |= CR1(p, PEIE) && (sr & reg_mask(USART_SR_PE));
    wanted |= CR3(p, EIE) && CR3(p, DMAR) &&
              (sr & (reg_mask(USART_SR_FE) | reg_mask(USART_SR_NE) | reg_mask(USART_SR_ORE)));
    ct_model_line(facts[index_of(p)].irq, on && wanted);
    char request[16] = "";
    strcat(strcpy(request, p->part.name), "_TX");
    ct_model_dma_line(request, on && CR1(p, TE) && CR3(p, DMAT) && (sr & TXE));
    strcat(strcpy(request, p->part.name), "_RX");
    ct_model_dma_line(request, on && CR3(p, DMAR) && (sr & RXNE));
}
static void flags(struct port *p, uint32_t set, uint32_t clear) {
    ct_model_poke(REGS(p)->SR, (ct_model_peek(REGS(p)->SR) & ~clear) | set);
    update(p);
}

/* ---- receiving */

static void quiet(void *argument) { flags(argument, IDLE, 0); }

static void receive(struct port *p, const struct ct_model_frame *frame) {
    if (!CR1(p, UE) || !CR1(p, RE)) return;
    const bool one_wire = CR3(p, HDSEL);
    if (!is_on_a_pin(p, one_wire ? facts[index_of(p)].tx : facts[index_of(p)].rx)) {
        ct_model_report("%s is sent a character, but no pin is set to it", p->part.name);
        return;
    }
    const uint32_t baud = baud_of(p);
    uint32_t data = frame->bits | ~0u << frame->count; // after it the line is high
    uint32_t errors = 0;
    const uint64_t off = baud > frame->baud ? baud - frame->baud : frame->baud - baud;
    if (off * 1000 > (uint64_t)baud * 45) { // RM0090, 30.3.5: what the receiver bears, about
        data ^= 0x155;
        errors |= (uint32_t)reg_mask(USART_SR_FE);
    }
    const unsigned bits = bits_of(p);
    if (!(data >> bits & 1) || frame->is_broken) errors |= (uint32_t)reg_mask(USART_SR_FE);
    if (frame->is_noisy) errors |= (uint32_t)reg_mask(USART_SR_NE);
    data &= (1u << bits) - 1;
    if (CR1(p, PCE) && (unsigned)__builtin_parity(data) != CR1(p, PS)) errors |= (uint32_t)reg_mask(USART_SR_PE);
    ct_model_after(&p->quiet, time_of(p), quiet, p);
    if (ct_model_peek(REGS(p)->SR) & RXNE) { // the one in the register stays, this one is lost
        flags(p, (uint32_t)reg_mask(USART_SR_ORE), 0);
        return;
    }
    ct_model_poke(REGS(p)->DR, data);
    flags(p, RXNE | errors, 0);
}

/* ---- sending */

static void begin(struct port *p, uint16_t character);

static void shifted(void *argument) {
    struct port *p = argument;
    struct ct_model_frame frame = {.bits = p->shift, .count = (uint8_t)bits_of(p), .baud = baud_of(p)};
    if (CR1(p, PCE)) {
        const uint16_t low = (uint16_t)(p->shift & ((1u << (frame.count - 1)) - 1u));
        const unsigned parity = (unsigned)__builtin_parity(low) ^ CR1(p, PS);
        frame.bits = (uint16_t)(low | parity << (frame.count - 1));
    }
    p->is_shifting = false;
    if (p->is_waiting) {
        p->is_waiting = false;
        begin(p, p->waiting);
        flags(p, TXE, 0);
    } else {
        flags(p, TC, 0);
    }
    if (!is_on_a_pin(p, facts[index_of(p)].tx)) {
        if (p->ends) ct_model_report("%s sends, but no pin is set to it", p->part.name);
        return;
    }
    for (struct ct_model_serial *end = p->ends; end; end = end->next) end->received(end, &frame);
    if (CR3(p, HDSEL)) receive(p, &frame); // 30.3.10: it hears itself
}

static void begin(struct port *p, uint16_t character) {
    p->shift = character;
    p->is_shifting = true;
    if (!baud_of(p)) ct_model_report("%s sends with BRR at 0", p->part.name);
    ct_model_after(&p->shifted, time_of(p), shifted, p);
}

static void send(struct port *p, uint16_t character) {
    if (!CR1(p, UE) || !CR1(p, TE)) {
        ct_model_report("%s is given a character while its transmitter is off", p->part.name);
        return;
    }
    const uint32_t seen = p->seen & TC; // TC falls by a write that follows a read of SR: 30.6.1
    p->seen &= ~(uint32_t)TC;
    if (!p->is_shifting) {
        begin(p, character);
        flags(p, 0, seen);
    } else {
        if (p->is_waiting) ct_model_report("%s.DR is written while TXE is 0: a character is lost", p->part.name);
        p->waiting = character;
        p->is_waiting = true;
        flags(p, 0, TXE | seen);
    }
}

/* ---- accesses */

static uint32_t read(struct ct_model_part *part, uint32_t offset, uint32_t value) {
    struct port *p = (struct port *)part;
    if (offset == offsetof(struct USART_regs, SR)) {
        p->seen = value;
    } else if (offset == offsetof(struct USART_regs, DR)) {
        flags(p, 0, RXNE | (p->seen & (ERRORS | IDLE)));
        p->seen = 0;
    }
    return value;
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    struct port *p = (struct port *)part;
    if (w->offset == offsetof(struct USART_regs, DR)) {
        ct_model_put(part, w->offset, w->before); // two registers at one address
        send(p, (uint16_t)(w->value & 0x1FF));
    } else if (w->offset == offsetof(struct USART_regs, CR1) && (w->before & ~w->now & reg_mask(USART_CR1_UE))) {
        ct_host_cancel(&p->shifted);
        ct_host_cancel(&p->quiet);
        if (p->is_shifting) ct_model_report("%s is turned off while it sends", part->name);
        p->is_shifting = p->is_waiting = false;
        ct_model_poke(REGS(p)->SR, TXE | TC);
    }
    update(p);
}

static void reset(struct ct_model_part *part) {
    struct port *p = (struct port *)part;
    ct_host_cancel(&p->shifted);
    ct_host_cancel(&p->quiet);
    p->is_shifting = p->is_waiting = false;
    p->seen = 0;
}

void ct_model_add_usart(void) {
    memset(flights, 0, sizeof flights);
    for (unsigned i = 0; i < PORTS; i++) {
        ports[i] = (struct port){.part = {.name = facts[i].name, .reset = reset, .read = read, .wrote = wrote}};
        ct_model_add(&ports[i].part);
    }
}

/* ---- the other end */

void ct_model_serial_attach(struct ct_model_serial *end, unsigned usart) {
    end->usart = usart;
    end->free_at = 0;
    end->next = ports[usart - 1].ends;
    ports[usart - 1].ends = end;
}

static void arrive(void *argument) {
    struct flight *flight = argument;
    flight->is_used = false;
    receive(flight->port, &flight->frame);
}

void ct_model_serial_put(struct ct_model_serial *end, struct ct_model_frame frame) {
    for (unsigned i = 0; i < CT_COUNT(flights); i++)
        if (!flights[i].is_used) {
            const uint64_t start = end->free_at > ct_host_now() ? end->free_at : ct_host_now();
            end->free_at = start + (uint64_t)(frame.count + 2u) * 1000000000u / frame.baud;
            flights[i] = (struct flight){.port = &ports[end->usart - 1], .frame = frame, .is_used = true};
            ct_host_schedule(&flights[i].event, end->free_at, arrive, &flights[i]);
            return;
        }
    ct_model_report("more than 1024 characters are on their way");
}

static void terminal_received(struct ct_model_serial *end, const struct ct_model_frame *frame) {
    struct ct_model_terminal *terminal = (struct ct_model_terminal *)end;
    const uint32_t off = frame->baud > terminal->baud ? frame->baud - terminal->baud : terminal->baud - frame->baud;
    const bool wrong = off * 1000ull > terminal->baud * 45ull;
    if (wrong) terminal->garbled++;
    if (terminal->count + 1 < sizeof terminal->text) {
        terminal->text[terminal->count++] = wrong ? '?' : (char)frame->bits;
        terminal->text[terminal->count] = 0;
    }
}
void ct_model_terminal_attach(struct ct_model_terminal *terminal, unsigned usart, uint32_t baud) {
    *terminal = (struct ct_model_terminal){.end = {.received = terminal_received}, .baud = baud};
    ct_model_serial_attach(&terminal->end, usart);
}
void ct_model_terminal_type(struct ct_model_terminal *terminal, const char *text) {
    for (; *text; text++)
        ct_model_serial_put(&terminal->end, (struct ct_model_frame){
            .bits = (uint8_t)*text, .count = 8, .baud = terminal->baud});
}
