// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// I2C as a controller, byte by byte: start, addresses of 7 and 10 bits, the acknowledge with POS, the
// held clock, stop, arbitration; lines that are held low. RM0090, 27. Not modelled: slave mode, SMBus,
// packet error checking (reported).
#include <corten/device.h>
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

#include <string.h>

enum { PE = 1, SMBUS = 2, START = 1 << 8, STOP = 1 << 9, ACK = 1 << 10, POS = 1 << 11, SWRST = 1 << 15 };
enum { SB = 1, ADDR = 2, BTF = 4, ADD10 = 8, RXNE = 64, TXE = 128, BERR = 256, ARLO = 512, AF = 1024,
       OVR = 2048, ERRORS = BERR | ARLO | AF | OVR };
enum { MSL = 1, BUSY = 2, TRA = 4, DMAEN = 1 << 11, LAST = 1 << 12 };

enum phase { IDLE, STARTED, SHIFTS_ADDRESS, WAITS_FOR_LOW_ADDRESS, ADDRESSED, SENDS, RECEIVES, IS_OVER, FOREIGN };

static struct i2c {
    struct ct_model_part part;
    unsigned number;
    int irq; // of events; errors are the next
    struct ct_model_i2c_thing *things, *thing; // all, the one that is addressed
    struct ct_host_event next;
    enum phase phase;
    uint8_t shift, dr;
    bool is_shifting, has_waiting, holds, was_acknowledged, ack_before;
    unsigned bytes; // since the start
    uint16_t ten;   // the header that was sent
    bool sr1_was_read;
    unsigned scl, sda; // pins
    struct ct_model_drive pull_scl, pull_sda, hold_scl, hold_sda;
    struct ct_model_watch clocks;
    unsigned clocks_to_release;
} i2cs[3];
struct ct_model_i2c_faults ct_model_i2c_faults[4];

#define REG(s, name)        ct_model_get(&(s)->part, offsetof(struct I2C_regs, name))
#define SET(s, name, value) ct_model_put(&(s)->part, offsetof(struct I2C_regs, name), value)

static bool has(const struct i2c *s, uint32_t bits) { return (REG(s, CR1) & bits) == bits; }

/* ---- lines, time */

static bool lines_are_high(const struct i2c *s) {
    return s->scl == CT_MODEL_PIN_NONE || (ct_model_pin_level(s->scl) && ct_model_pin_level(s->sda));
}
static bool is_wired(unsigned pin) {
    return pin != CT_MODEL_PIN_NONE && (ct_model_pin_is(pin, 4) || ct_model_pin_is(pin, 9));
}
static uint64_t bits_ns(const struct i2c *s, unsigned bits) {
    const uint32_t ccr = REG(s, CCR);
    const uint64_t clocks = (uint64_t)(ccr & 0xFFF) * (!(ccr & 0x8000) ? 2 : ccr & 0x4000 ? 25 : 3);
    return ct_model_cycles_ns(CT_MODEL_APB1, clocks * bits);
}

static void changed(struct i2c *s) {
    const uint32_t sr1 = REG(s, SR1), cr2 = REG(s, CR2);
    const bool event = (sr1 & (SB | ADDR | ADD10 | BTF)) || ((cr2 & 1 << 10) && (sr1 & (TXE | RXNE)));
    ct_model_line(s->irq, event && (cr2 & 1 << 9));
    ct_model_line(s->irq + 1, (sr1 & ERRORS) && (cr2 & 1 << 8));
    char request[8] = "I2C1_RX";
    request[3] = (char)('0' + s->number);
    ct_model_dma_line(request, (sr1 & RXNE) && (cr2 & DMAEN));
    request[5] = 'T';
    ct_model_dma_line(request, (sr1 & TXE) && (cr2 & DMAEN) && (REG(s, SR2) & TRA));
}
static void flags(struct i2c *s, uint32_t on, uint32_t off) {
    SET(s, SR1, (REG(s, SR1) & ~off) | on);
    changed(s);
}
static void status(struct i2c *s, uint32_t on, uint32_t off) { SET(s, SR2, (REG(s, SR2) & ~off) | on); }

