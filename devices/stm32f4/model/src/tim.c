// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Timers: counting up, buffered registers, compare outputs with complements and dead time, break,
// captures, slave modes by inputs 1 and 2, encoders. RM0090, 17 to 20. Counting down (but by an
// encoder), centre-aligned modes, triggers from other timers and the input filters are not modelled:
// what asks for the first three is reported.
#include "tim.h"

#include <stdio.h>

enum { CEN = 1, UDIS = 2, URS = 4, OPM = 8, DIR = 16, CMS = 0x60, ARPE = 0x80, MOE = 1 << 15, BKE = 1 << 12,
       BKP = 1 << 13, UIF = 1, TIF = 1 << 6, BIF = 1 << 7 };

static struct ct_model_tim timers[14];

#define REG(t, name)        ct_model_get(&(t)->part, offsetof(struct TIM_regs, name))
#define SET(t, name, value) ct_model_put(&(t)->part, offsetof(struct TIM_regs, name), value)

static uint32_t widest(const struct ct_model_tim *t) { return t->is_wide ? 0xFFFFFFFFu : 0xFFFFu; }
static uint32_t ccmr_of(const struct ct_model_tim *t, unsigned i) {
    return (i < 2 ? REG(t, CCMR1) : REG(t, CCMR2)) >> (i % 2 * 8) & 0xFF;
}
static bool is_input(const struct ct_model_tim *t, unsigned i) { return ccmr_of(t, i) & 3; }
static uint32_t ccer_of(const struct ct_model_tim *t, unsigned i) { return REG(t, CCER) >> (4 * i) & 15; }
static uint32_t sms_of(const struct ct_model_tim *t) { return REG(t, SMCR) & 7; }
static bool is_encoder(const struct ct_model_tim *t) { return sms_of(t) >= 1 && sms_of(t) <= 3; }
/// The counter counts clocks, not edges.
static bool counts_clocks(const struct ct_model_tim *t) {
    return (REG(t, CR1) & CEN) && !is_encoder(t) && sms_of(t) != 7 &&
           !(sms_of(t) == 5 && !t->gate_is_open) && t->arr;
}

/* ---- time and the counter */

static uint64_t hz_of(const struct ct_model_tim *t) {
    return ct_model_clock_hz(t->bus == 1 ? CT_MODEL_TIMERS1 : CT_MODEL_TIMERS2);
}
static uint64_t ticks_since(const struct ct_model_tim *t) {
    const unsigned __int128 clocks = (unsigned __int128)(ct_host_now() - t->since) * hz_of(t);
    return (uint64_t)(clocks / 1000000000u / (t->psc + 1u));
}
/// When so many ticks have passed since `since`: rounded up, so that they have then.
static uint64_t instant_of(const struct ct_model_tim *t, uint64_t ticks) {
    const unsigned __int128 ns = (unsigned __int128)ticks * (t->psc + 1u) * 1000000000u;
    return t->since + (uint64_t)((ns + hz_of(t) - 1) / hz_of(t));
}
static uint32_t counter(const struct ct_model_tim *t) {
    return counts_clocks(t) ? (uint32_t)(t->from + ticks_since(t)) : t->from;
}
/// From here on it counts from what it has now, or from another value.
static void rebase(struct ct_model_tim *t, uint32_t count) {
    t->from = count;
    t->since = ct_host_now();
}

static void lines(struct ct_model_tim *t) {
    const uint32_t asks = REG(t, SR) & REG(t, DIER);
    ct_model_line_of(t->irq[0], t->source, asks & (t->irq[1] ? UIF : 0xFFu));
    if (!t->irq[1]) return;
    ct_model_line_of(t->irq[1], t->source, asks & 0x1E);
    ct_model_line_of(t->irq[2], t->source, asks & BIF);
    ct_model_line_of(t->irq[3], t->source, asks & 0x60);
}
static void flag(struct ct_model_tim *t, uint32_t bits) {
    SET(t, SR, REG(t, SR) | bits);
    lines(t);
    const uint32_t asks = bits & REG(t, DIER) >> 8; // the requests of DMA have the flags' order
    char request[12];
    for (unsigned i = 0; i < 5; i++) {
        if (!(asks >> i & 1)) continue;
        snprintf(request, sizeof request, i ? "%s_CH%u" : "%s_UP", t->part.name, i);
        ct_model_dma_pulse(request);
    }
}

