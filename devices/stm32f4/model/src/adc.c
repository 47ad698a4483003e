// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Converters: regular sequences by software, single, scanned and continuous, with DMA and overrun; the
// chip's own voltages; started by updates of timers (TRGO) and line 11 of EXTI. RM0090, 13; RM0368, 11. Not
// modelled: injected groups, other triggers, the analog watchdog, several converters in step (what asks for them is reported).
#include <corten/adc_chip.h>
#include <corten/device.h>
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

#include <string.h>

enum { EOC = 2, STRT = 16, OVR = 32, SCAN = 1 << 8, ADON = 1, CONT = 2, DMA = 1 << 8, EOCS = 1 << 10,
       ALIGN = 1 << 11, RES = 3 << 24, SWSTART = 1 << 30, TSVREFE = 1 << 23, VBATE = 1 << 22, READY_NS = 3000 };
static const uint64_t COMMON = 0x40012300;

static struct adc {
    struct ct_model_part part;
    unsigned number, place;
    uint64_t on_since;
    struct ct_host_event done;
    bool has_unread; // a result that nobody has read
    bool is_converting;
} adcs[3];
struct ct_model_adc ct_model_adc;

#define REG(s, name)        ct_model_get(&(s)->part, offsetof(struct ADC_regs, name))
#define SET(s, name, value) ct_model_put(&(s)->part, offsetof(struct ADC_regs, name), value)

static void flags(struct adc *s, uint32_t on, uint32_t off) {
    const uint32_t sr = (REG(s, SR) & ~off) | on, cr1 = REG(s, CR1);
    SET(s, SR, sr);
    const unsigned shift = (s->number - 1) * 8; // CSR shows them all: 13.13.15
    ct_model_set_at(COMMON, (ct_model_at(COMMON) & ~(0x3Fu << shift)) | (sr & 0x3F) << shift);
    ct_model_line_of(ADC_IRQn, s->number, ((sr & EOC) && (cr1 & 1 << 5)) || ((sr & OVR) && (cr1 & 1 << 26)));
    char request[5] = "ADC1";
    request[3] = (char)('0' + s->number);
    ct_model_dma_line(request, s->has_unread && (REG(s, CR2) & DMA) && !(sr & OVR));
}

static uint32_t adc_hz(void) {
    return ct_model_clock_hz(CT_MODEL_APB2) / (2 * ((ct_model_at(COMMON + 4) >> 16 & 3) + 1));
}
static unsigned channel_of(const struct adc *s) {
    const uint32_t sqr[3] = {REG(s, SQR3), REG(s, SQR2), REG(s, SQR1)};
    return sqr[s->place / 6] >> (s->place % 6 * 5) & 31;
}
static unsigned sampling_of(const struct adc *s, unsigned channel) {
    static const uint16_t cycles[8] = {3, 15, 28, 56, 84, 112, 144, 480};
    return cycles[(channel >= 10 ? REG(s, SMPR1) : REG(s, SMPR2)) >> (channel % 10 * 3) & 7];
}

/// The pin of a channel, as the data sheets' pin tables have it.
static unsigned pin_of(const struct adc *s, unsigned channel) {
    if (s->number == 3 && channel >= 4 && channel <= 8) return CT_MODEL_PIN('F', channel + 2);
    if (s->number == 3 && (channel == 9 || channel >= 14)) return CT_MODEL_PIN('F', channel == 9 ? 3 : channel - 10);
    return channel < 8    ? CT_MODEL_PIN('A', channel)
           : channel < 10 ? CT_MODEL_PIN('B', channel - 8)
                          : CT_MODEL_PIN('C', channel - 10);
}

static uint32_t millivolts_10(const struct adc *s, unsigned channel) { // tenths
    const uint32_t ccr = ct_model_at(COMMON + 4);
    if (channel < 16) {
        const unsigned pin = pin_of(s, channel);
        if ((ct_model_at(0x40020000u + 0x400u * (pin / 16)) >> (pin % 16 * 2) & 3) != 3)
            ct_model_report("ADC%u samples P%c%u, which is not analog", s->number, 'A' + pin / 16, pin % 16);
        return (uint32_t)ct_model_pin_millivolts(pin) * 10;
    }
    if (s->number != 1) ct_model_report("ADC%u has no channel %u", s->number, channel);
    if (sampling_of(s, channel) * UINT64_C(1000000000) / adc_hz() < 10000)
        ct_model_report("ADC1 samples channel %u for less than 10 us", channel);
    if (channel == 18 && (ccr & VBATE)) return (uint32_t)ct_model_adc.battery_mv * 10 / CT_ADC_BATTERY_DIVIDER;
    if (!(ccr & TSVREFE)) ct_model_report("ADC1 samples channel %u while TSVREFE is 0", channel);
    if (channel == 17) return 12100;
    if (channel != CT_ADC_TEMPERATURE_CHANNEL) ct_model_report("ADC1 samples channel %u, which is nothing", channel);
    return (uint32_t)(7600 + (ct_model_adc.millicelsius - 25000) / 40); // 2.5 mV a degree
}