static void go_on(struct i2c *s);
static void again(void *argument) { go_on(argument); }

/* ---- start and stop */

static void stopped(struct i2c *s) {
    SET(s, CR1, REG(s, CR1) & ~(uint32_t)STOP);
    if (s->thing && s->thing->stop) s->thing->stop(s->thing);
    s->thing = NULL;
    s->phase = IDLE;
    s->holds = s->has_waiting = s->is_shifting = false;
    flags(s, 0, TXE | BTF | SB | ADDR | ADD10);
    status(s, 0, MSL | BUSY | TRA);
}
static void started(struct i2c *s) {
    SET(s, CR1, REG(s, CR1) & ~(uint32_t)START);
    s->phase = STARTED;
    s->bytes = 0;
    s->holds = s->has_waiting = s->is_shifting = false;
    flags(s, SB, TXE | BTF | ADDR | ADD10);
    status(s, MSL | BUSY, TRA);
}

static void condition(void *argument) { // one bit later
    struct i2c *s = argument;
    struct ct_model_i2c_faults *fault = &ct_model_i2c_faults[s->number];
    if (fault->is_stuck) {
        ct_model_after(&s->next, 100000, condition, s);
    } else if (has(s, STOP) && s->phase != IDLE) {
        if (s->phase == RECEIVES && s->was_acknowledged)
            ct_model_report("I2C%u: STOP after a byte that was acknowledged: the device still sends", s->number);
        stopped(s);
        if (has(s, START)) ct_model_after(&s->next, bits_ns(s, 1), condition, s);
    } else if (has(s, START)) {
        if (s->phase == IDLE && !lines_are_high(s)) { // waits for a free bus
            ct_model_after(&s->next, 10000, condition, s);
            return;
        }
        if (s->phase == RECEIVES && s->was_acknowledged)
            ct_model_report("I2C%u: START after a byte that was acknowledged: the device still sends", s->number);
        started(s);
    } else {
        SET(s, CR1, REG(s, CR1) & ~(uint32_t)STOP);
    }
}
static void ask_condition(struct i2c *s) {
    if (s->phase == FOREIGN || s->is_shifting || s->phase == SHIFTS_ADDRESS) return; // at the byte's end
    ct_model_after(&s->next, bits_ns(s, 1), condition, s);
}

/* ---- bytes */

static void send_byte(struct i2c *s, uint8_t byte) {
    s->shift = byte;
    s->is_shifting = true;
    ct_model_after(&s->next, bits_ns(s, 9), again, s);
}
static void foreign_stops(void *argument) {
    struct i2c *s = argument;
    s->phase = IDLE;
    status(s, 0, BUSY);
    if (has(s, START)) ask_condition(s);
}

/// Faults that come with a byte, counted from the address. True: the byte did not happen.
static bool is_disturbed(struct i2c *s) {
    struct ct_model_i2c_faults *fault = &ct_model_i2c_faults[s->number];
    const unsigned n = ++s->bytes;
    if (fault->arbitration_lost_at == n) {
        fault->arbitration_lost_at = 0;
        s->phase = FOREIGN;
        s->thing = NULL;
        s->holds = s->has_waiting = false;
        flags(s, ARLO, SB | ADDR | ADD10 | TXE | BTF);
        status(s, 0, MSL | TRA);
        ct_model_after(&s->next, 100000, foreign_stops, s);
        return true;
    }
    if (fault->bus_error_at == n) {
        fault->bus_error_at = 0;
        flags(s, BERR, 0);
    }
    if (fault->overrun_at == n) {
        fault->overrun_at = 0;
        flags(s, OVR, 0);
    }
    return false;
}