/* ---- outputs */

static void put(struct ct_model_tim *t, unsigned i, unsigned side, enum ct_model_level level) {
    const struct ct_model_tim_pin *p = ct_model_tim_pins;
    t->out[i][side] = level;
    for (; p->tim; p++)
        if (p->tim == t->number && p->channel == i + 1 && p->role == side)
            ct_model_pin_put(p->pin, p->function, level);
}

/// Dead time in nanoseconds: field DTG, in clocks (CKD is 0). RM0090, 17.4.18.
static uint64_t dead_ns(const struct ct_model_tim *t) {
    const uint32_t dtg = REG(t, BDTR) & 0xFF;
    const uint32_t clocks = dtg < 0x80   ? dtg
                            : dtg < 0xC0 ? (64 + (dtg & 63)) * 2
                            : dtg < 0xE0 ? (32 + (dtg & 31)) * 8
                                         : (32 + (dtg & 31)) * 16;
    return hz_of(t) ? (clocks * UINT64_C(1000000000) + hz_of(t) - 1) / hz_of(t) : 0;
}

static void wanted(const struct ct_model_tim *t, unsigned i, enum ct_model_level level[2]) {
    const uint32_t ccer = ccer_of(t, i);
    const bool on = !t->has_break || (REG(t, BDTR) & MOE), both = (ccer & 5) == 5;
    level[0] = level[1] = CT_MODEL_FLOATS;
    if (!on || is_input(t, i)) return;
    if (ccer & 1) level[0] = t->ref[i] != !!(ccer & 2) ? CT_MODEL_HIGH : CT_MODEL_LOW;
    if (ccer & 4) level[1] = (both ? !t->ref[i] : t->ref[i]) != !!(ccer & 8) ? CT_MODEL_HIGH : CT_MODEL_LOW;
}

static void rise(void *argument) {
    struct ct_model_tim_edge *edge = argument;
    enum ct_model_level level[2];
    edge->is_due = false;
    wanted(edge->tim, edge->channel, level);
    put(edge->tim, edge->channel, edge->side, level[edge->side]);
}

static void drive(struct ct_model_tim *t) {
    for (unsigned i = 0; i < t->channels; i++) {
        enum ct_model_level level[2];
        wanted(t, i, level);
        const bool both = (ccer_of(t, i) & 5) == 5;
        for (unsigned side = 0; side < 2; side++) {
            struct ct_model_tim_edge *edge = &t->edges[i][side];
            const enum ct_model_level active = ccer_of(t, i) & (side ? 8 : 2) ? CT_MODEL_LOW : CT_MODEL_HIGH;
            if (level[side] == t->out[i][side]) {
                ct_host_cancel(&edge->event);
                edge->is_due = false;
            } else if (both && level[side] == active && dead_ns(t) &&
                       t->out[i][side] != CT_MODEL_FLOATS) {
                if (!edge->is_due) ct_model_after(&edge->event, dead_ns(t), rise, edge);
                edge->is_due = true;
            } else {
                ct_host_cancel(&edge->event);
                edge->is_due = false;
                put(t, i, side, level[side]);
            }
        }
    }
}

/// What compare modes make of the counter; `matched`: it has just reached the channel's value.
static void refer(struct ct_model_tim *t, unsigned matched) {
    const uint32_t count = counter(t);
    for (unsigned i = 0; i < t->channels; i++) {
        if (is_input(t, i)) continue;
        const bool is_below = count < t->ccr[i], hit = matched >> i & 1;
        switch (ccmr_of(t, i) >> 4 & 7) {
        case 1: t->ref[i] |= hit; break;
        case 2: t->ref[i] &= !hit; break;
        case 3: t->ref[i] ^= hit; break;
        case 4: t->ref[i] = false; break;
        case 5: t->ref[i] = true; break;
        case 6: t->ref[i] = is_below; break;
        case 7: t->ref[i] = !is_below; break;
        }
    }
    drive(t);
}