static void convert(struct adc *s);
static void done(void *argument) {
    struct adc *s = argument;
    const uint32_t cr1 = REG(s, CR1), cr2 = REG(s, CR2), bits = 12 - 2 * (cr1 >> 24 & 3);
    if (ct_model_adc.is_stuck) {
        ct_model_after(&s->done, 1000000, done, s);
        return;
    }
    s->is_converting = false;
    const uint32_t full = ct_model_adc.supply_mv * 10, volts = millivolts_10(s, channel_of(s));
    const uint32_t most = (1u << bits) - 1, counts = volts >= full ? most : (volts * most + full / 2) / full;
    const bool is_last = !(cr1 & SCAN) || s->place == (REG(s, SQR1) >> 20 & 15);
    if (s->has_unread && (cr2 & (DMA | EOCS))) { // 13.8.2: everything stops
        flags(s, OVR, 0);
        return;
    }
    SET(s, DR, cr2 & ALIGN ? counts << (bits == 6 ? 2 : 16 - bits) : counts);
    s->has_unread = true;
    flags(s, is_last || (cr2 & EOCS) ? EOC : 0, 0);
    s->place = is_last ? 0 : s->place + 1;
    if (!is_last || (cr2 & CONT)) convert(s);
}
static void convert(struct adc *s) {
    const uint32_t hz = adc_hz(), bits = 12 - 2 * (REG(s, CR1) >> 24 & 3);
    if (hz > 36000000 || hz < 600000) ct_model_report("the converters run at %u Hz: 0.6 to 36 MHz", hz);
    s->is_converting = true;
    ct_model_after(&s->done, (sampling_of(s, channel_of(s)) + bits) * UINT64_C(1000000000) / hz, done, s);
}

static void wrote_cr2(struct adc *s, const struct ct_model_write *w) {
    if (w->now & ~w->before & ADON) s->on_since = ct_host_now();
    if (!(w->now & ADON)) {
        ct_host_cancel(&s->done);
        s->is_converting = false;
    }
    if (w->now & (3u << 20 | 1u << 22)) ct_model_report("ADC%u: injected groups: the model has none", s->number);
    const uint32_t exten = w->now >> 28 & 3, trigger = w->now >> 24 & 15;
    if (exten && (w->now & ADON) && !(1u << trigger & 0xC140)) // TRGO of TIM2, 3, 8; EXTI11
        ct_model_report("ADC%u is started by trigger %u: the model has not that one", s->number, trigger);
    if ((w->before & ~w->now & DMA) || (w->now & ~w->before & DMA)) s->has_unread = false;
    if (!(w->now & SWSTART)) {
        flags(s, 0, 0);
        return;
    }
    SET(s, CR2, w->now & ~(uint32_t)SWSTART);
    if (!(w->now & ADON)) {
        ct_model_report("ADC%u is started while it is off", s->number);
        return;
    }
    if (ct_host_now() - s->on_since < READY_NS) ct_model_report("ADC%u is started within 3 us of being turned on", s->number);
    if (REG(s, SR) & OVR) {
        ct_model_report("ADC%u is started while OVR is set", s->number);
        return;
    }
    s->place = 0;
    s->has_unread = false;
    flags(s, STRT, 0);
    convert(s);
}

/// An edge of a trigger, by its EXTSEL: 13.6. While it converts, or has been overrun (13.8.2), it is lost.
void ct_model_adc_trigger(unsigned extsel, bool rises) {
    for (unsigned i = 0; i < 3; i++) {
        struct adc *s = &adcs[i];
        if (!s->part.base || !ct_model_is_clocked(&s->part)) continue;
        const uint32_t cr2 = REG(s, CR2);
        if (!(cr2 & ADON) || (cr2 >> 24 & 15) != extsel || !(cr2 >> 28 & (rises ? 1 : 2))) continue;
        if (s->is_converting || (REG(s, SR) & OVR)) continue;
        if (ct_host_now() - s->on_since < READY_NS) ct_model_report("ADC%u is started within 3 us of being turned on", s->number);
        s->place = 0;
        flags(s, STRT, 0);
        convert(s);
    }
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    struct adc *s = (struct adc *)part;
    switch (w->offset) {
    case offsetof(struct ADC_regs, CR1):
        if (s->is_converting && ((w->before ^ w->now) & RES)) ct_model_report("ADC%u: its resolution changes in a conversion", s->number);
        if (w->now & (1u << 23 | 1u << 22 | 0x1Cu << 8)) ct_model_report("ADC%u: watchdog, injected and discontinuous modes: the model has none", s->number);
        break;
    case offsetof(struct ADC_regs, CR2): wrote_cr2(s, w); return;
    }
    flags(s, 0, 0);
}

static uint32_t read(struct ct_model_part *part, uint32_t offset, uint32_t value) {
    struct adc *s = (struct adc *)part;
    if (offset == offsetof(struct ADC_regs, DR)) {
        s->has_unread = false;
        flags(s, 0, EOC);
    }
    return value;
}

static void reset(struct ct_model_part *part) {
    struct adc *s = (struct adc *)part;
    ct_host_cancel(&s->done);
    s->has_unread = s->is_converting = false;
    flags(s, 0, 0);
}

void ct_model_add_adc(void) {
    static const char *const names[] = {"ADC1", "ADC2", "ADC3"};
    ct_model_adc = (struct ct_model_adc){.supply_mv = 3300, .battery_mv = 3000, .millicelsius = 25000};
    for (unsigned i = 0; i < 3; i++) {
        adcs[i] = (struct adc){.part = {.name = names[i], .reset = reset, .read = read, .wrote = wrote}, .number = i + 1};
        ct_model_add(&adcs[i].part);
    }
    // what the factory measures at 3.3 V: 1.21 V; 0.7725 V at 30, 0.9725 V at 110 degrees
    static const uint32_t factory[2] = {1502u << 16, 1207u << 16 | 959u};
    memcpy(ct_model_memory(0x1FFF7A28, sizeof factory), factory, sizeof factory); // of src/flash.c
}