static struct ct_model_i2c_thing *find(const struct i2c *s, unsigned address, bool is_ten) {
    if (!is_wired(s->scl) || !is_wired(s->sda)) return NULL;
    for (struct ct_model_i2c_thing *t = s->things; t; t = t->next)
        if (t->is_ten == is_ten && t->address == address) return t;
    return NULL;
}
static bool any_ten(const struct i2c *s, unsigned high) {
    for (struct ct_model_i2c_thing *t = s->things; t; t = t->next)
        if (t->is_ten && t->address >> 8 == high) return true;
    return false;
}

/// The address byte, or the second of 10 bits, has been sent.
static void address_sent(struct i2c *s) {
    const uint8_t byte = s->shift;
    const bool is_read = s->phase == SHIFTS_ADDRESS && (byte & 1) && !s->ten;
    struct ct_model_i2c_thing *found = NULL;
    if (s->ten && !(s->ten & 1)) { // the low half
        found = find(s, (unsigned)(s->ten >> 1 & 3) << 8 | byte, true);
    } else if ((byte & 0xF8) == 0xF0) {
        s->ten = byte | 0x100;
        if (!(byte & 1)) {
            if (!any_ten(s, byte >> 1 & 3)) goto nobody;
            s->phase = WAITS_FOR_LOW_ADDRESS;
            flags(s, ADD10, 0);
            return;
        }
        found = s->thing && s->thing->is_ten && s->thing->address >> 8 == (byte >> 1 & 3) ? s->thing : NULL;
    } else {
        found = find(s, byte >> 1, false);
    }
    if (found && (!found->addressed || found->addressed(found, is_read))) {
        s->thing = found;
        s->phase = ADDRESSED;
        flags(s, ADDR, 0);
        status(s, is_read ? 0 : TRA, is_read ? TRA : 0);
        return;
    }
nobody:
    s->phase = IS_OVER;
    s->thing = NULL;
    flags(s, AF, 0);
    if (has(s, STOP) || has(s, START)) ask_condition(s);
}

static void byte_sent(struct i2c *s) {
    if (!s->thing->write(s->thing, s->shift)) {
        s->phase = IS_OVER;
        flags(s, AF, 0);
    } else if (has(s, STOP) || has(s, START)) {
        if (s->has_waiting) ct_model_report("I2C%u: STOP or START while a byte waits: it is lost", s->number);
    } else if (s->has_waiting) {
        s->has_waiting = false;
        send_byte(s, s->dr);
        flags(s, TXE, 0);
        return;
    } else {
        flags(s, BTF | TXE, 0);
        return;
    }
    if (has(s, STOP) || has(s, START)) ask_condition(s);
}

static void byte_received(struct i2c *s) {
    char request[8] = "I2C1_RX";
    request[3] = (char)('0' + s->number);
    const bool is_last = ct_model_dma_left(request) == 1; // this one: 27.3.8
    bool acknowledges = has(s, POS) ? s->ack_before : has(s, ACK);
    if ((REG(s, CR2) & (DMAEN | LAST)) == (DMAEN | LAST) && is_last) acknowledges = false;
    s->ack_before = has(s, ACK);
    s->shift = s->thing->read(s->thing);
    s->was_acknowledged = acknowledges;
    if (REG(s, SR1) & RXNE) {
        s->holds = true;
        flags(s, BTF, 0);
    } else {
        s->dr = s->shift;
        flags(s, RXNE, 0);
    }
    if (has(s, STOP) || has(s, START)) ask_condition(s);
    else if (acknowledges && !s->holds) send_byte(s, 0);
    else if (!acknowledges && !s->holds && !(REG(s, CR2) & LAST)) // errata sheets: events in time
        ct_model_report("I2C%u: the last byte has come, and STOP or START was not asked for in time", s->number);
}

/// A byte is over.
static void go_on(struct i2c *s) {
    if (ct_model_i2c_faults[s->number].is_stuck) {
        ct_model_after(&s->next, 100000, again, s);
        return;
    }
    s->is_shifting = false;
    if (is_disturbed(s)) return;
    switch (s->phase) {
    case SHIFTS_ADDRESS: address_sent(s); break;
    case SENDS: byte_sent(s); break;
    case RECEIVES: byte_received(s); break;
    default: break;
    }
}