/* ---- what happens as it counts */

static void load(struct ct_model_tim *t) { // the buffered registers take effect
    t->psc = REG(t, PSC);
    t->arr = REG(t, ARR);
    const uint32_t ccr[4] = {REG(t, CCR1), REG(t, CCR2), REG(t, CCR3), REG(t, CCR4)};
    for (unsigned i = 0; i < t->channels; i++) t->ccr[i] = ccr[i];
    t->repeat = REG(t, RCR);
}
/// TRGO: who listens is the converters; other timers cannot, which is reported where they are told to.
static void trigger_out(const struct ct_model_tim *t) {
    const unsigned extsel = t->number == 2 ? 6 : t->number == 3 ? 8 : t->number == 8 ? 14 : 0;
    if (!extsel) return;
    ct_model_adc_trigger(extsel, true);
    ct_model_adc_trigger(extsel, false);
}
static void update(struct ct_model_tim *t, bool by_overflow) {
    if (REG(t, CR1) & UDIS) return;
    if (by_overflow && t->repeat) {
        t->repeat--;
        return;
    }
    load(t);
    if ((REG(t, CR2) >> 4 & 7) == 2) trigger_out(t);
    if (by_overflow || !(REG(t, CR1) & URS)) flag(t, UIF);
}

static void plan(struct ct_model_tim *t);

static unsigned matches(struct ct_model_tim *t, uint32_t count, bool wraps) {
    unsigned found = 0;
    for (unsigned i = 0; i < t->channels; i++)
        if (!is_input(t, i) && (t->ccr[i] == count || (wraps && t->ccr[i] > t->arr))) found |= 1u << i;
    if (found) flag(t, found << 1);
    return found;
}

static void reached(void *argument) {
    struct ct_model_tim *t = argument;
    const uint64_t count = t->from + ticks_since(t);
    const uint64_t top = t->from > t->arr ? widest(t) : t->arr;
    if (count <= top) {
        refer(t, matches(t, (uint32_t)count, false));
    } else {
        const uint64_t then = instant_of(t, top + 1 - t->from);
        t->from = 0;
        t->since = then;
        if (REG(t, CR1) & OPM) SET(t, CR1, REG(t, CR1) & ~(uint32_t)CEN);
        update(t, true);
        refer(t, matches(t, 0, true));
    }
    plan(t);
}

/// Queues the next overflow or match.
static void plan(struct ct_model_tim *t) {
    ct_host_cancel(&t->next);
    t->was_counting = counts_clocks(t);
    if (!t->was_counting) return;
    const uint64_t now = counter(t), top = now > t->arr ? widest(t) : t->arr;
    uint64_t next = top + 1;
    for (unsigned i = 0; i < t->channels; i++)
        if (!is_input(t, i) && t->ccr[i] > now && t->ccr[i] < next) next = t->ccr[i];
    ct_host_schedule(&t->next, instant_of(t, next - t->from), reached, t);
}

static void move(struct ct_model_tim *t, bool down) { // one count, by an edge
    const uint32_t count = t->from;
    SET(t, CR1, (REG(t, CR1) & ~(uint32_t)DIR) | (down ? DIR : 0));
    t->from = down ? (count ? count - 1 : t->arr) : count >= t->arr ? 0 : count + 1;
    if (down ? count == 0 : t->from == 0) update(t, true);
    refer(t, matches(t, t->from, false));
}

/* ---- inputs */

static bool is_edge(uint32_t ccer, bool high) { // P and NP: rising, falling, both
    return (ccer & 0xA) == 0xA || high == !(ccer & 2);
}

