// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// SPIs: master and slave, 8 and 16 bits, CRC, mode fault, overrun. RM0090, 28. Not modelled: I2S, the
// TI format, receive-only modes on two wires and slaves on one (reported).
#include <corten/device.h>
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

#include <stdio.h>
#include <string.h>

enum { CPHA = 1, MSTR = 4, SPE = 64, SSI = 256, SSM = 512, DFF = 1 << 11, CRCNEXT = 1 << 12, CRCEN = 1 << 13, BIDIOE = 1 << 14, BIDIMODE = 1 << 15,
       RXNE = 1, TXE = 2, CRCERR = 16, MODF = 32, OVR = 64, BSY = 128 };

static struct spi {
    struct ct_model_part part;
    unsigned number, bus;
    int irq;
    struct ct_host_event done;
    struct ct_model_spi_place *things;
    uint16_t shift, waiting; // being sent, in the buffer
    uint16_t rx, tx_crc, rx_crc;
    uint64_t since; // when the frame began
    bool has_waiting, is_shifting, sends_crc, crc_is_next;
    unsigned clear_ovr, clear_modf; // steps of their read sequences
} spis[4];
struct ct_model_spi_faults ct_model_spi_faults[5];

#define REG(s, name)        ct_model_get(&(s)->part, offsetof(struct SPI_regs, name))
#define SET(s, name, value) ct_model_put(&(s)->part, offsetof(struct SPI_regs, name), value)

// number, role (0 SCK, 1 MISO, 2 MOSI, 3 NSS), pin, function: data sheets, table 9
static const struct pin {
    uint8_t spi, role, pin, function;
} pins[] = {
#define P CT_MODEL_PIN
    {1, 0, P('A', 5), 5},  {1, 0, P('B', 3), 5},  {1, 1, P('A', 6), 5},  {1, 1, P('B', 4), 5},
    {1, 2, P('A', 7), 5},  {1, 2, P('B', 5), 5},  {1, 3, P('A', 4), 5},  {1, 3, P('A', 15), 5},
    {2, 0, P('B', 10), 5}, {2, 0, P('B', 13), 5}, {2, 0, P('I', 1), 5},  {2, 0, P('D', 3), 5},
    {2, 1, P('B', 14), 5}, {2, 1, P('C', 2), 5},  {2, 1, P('I', 2), 5},  {2, 2, P('B', 15), 5},
    {2, 2, P('C', 3), 5},  {2, 2, P('I', 3), 5},  {2, 3, P('B', 9), 5},  {2, 3, P('B', 12), 5},
    {2, 3, P('I', 0), 5},  {3, 0, P('B', 3), 6},  {3, 0, P('C', 10), 6}, {3, 1, P('B', 4), 6},
    {3, 1, P('C', 11), 6}, {3, 2, P('B', 5), 6},  {3, 2, P('C', 12), 6}, {3, 3, P('A', 4), 6},
    {3, 3, P('A', 15), 6}, {4, 0, P('E', 2), 5},  {4, 0, P('E', 12), 5}, {4, 1, P('E', 5), 5},
    {4, 1, P('E', 13), 5}, {4, 2, P('E', 6), 5},  {4, 2, P('E', 14), 5}, {4, 3, P('E', 4), 5},
    {4, 3, P('E', 11), 5},
};
/// A pin that is set to this role, or CT_MODEL_PIN_NONE.
static unsigned pin_of(const struct spi *s, unsigned role) {
    for (unsigned i = 0; i < CT_COUNT(pins); i++)
        if (pins[i].spi == s->number && pins[i].role == role && ct_model_pin_is(pins[i].pin, pins[i].function))
            return pins[i].pin;
    return CT_MODEL_PIN_NONE;
}

static bool has(const struct spi *s, uint32_t bits) { return (REG(s, CR1) & bits) == bits; }
/// A master on one wire that listens: it clocks for as long as it is on.
static bool listens(const struct spi *s) { return has(s, BIDIMODE | MSTR) && !has(s, BIDIOE); }
static unsigned bits_of(const struct spi *s) { return has(s, DFF) ? 16 : 8; }
/// The level of NSS: the pin's, or SSI's.
static bool nss(const struct spi *s) {
    if (has(s, SSM)) return has(s, SSI);
    const unsigned pin = pin_of(s, 3);
    return pin == CT_MODEL_PIN_NONE || ct_model_pin_level(pin);
}