/* ---- accesses */

static void quiet(struct i2c *s) {
    ct_host_cancel(&s->next);
    s->phase = IDLE;
    s->thing = NULL;
    s->ten = 0;
    s->is_shifting = s->has_waiting = s->holds = s->sr1_was_read = s->was_acknowledged = false;
}

static void check_setting(struct i2c *s) {
    const uint32_t mhz = ct_model_clock_hz(CT_MODEL_APB1) / 1000000, ccr = REG(s, CCR);
    if ((REG(s, CR2) & 63) != mhz) ct_model_report("I2C%u.CR2.FREQ is %u, APB1 runs at %u MHz", s->number, REG(s, CR2) & 63, mhz);
    if (!(ccr & 0xFFF)) ct_model_report("I2C%u is turned on with CCR 0", s->number);
    else if (bits_ns(s, 1) < (ccr & 0x8000 ? 2495 : 9980)) ct_model_report("I2C%u: the clock is too fast for its mode", s->number);
    for (unsigned i = 0; i < 2; i++) {
        const unsigned pin = i ? s->sda : s->scl;
        if (pin != CT_MODEL_PIN_NONE && is_wired(pin) &&
            !(ct_model_at(0x40020004u + 0x400u * (pin / 16)) >> pin % 16 & 1))
            ct_model_report("I2C%u: the pin P%c%u is not open-drain", s->number, 'A' + pin / 16, pin % 16);
    }
}

static void wrote_cr1(struct i2c *s, const struct ct_model_write *w) {
    if (w->now & SWRST) {
        ct_model_reset_part(&s->part);
        SET(s, CR1, SWRST);
        return;
    }
    if (w->now & (SMBUS | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 12 | 1 << 13))
        ct_model_report("I2C%u: SMBus and packet error checks: the model has none", s->number);
    if (!(w->now & PE)) {
        quiet(s);
        SET(s, SR1, 0);
        SET(s, SR2, 0);
        SET(s, CR1, w->now & ~(uint32_t)(START | STOP));
        return;
    }
    if (w->now & ~w->before & PE) check_setting(s);
    if ((w->now & ~w->before & POS) && s->phase == RECEIVES)
        ct_model_report("I2C%u: POS is set after the reception has begun", s->number);
    if (w->now & (START | STOP)) ask_condition(s);
    if ((w->now & STOP) && s->phase == IDLE && !(w->now & START)) SET(s, CR1, w->now & ~(uint32_t)STOP);
}

static void wrote_dr(struct i2c *s, uint8_t byte) {
    switch (s->phase) {
    case STARTED:
        if (!s->sr1_was_read) ct_model_report("I2C%u.DR is written before SR1 was read: SB stays", s->number);
        s->ten = 0;
        s->phase = SHIFTS_ADDRESS;
        flags(s, 0, SB);
        send_byte(s, byte);
        break;
    case WAITS_FOR_LOW_ADDRESS:
        s->phase = SHIFTS_ADDRESS;
        flags(s, 0, ADD10);
        send_byte(s, byte);
        break;
    case SENDS:
        flags(s, 0, BTF);
        if (s->is_shifting) {
            if (s->has_waiting) ct_model_report("I2C%u.DR is written while TXE is 0: a byte is lost", s->number);
            s->dr = byte;
            s->has_waiting = true;
            flags(s, 0, TXE);
        } else {
            send_byte(s, byte);
        }
        break;
    default: ct_model_report("I2C%u.DR is written while nothing can be sent", s->number);
    }
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    struct i2c *s = (struct i2c *)part;
    switch (w->offset) {
    case offsetof(struct I2C_regs, CR1): wrote_cr1(s, w); break;
    case offsetof(struct I2C_regs, DR): wrote_dr(s, (uint8_t)w->value); break;
    case offsetof(struct I2C_regs, CCR):
    case offsetof(struct I2C_regs, TRISE):
        if (has(s, PE)) ct_model_report("I2C%u: CCR or TRISE is written while the I2C is on", s->number);
        break;
    }
    changed(s);
}