static void capture(struct ct_model_tim *t, unsigned input, bool high) {
    for (unsigned i = 0; i < t->channels; i++) {
        const uint32_t selects = ccmr_of(t, i) & 3;
        const unsigned from = selects == 1 ? i : i ^ 1u;
        if (!selects || selects == 3 || from != input || !(ccer_of(t, i) & 1)) continue;
        if (!is_edge(ccer_of(t, i), high)) continue;
        const uint32_t at = (uint32_t)offsetof(struct TIM_regs, CCR1) + 4 * i;
        ct_model_put(&t->part, at, counter(t));
        flag(t, (REG(t, SR) >> (i + 1) & 1 ? 0x200u << i : 0) | 2u << i);
    }
}

static void trigger(struct ct_model_tim *t, unsigned input, bool high) {
    const uint32_t sms = sms_of(t), ts = REG(t, SMCR) >> 4 & 7;
    if (sms < 4 || input > 1) return;
    if (ts == 4 ? input != 0 : ts != 5 + input) return;
    const bool is_active = ts == 4 || is_edge(ccer_of(t, input), high);
    if (sms == 5) {
        rebase(t, counter(t));
        t->gate_is_open = is_active;
    } else if (!is_active) {
        return;
    }
    flag(t, TIF);
    if (sms == 4) {
        rebase(t, 0);
        update(t, false);
        refer(t, 0);
    } else if (sms == 6 && !(REG(t, CR1) & CEN)) {
        rebase(t, t->from);
        SET(t, CR1, REG(t, CR1) | CEN);
    } else if (sms == 7 && (REG(t, CR1) & CEN)) {
        move(t, false);
    }
    plan(t);
}

/// Table "Counting direction versus encoder signals", RM0090 18.3.12.
static void encode(struct ct_model_tim *t, unsigned input, bool high) {
    const uint32_t sms = sms_of(t);
    if (!(REG(t, CR1) & CEN) || input > 1) return;
    if (sms == 1 ? input != 1 : sms == 2 ? input != 0 : false) return;
    const bool inverted = (ccer_of(t, 0) & 2) != (ccer_of(t, 1) & 2);
    move(t, ((high == t->ti[input ^ 1u]) == (input == 0)) != inverted);
}

static void break_now(struct ct_model_tim *t) {
    const uint32_t bdtr = REG(t, BDTR);
    if (!(bdtr & BKE) || t->brk != !!(bdtr & BKP)) return;
    SET(t, BDTR, bdtr & ~(uint32_t)MOE);
    flag(t, BIF);
    drive(t);
}

void ct_model_tim_input(unsigned number, unsigned channel, bool high) {
    struct ct_model_tim *t = &timers[number - 1];
    if (!t->part.base || !ct_model_is_clocked(&t->part)) return;
    if (channel == 0) {
        t->brk = high;
        if (t->has_break) break_now(t);
        return;
    }
    if (channel > t->channels || t->ti[channel - 1] == high) return;
    t->ti[channel - 1] = high;
    if (is_encoder(t)) encode(t, channel - 1, high);
    capture(t, channel - 1, high);
    trigger(t, channel - 1, high);
}

static void pin_changed(unsigned pin, bool high) {
    for (const struct ct_model_tim_pin *p = ct_model_tim_pins; p->tim; p++)
        if (p->pin == pin && p->role != CT_MODEL_TIM_COMPLEMENT && ct_model_pin_is(pin, p->function))
            ct_model_tim_input(p->tim, p->role == CT_MODEL_TIM_BREAK ? 0 : p->channel, high);
}

/* ---- accesses */

static uint32_t read(struct ct_model_part *part, uint32_t offset, uint32_t value) {
    struct ct_model_tim *t = (struct ct_model_tim *)part;
    if (offset == offsetof(struct TIM_regs, CNT)) return counter(t) & widest(t);
    const uint32_t first = offsetof(struct TIM_regs, CCR1);
    if (offset >= first && offset < first + 16 && is_input(t, (offset - first) / 4)) {
        SET(t, SR, REG(t, SR) & ~(2u << (offset - first) / 4)); // 18.4.5: CCxIF
        lines(t);
    }
    return value;
}