static void changed(struct spi *s) {
    const uint32_t sr = REG(s, SR), cr2 = REG(s, CR2);
    ct_model_line(s->irq, ((sr & RXNE) && (cr2 & 64)) || ((sr & TXE) && (cr2 & 128)) ||
                              ((sr & (OVR | MODF | CRCERR)) && (cr2 & 32)));
    char request[8] = "SPI1_RX";
    request[3] = (char)('0' + s->number);
    ct_model_dma_line(request, (sr & RXNE) && (cr2 & 1) && has(s, SPE));
    request[5] = 'T';
    ct_model_dma_line(request, (sr & TXE) && (cr2 & 2) && has(s, SPE));
}
static void flags(struct spi *s, uint32_t on, uint32_t off) {
    SET(s, SR, (REG(s, SR) & ~off) | on);
    changed(s);
}

/// 28.3.6: the polynomial's bits that are in the frame's width.
static uint16_t crc_of(const struct spi *s, uint16_t crc, uint16_t frame) {
    const unsigned bits = bits_of(s);
    const uint32_t top = 1u << (bits - 1), mask = (top << 1) - 1;
    uint32_t r = crc ^ frame;
    for (unsigned i = 0; i < bits; i++) r = r & top ? (r << 1) ^ REG(s, CRCPR) : r << 1;
    return (uint16_t)(r & mask);
}

static uint16_t ask_things(struct spi *s, uint16_t frame) {
    const uint16_t nothing = bits_of(s) == 16 ? 0xFFFF : 0xFF; // MISO is pulled up
    uint16_t answer = nothing;
    unsigned answers = 0;
    if (pin_of(s, 0) == CT_MODEL_PIN_NONE) return nothing; // the clock reaches nobody
    const uint16_t heard = pin_of(s, 2) == CT_MODEL_PIN_NONE || listens(s) ? nothing : frame;
    for (struct ct_model_spi_place *p = s->things; p; p = p->next) {
        if (!p->thing->is_selected) continue;
        if (answers++) ct_model_report("SPI%u: two things are selected at once", s->number);
        answer = p->thing->exchange(p->thing, heard, bits_of(s));
    }
    return pin_of(s, has(s, BIDIMODE) ? 2 : 1) == CT_MODEL_PIN_NONE ? nothing : answer;
}

/// A frame is there.
static void received(struct spi *s, uint16_t frame) {
    struct ct_model_spi_faults *fault = &ct_model_spi_faults[s->number];
    if (fault->flips_after && --fault->flips_after == 0) frame ^= 1;
    if (has(s, CRCEN) && s->sends_crc) {
        if (frame != s->rx_crc) flags(s, CRCERR, 0);
    } else if (has(s, CRCEN)) {
        s->rx_crc = crc_of(s, s->rx_crc, frame);
        SET(s, RXCRCR, s->rx_crc);
    }
    if ((REG(s, SR) & RXNE) || (fault->overruns_after && --fault->overruns_after == 0)) {
        flags(s, OVR | RXNE, 0); // what came is lost, what was there stays
        return;
    }
    s->rx = frame;
    flags(s, RXNE, 0);
}