static void cleared_addr(struct i2c *s) {
    flags(s, 0, ADDR);
    if (REG(s, SR2) & TRA) {
        s->phase = SENDS;
        flags(s, TXE, 0);
        if (has(s, STOP) || has(s, START)) ask_condition(s);
        return;
    }
    s->phase = RECEIVES;
    s->ack_before = has(s, ACK);
    s->was_acknowledged = true;
    send_byte(s, 0);
}

static uint32_t read(struct ct_model_part *part, uint32_t offset, uint32_t value) {
    struct i2c *s = (struct i2c *)part;
    if (offset == offsetof(struct I2C_regs, SR1)) {
        s->sr1_was_read = true;
    } else if (offset == offsetof(struct I2C_regs, SR2)) {
        if (s->sr1_was_read && s->phase == ADDRESSED) cleared_addr(s);
        if (has(s, PE) && !lines_are_high(s)) value |= BUSY;
    } else if (offset == offsetof(struct I2C_regs, DR)) {
        value = s->dr;
        flags(s, 0, RXNE | (s->phase == RECEIVES ? BTF : 0));
        if (s->holds) {
            s->holds = false;
            s->dr = s->shift;
            flags(s, RXNE, 0);
            if (s->was_acknowledged && !has(s, STOP) && !has(s, START)) send_byte(s, 0);
        }
    }
    return value;
}

static void reset(struct ct_model_part *part) {
    quiet((struct i2c *)part);
    changed((struct i2c *)part);
}

/* ---- from outside */

static void clock_changed(struct ct_model_watch *watch, bool high) {
    struct i2c *s = (struct i2c *)((char *)watch - offsetof(struct i2c, clocks));
    if (high && s->clocks_to_release && --s->clocks_to_release == 0) ct_model_drive(&s->hold_sda, CT_MODEL_FLOATS);
}
void ct_model_i2c_wire(unsigned number, unsigned scl, unsigned sda) {
    struct i2c *s = &i2cs[number - 1];
    s->scl = scl;
    s->sda = sda;
    ct_model_attach(&s->pull_scl, scl);
    ct_model_attach(&s->pull_sda, sda);
    ct_model_attach(&s->hold_scl, scl);
    ct_model_attach(&s->hold_sda, sda);
    ct_model_drive(&s->pull_scl, CT_MODEL_PULLS_UP);
    ct_model_drive(&s->pull_sda, CT_MODEL_PULLS_UP);
    ct_model_pin_watch(&s->clocks, scl, clock_changed);
}
void ct_model_i2c_attach(unsigned number, struct ct_model_i2c_thing *thing) {
    thing->next = i2cs[number - 1].things;
    i2cs[number - 1].things = thing;
}
void ct_model_i2c_hold_data(unsigned number, unsigned clocks) {
    struct i2c *s = &i2cs[number - 1];
    s->clocks_to_release = clocks;
    ct_model_drive(&s->hold_sda, CT_MODEL_LOW);
}
void ct_model_i2c_hold_clock(unsigned number, bool holds) {
    ct_model_i2c_faults[number].is_stuck = holds;
    ct_model_drive(&i2cs[number - 1].hold_scl, holds ? CT_MODEL_LOW : CT_MODEL_FLOATS);
}

void ct_model_add_i2c(void) {
    memset(ct_model_i2c_faults, 0, sizeof ct_model_i2c_faults);
    static const char *const names[] = {"I2C1", "I2C2", "I2C3"};
    static const int irqs[] = {I2C1_EV_IRQn, I2C2_EV_IRQn, I2C3_EV_IRQn};
    for (unsigned i = 0; i < 3; i++) {
        i2cs[i] = (struct i2c){.part = {.name = names[i], .reset = reset, .read = read, .wrote = wrote},
                               .number = i + 1, .irq = irqs[i], .scl = CT_MODEL_PIN_NONE, .sda = CT_MODEL_PIN_NONE};
        ct_model_add(&i2cs[i].part);
    }
}