/// What a smaller timer has not: writes are reported and lost. RM0090, the register maps of 17 to 20.
static bool is_there(struct ct_model_tim *t, const struct ct_model_write *w) {
    const uint32_t offset = w->offset, first = offsetof(struct TIM_regs, CCR1);
    uint32_t most = 0xFFFFFFFFu;
    switch (offset) {
    case offsetof(struct TIM_regs, CNT):
    case offsetof(struct TIM_regs, ARR): most = widest(t); break;
    case offsetof(struct TIM_regs, SMCR): most = t->channels >= 2 ? most : 0; break;
    case offsetof(struct TIM_regs, CCMR1): most = t->channels >= 2 ? most : t->channels ? 0xFF : 0; break;
    case offsetof(struct TIM_regs, CCMR2): most = t->channels >= 4 ? most : 0; break;
    case offsetof(struct TIM_regs, CCER):
        most = (t->channels == 4 ? 0xBBBBu : t->channels == 2 ? 0xBBu : t->channels ? 0xBu : 0) | (t->has_break ? 0x444u : 0);
        break;
    case offsetof(struct TIM_regs, BDTR):
    case offsetof(struct TIM_regs, RCR): most = t->has_break ? most : 0; break;
    default:
        if (offset >= first && offset < first + 16) most = (offset - first) / 4 < t->channels ? widest(t) : 0;
    }
    if (!(w->value & ~most)) return true;
    ct_model_report("%s has nothing there: 0x%x is written at 0x%x", t->part.name, w->value, offset);
    ct_model_put(&t->part, offset, w->before);
    return false;
}

static void wrote_cr1(struct ct_model_tim *t, const struct ct_model_write *w, uint32_t count) {
    const bool starts = w->now & ~w->before & CEN;
    if ((w->now & CMS) || ((w->now & DIR) && !is_encoder(t)))
        ct_model_report("%s counts down or centre-aligned: the model cannot", t->part.name);
    if (starts && !t->arr && !is_encoder(t)) ct_model_report("%s is started with ARR 0: it stands still", t->part.name);
    rebase(t, count);
    if (starts && count == 0) refer(t, 0);
}

static void wrote_ccmr(struct ct_model_tim *t, const struct ct_model_write *w, unsigned first) {
    for (unsigned i = first; i < first + 2; i++) {
        const uint32_t change = (w->before ^ w->now) >> ((i - first) * 8);
        if ((change & 3) && (ccer_of(t, i) & 1))
            ct_model_report("%s: the direction of channel %u is changed while it is on", t->part.name, i + 1);
        if (!(ccmr_of(t, i) & 3) && !(ccmr_of(t, i) & 8)) t->ccr[i] = ct_model_get(&t->part, offsetof(struct TIM_regs, CCR1) + 4 * i);
    }
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    struct ct_model_tim *t = (struct ct_model_tim *)part;
    const uint32_t count = t->was_counting ? (uint32_t)(t->from + ticks_since(t)) : t->from;
    const uint32_t first = offsetof(struct TIM_regs, CCR1);
    if (!is_there(t, w)) return;
    switch (w->offset) {
    case offsetof(struct TIM_regs, CR1): wrote_cr1(t, w, count); break;
    case offsetof(struct TIM_regs, SMCR):
        if ((w->now & 7) >= 4 && (w->now >> 4 & 7) < 4)
            ct_model_report("%s is triggered by another timer: the model cannot", t->part.name);
        rebase(t, count);
        break;
    case offsetof(struct TIM_regs, EGR):
        SET(t, EGR, 0);
        if (w->value & 0x1E) flag(t, w->value & 0x1E);
        if (w->value & 1) {
            update(t, false);
            rebase(t, 0);
            refer(t, 0);
        }
        break;
    case offsetof(struct TIM_regs, CNT): rebase(t, w->now); break;
    case offsetof(struct TIM_regs, ARR):
        rebase(t, count);
        if (!(REG(t, CR1) & ARPE)) t->arr = w->now;
        break;
    case offsetof(struct TIM_regs, CCMR1): wrote_ccmr(t, w, 0); break;
    case offsetof(struct TIM_regs, CCMR2): wrote_ccmr(t, w, 2); break;
    case offsetof(struct TIM_regs, BDTR): break_now(t); break;
    default:
        if (w->offset >= first && w->offset < first + 16) {
            const unsigned i = (w->offset - first) / 4;
            if (is_input(t, i)) {
                ct_model_report("%s: channel %u is an input: its value is read-only", t->part.name, i + 1);
                ct_model_put(part, w->offset, w->before);
            } else if (!(ccmr_of(t, i) & 8)) {
                t->ccr[i] = w->now;
            }
        }
    }
    lines(t);
    refer(t, 0);
    plan(t);
}