static void shift(struct spi *s);
static void done(void *argument) {
    struct spi *s = argument;
    if (ct_model_spi_faults[s->number].is_stuck) { // its clock stands still
        ct_model_after(&s->done, 1000000, done, s);
        return;
    }
    s->is_shifting = false;
    const uint16_t answer = ask_things(s, s->shift);
    const bool was_crc = s->sends_crc;
    if (!has(s, BIDIMODE | BIDIOE)) received(s, answer); // nothing comes while it sends on one wire
    s->sends_crc = false;
    if (listens(s)) {
        if (has(s, SPE)) shift(s);
        return;
    }
    if (s->crc_is_next && !was_crc) {
        s->crc_is_next = false;
        s->sends_crc = true;
        s->shift = s->tx_crc;
        shift(s);
    } else if (s->has_waiting) {
        s->has_waiting = false;
        s->shift = s->waiting;
        if (has(s, CRCEN)) s->tx_crc = crc_of(s, s->tx_crc, s->shift);
        SET(s, TXCRCR, s->tx_crc);
        shift(s);
        flags(s, TXE, 0);
    } else {
        flags(s, 0, BSY);
    }
}
static void shift(struct spi *s) {
    s->is_shifting = true;
    s->since = ct_host_now();
    flags(s, listens(s) ? 0 : BSY, 0); // 28.3.7: not while it listens on one wire
    const uint64_t clocks = (uint64_t)bits_of(s) << ((REG(s, CR1) >> 3 & 7) + 1);
    ct_model_after(&s->done, ct_model_cycles_ns(s->bus == 1 ? CT_MODEL_APB1 : CT_MODEL_APB2, clocks), done, s);
}

static void mode_fault(struct spi *s) {
    if (!has(s, MSTR | SPE) || nss(s)) return;
    SET(s, CR1, REG(s, CR1) & ~(uint32_t)(MSTR | SPE)); // 28.3.10
    ct_host_cancel(&s->done);
    s->is_shifting = s->has_waiting = false;
    s->clear_modf = 0;
    flags(s, MODF | TXE, BSY);
}

static void wrote_dr(struct spi *s, uint16_t frame) {
    if (bits_of(s) == 8) frame &= 0xFF;
    if (!has(s, SPE)) {
        ct_model_report("SPI%u.DR is written while the SPI is off", s->number);
        return;
    }
    if (listens(s)) ct_model_report("SPI%u.DR is written while it listens on one wire", s->number);
    if (!(REG(s, SR) & TXE)) ct_model_report("SPI%u.DR is written while TXE is 0: a frame is lost", s->number);
    if (!has(s, MSTR) || s->is_shifting) {
        s->waiting = frame;
        s->has_waiting = true;
        flags(s, 0, TXE);
        return;
    }
    s->shift = frame;
    if (has(s, CRCEN)) {
        s->tx_crc = crc_of(s, s->tx_crc, frame);
        SET(s, TXCRCR, s->tx_crc);
    }
    shift(s);
}

static void wrote_cr1(struct spi *s, const struct ct_model_write *w) {
    const uint32_t settings = 0xEEBFu & ~(uint32_t)(CRCNEXT | SSI), change = w->before ^ w->now;
    if ((w->before & w->now & SPE) && (change & settings))
        ct_model_report("SPI%u.CR1: settings (0x%x) change while the SPI is on", s->number, change & settings);
    if ((w->now & 1u << 10) || ((w->now & BIDIMODE) && (w->now & SPE) && (!(w->now & MSTR) || (w->now & CRCEN))))
        ct_model_report("SPI%u: receive-only modes, slaves and CRC on one wire: the model has none", s->number);
    const uint64_t bit_ns = ct_model_cycles_ns(s->bus == 1 ? CT_MODEL_APB1 : CT_MODEL_APB2, UINT64_C(2) << (w->now >> 3 & 7));
    if ((w->before & ~w->now & SPE) && s->is_shifting && listens(s)) {
        if (ct_host_now() - s->since < bit_ns) ct_model_report("SPI%u is turned off within a bit of being turned on", s->number);
    } else if ((w->before & ~w->now & SPE) && s->is_shifting) ct_model_report("SPI%u is turned off in the middle of a frame", s->number);
    if ((change & CRCEN) && (w->now & CRCEN)) {
        s->tx_crc = s->rx_crc = 0;
        SET(s, TXCRCR, 0);
        SET(s, RXCRCR, 0);
    }
    if (w->now & ~w->before & CRCNEXT) {
        if (s->is_shifting || s->has_waiting) s->crc_is_next = true;
        else ct_model_report("SPI%u: CRCNEXT is set after the last frame has left", s->number);
    }
    if (s->clear_modf == 1) { // 28.3.10: a read of SR, then a write of CR1
        s->clear_modf = 0;
        flags(s, 0, MODF);
        SET(s, CR1, w->now & ~(uint32_t)(nss(s) ? 0 : SPE | MSTR));
    } else if ((REG(s, SR) & MODF) && (w->now & (SPE | MSTR))) {
        SET(s, CR1, w->now & ~(uint32_t)(SPE | MSTR)); // not while MODF is set
    }
    mode_fault(s);
    if ((REG(s, CR1) & ~w->before & SPE) && listens(s) && !s->is_shifting) shift(s);
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    struct spi *s = (struct spi *)part;
    switch (w->offset) {
    case offsetof(struct SPI_regs, CR1): wrote_cr1(s, w); break;
    case offsetof(struct SPI_regs, DR): wrote_dr(s, (uint16_t)w->value); break;
    case offsetof(struct SPI_regs, CR2):
        if (w->now & 16) ct_model_report("SPI%u: the TI format: the model has none", s->number);
        break;
    case offsetof(struct SPI_regs, I2SCFGR):
        if (w->now & 1u << 11) ct_model_report("SPI%u: I2S: the model has none", s->number);
        break;
    }
    changed(s);
}