static void reset(struct ct_model_part *part) {
    struct ct_model_tim *t = (struct ct_model_tim *)part;
    ct_host_cancel(&t->next);
    for (unsigned i = 0; i < 4; i++)
        for (unsigned side = 0; side < 2; side++) {
            ct_host_cancel(&t->edges[i][side].event);
            t->edges[i][side].is_due = false;
        }
    memset(t->ref, 0, sizeof t->ref);
    t->gate_is_open = t->was_counting = false;
    load(t);
    rebase(t, 0);
    drive(t);
    lines(t);
}

void ct_model_add_tim(void) {
#define TIMER(n, apb, wide, count, brk, from, ...)                                                 \
    {.part = {.name = "TIM" #n}, .number = n, .bus = apb, .is_wide = wide, .channels = count,      \
     .has_break = brk, .source = from, .irq = {__VA_ARGS__}}
    // number, bus, 32 bits, channels, break, its place among those that share vectors, vectors
    static const struct ct_model_tim as_made[14] = {
        TIMER(1, 2, 0, 4, 1, 0, TIM1_UP_TIM10_IRQn, TIM1_CC_IRQn, TIM1_BRK_TIM9_IRQn, TIM1_TRG_COM_TIM11_IRQn),
        TIMER(2, 1, 1, 4, 0, 0, TIM2_IRQn),
        TIMER(3, 1, 0, 4, 0, 0, TIM3_IRQn),
        TIMER(4, 1, 0, 4, 0, 0, TIM4_IRQn),
        TIMER(5, 1, 1, 4, 0, 0, TIM5_IRQn),
        TIMER(6, 1, 0, 0, 0, 0, 54),
        TIMER(7, 1, 0, 0, 0, 0, 55),
        TIMER(8, 2, 0, 4, 1, 0, 44, 46, 43, 45),
        TIMER(9, 2, 0, 2, 0, 1, TIM1_BRK_TIM9_IRQn),
        TIMER(10, 2, 0, 1, 0, 1, TIM1_UP_TIM10_IRQn),
        TIMER(11, 2, 0, 1, 0, 1, TIM1_TRG_COM_TIM11_IRQn),
        TIMER(12, 1, 0, 2, 0, 1, 43),
        TIMER(13, 1, 0, 1, 0, 1, 44),
        TIMER(14, 1, 0, 1, 0, 1, 45),
    };
    memcpy(timers, as_made, sizeof timers);
    for (unsigned n = 0; n < CT_COUNT(timers); n++) {
        struct ct_model_tim *t = &timers[n];
        t->part.reset = reset;
        t->part.read = read;
        t->part.wrote = wrote;
        for (unsigned i = 0; i < 8; i++) {
            t->edges[i / 2][i % 2] = (struct ct_model_tim_edge){.tim = t, .channel = i / 2, .side = i % 2};
            t->out[i / 2][i % 2] = CT_MODEL_FLOATS;
        }
        ct_model_add(&t->part);
    }
    ct_model_on_pin_change(pin_changed);
}