static uint32_t read(struct ct_model_part *part, uint32_t offset, uint32_t value) {
    struct spi *s = (struct spi *)part;
    if (offset == offsetof(struct SPI_regs, DR)) {
        value = s->rx;
        if (REG(s, SR) & OVR) s->clear_ovr = 1;
        flags(s, 0, RXNE);
    } else if (offset == offsetof(struct SPI_regs, SR)) {
        if (s->clear_ovr) flags(s, 0, OVR); // DR was read before: 28.3.10
        s->clear_ovr = 0;
        if (value & MODF) s->clear_modf = 1;
    }
    return value;
}

static void reset(struct ct_model_part *part) {
    struct spi *s = (struct spi *)part;
    ct_host_cancel(&s->done);
    s->is_shifting = s->has_waiting = s->sends_crc = s->crc_is_next = false;
    s->tx_crc = s->rx_crc = s->rx = 0;
    s->clear_ovr = s->clear_modf = 0;
    changed(s);
}

/* ---- from outside */

static void select_changed(struct ct_model_watch *watch, bool high) {
    ct_model_spi_select(((struct ct_model_spi_place *)watch)->thing, !high);
}
void ct_model_spi_attach(unsigned number, struct ct_model_spi_place *place, struct ct_model_spi_thing *thing,
                         unsigned select_pin) {
    struct spi *s = &spis[number - 1];
    *place = (struct ct_model_spi_place){.thing = thing, .next = s->things};
    s->things = place;
    if (select_pin == CT_MODEL_PIN_NONE) ct_model_spi_select(thing, true);
    else ct_model_pin_watch(&place->watch, select_pin, select_changed);
}

int ct_model_spi_clock(unsigned number, uint16_t frame) {
    struct spi *s = &spis[number - 1];
    if (!has(s, SPE) || has(s, MSTR) || nss(s)) return -1;
    uint16_t out = s->shift; // nothing new to send: the last frame again
    if (s->has_waiting) {
        out = s->shift = s->waiting;
        s->has_waiting = false;
        flags(s, TXE, 0);
    }
    received(s, frame);
    return out;
}
static void pin_changed(unsigned pin, bool high) {
    for (unsigned i = 0; i < CT_COUNT(pins); i++)
        if (pins[i].role == 3 && pins[i].pin == pin && !high && spis[pins[i].spi - 1].part.base)
            mode_fault(&spis[pins[i].spi - 1]);
}

void ct_model_add_spi(void) {
    memset(ct_model_spi_faults, 0, sizeof ct_model_spi_faults);
    static const char *const names[] = {"SPI1", "SPI2", "SPI3", "SPI4"};
    static const int irqs[] = {SPI1_IRQn, SPI2_IRQn, SPI3_IRQn, 84};
    for (unsigned i = 0; i < 4; i++) {
        spis[i] = (struct spi){.part = {.name = names[i], .reset = reset, .read = read, .wrote = wrote},
                               .number = i + 1, .bus = i == 0 || i == 3 ? 2 : 1, .irq = irqs[i]};
        ct_model_add(&spis[i].part);
    }
    ct_model_on_pin_change(pin_changed);
}
