// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The backup domain and the modes of power: calendar, alarms, wake-up timer, time stamp; stop and
// standby. RM0090, 26.3, 26.6, 5.3, 5.4. In stop mode the other peripherals go on here, which on the chip
// stand still; no tampering, calibration or sub-seconds.
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

#include <string.h>
#include <time.h>

enum { ALRAF = 1 << 8, ALRBF = 1 << 9, WUTF = 1 << 10, TSF = 1 << 11, TSOVF = 1 << 12, RSF = 1 << 5,
       INITS = 1 << 4, INITF = 1 << 6, INIT = 1 << 7, SYNC_NS = 61000, WORDS = 40 };

static struct {
    struct ct_model_part part;
    struct ct_host_event second, sync, init;
    int64_t now; // seconds since 1970
    uint32_t wake_left, latched, lines;
    bool is_latched, is_kept;
    unsigned keys, prescaler_writes;
    uint32_t kept[WORDS], kept_bdcr;
} rtc;
static struct ct_model_part pwr;

static uint32_t clock_hz(void) {
    if (!CT_MODEL_GET(RCC->BDCR, RCC_BDCR_RTCEN)) return 0;
    switch (CT_MODEL_GET(RCC->BDCR, RCC_BDCR_RTCSEL)) {
    case 1: return CT_MODEL_GET(RCC->BDCR, RCC_BDCR_LSERDY) ? 32768 : 0;
    case 2: return CT_MODEL_GET(RCC->CSR, RCC_CSR_LSIRDY) ? ct_model_lsi_hz : 0;
    default: return 0;
    }
}

static uint32_t bcd(int n) { return (uint32_t)(n / 10 << 4 | n % 10); }
static int binary(uint32_t n) { return (int)((n >> 4) * 10 + (n & 15)); }
static uint32_t time_of(const struct tm *t) { return bcd(t->tm_hour) << 16 | bcd(t->tm_min) << 8 | bcd(t->tm_sec); }
static uint32_t date_of(const struct tm *t) {
    return bcd(t->tm_year - 100) << 16 | (uint32_t)(t->tm_wday ? t->tm_wday : 7) << 13 | bcd(t->tm_mon + 1) << 8 |
           bcd(t->tm_mday);
}
static struct tm now(void) {
    struct tm t;
    const time_t at = (time_t)rtc.now;
    gmtime_r(&at, &t);
    return t;
}

static void lines(void) {
    const uint32_t isr = ct_model_peek(RTC->ISR), cr = ct_model_peek(RTC->CR);
    const uint32_t asked = isr & cr >> 4 & (ALRAF | ALRBF | WUTF | TSF); // enables are 4 above: 12 to 15
    const uint32_t high = (asked & (ALRAF | ALRBF) ? 1u << 17 : 0) | (asked & WUTF ? 1u << 22 : 0) |
                          (asked & TSF ? 1u << 21 : 0);
    const uint32_t rise = high & ~rtc.lines;
    rtc.lines = high;
    for (unsigned line = 17; line <= 22; line++)
        if (rise >> line & 1) ct_model_exti_edge(line, true);
}
static void raise(uint32_t flags) {
    ct_model_poke(RTC->ISR, ct_model_peek(RTC->ISR) | flags);
    lines();
}

static bool agrees(uint32_t alarm) {
    const struct tm t = now();
    const uint32_t time = time_of(&t);
    if (!(alarm & 1u << 7) && (alarm & 0x7F) != (time & 0x7F)) return false;
    if (!(alarm & 1u << 15) && (alarm & 0x7F00) != (time & 0x7F00)) return false;
    if (!(alarm & 1u << 23) && (alarm & 0x3F0000) != (time & 0x3F0000)) return false;
    if (alarm & 1u << 31) return true;
    return alarm & 1u << 30 ? (int)(alarm >> 24 & 15) == (t.tm_wday ? t.tm_wday : 7)
                            : (alarm >> 24 & 0x3F) == bcd(t.tm_mday);
}

static void second(void *unused);
static void run(void) {
    const uint32_t hz = clock_hz(), prer = ct_model_peek(RTC->PRER);
    if (!hz || (ct_model_peek(RTC->ISR) & INITF)) {
        ct_host_cancel(&rtc.second);
        return;
    }
    const uint64_t cycles = (uint64_t)((prer >> 16) + 1) * ((prer & 0x7FFF) + 1);
    ct_model_after(&rtc.second, cycles * 1000000000u / hz, second, NULL);
}
static void second(void *unused) {
    (void)unused;
    rtc.now++;
    uint32_t flags = 0;
    if (CT_MODEL_GET(RTC->CR, RTC_CR_ALRAE) && agrees(ct_model_peek(RTC->ALRMAR))) flags |= ALRAF;
    if (CT_MODEL_GET(RTC->CR, RTC_CR_ALRBE) && agrees(ct_model_peek(RTC->ALRMBR))) flags |= ALRBF;
    if (CT_MODEL_GET(RTC->CR, RTC_CR_WUTE)) {
        if (CT_MODEL_GET(RTC->CR, RTC_CR_WUCKSEL) < 4) ct_model_report("the RTC's model wakes by seconds only: WUCKSEL");
        if (rtc.wake_left-- == 0) {
            flags |= WUTF;
            rtc.wake_left = ct_model_peek(RTC->WUTR) & 0xFFFF;
        }
    }
    if (flags) raise(flags);
    run();
}
void ct_model_rtc_clock_changed(void) {
    if (rtc.part.base && !rtc.second.happen) rtc.second.happen = second;
    run();
}

static void synchronised(void *unused) {
    (void)unused;
    if (clock_hz()) ct_model_poke(RTC->ISR, ct_model_peek(RTC->ISR) | RSF);
}
static void may_be_set(void *unused) {
    (void)unused;
    if (!clock_hz()) return;
    ct_model_poke(RTC->ISR, ct_model_peek(RTC->ISR) | INITF);
    run();
}

static void wrote_isr(const struct ct_model_write *w) {
    uint32_t isr = w->now;
    if (w->now & ~w->before & INIT) ct_model_after(&rtc.init, SYNC_NS, may_be_set, NULL);
    if (w->before & ~w->now & INIT) {
        isr &= ~(uint32_t)INITF;
        if (rtc.prescaler_writes == 1)
            ct_model_report("RTC.PRER is written once: its two prescalers take two writes"); // 26.6.5
        rtc.prescaler_writes = 0;
        const uint32_t time = ct_model_peek(RTC->TR), date = ct_model_peek(RTC->DR);
        struct tm t = {.tm_year = binary(date >> 16 & 0xFF) + 100, .tm_mon = binary(date >> 8 & 0x1F) - 1,
                       .tm_mday = binary(date & 0x3F), .tm_hour = binary(time >> 16 & 0x3F),
                       .tm_min = binary(time >> 8 & 0x7F), .tm_sec = binary(time & 0x7F)};
        rtc.now = timegm(&t);
        isr = t.tm_year > 100 ? isr | INITS : isr & ~(uint32_t)INITS;
    }
    ct_model_poke(RTC->ISR, isr);
    if (!(isr & RSF)) ct_model_after(&rtc.sync, SYNC_NS, synchronised, NULL);
    run();
    lines();
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    if (!CT_MODEL_GET(PWR->CR, PWR_CR_DBP)) {
        ct_model_report("RTC: the register at 0x%x is written while PWR.CR.DBP is 0", w->offset);
        ct_model_put(part, w->offset, w->before);
        return;
    }
    if (w->offset == offsetof(struct RTC_regs, WPR)) {
        rtc.keys = w->value == 0xCA ? 1 : w->value == 0x53 && rtc.keys == 1 ? 2 : 0;
        return;
    }
    const bool is_backup = w->offset >= offsetof(struct RTC_regs, BKP0R);
    if (rtc.keys != 2 && !is_backup && w->offset != offsetof(struct RTC_regs, TAFCR) &&
        !(w->offset == offsetof(struct RTC_regs, ISR) && !((w->now ^ w->before) & (INIT | RSF)))) {
        ct_model_report("RTC: the register at 0x%x is written while it is protected: WPR", w->offset);
        ct_model_put(part, w->offset, w->before);
        return;
    }
    switch (w->offset) {
    case offsetof(struct RTC_regs, ISR): wrote_isr(w); return;
    case offsetof(struct RTC_regs, TR):
    case offsetof(struct RTC_regs, DR):
    case offsetof(struct RTC_regs, PRER):
        if (!(ct_model_peek(RTC->ISR) & INITF)) {
            ct_model_report("RTC: the register at 0x%x is written outside of the initialisation mode", w->offset);
            ct_model_put(part, w->offset, w->before);
        } else if (w->offset == offsetof(struct RTC_regs, PRER)) {
            rtc.prescaler_writes++;
        }
        return;
    case offsetof(struct RTC_regs, ALRMAR):
    case offsetof(struct RTC_regs, ALRMBR):
        if (w->offset == offsetof(struct RTC_regs, ALRMAR) ? CT_MODEL_GET(RTC->CR, RTC_CR_ALRAE)
                                                             : CT_MODEL_GET(RTC->CR, RTC_CR_ALRBE))
            ct_model_report("RTC: an alarm is changed while it is on");
        return;
    case offsetof(struct RTC_regs, CR): {
        const uint32_t free = (w->now & 1u << 8 ? 0 : 1) | (w->now & 1u << 9 ? 0 : 2) | (w->now & 1u << 10 ? 0 : 4);
        ct_model_poke(RTC->ISR, (ct_model_peek(RTC->ISR) & ~7u) | free);
        if (w->now & ~w->before & reg_mask(RTC_CR_WUTE)) rtc.wake_left = ct_model_peek(RTC->WUTR) & 0xFFFF;
        lines();
        return;
    }
    }
}

static uint32_t read(struct ct_model_part *part, uint32_t offset, uint32_t value) {
    (void)part;
    if (ct_model_peek(RTC->ISR) & INITF) return value;
    const struct tm t = now();
    if (offset == offsetof(struct RTC_regs, TR)) { // and DR is of the same moment: 26.3.6
        rtc.latched = date_of(&t);
        rtc.is_latched = true;
        return time_of(&t);
    }
    if (offset == offsetof(struct RTC_regs, DR)) {
        const uint32_t date = rtc.is_latched ? rtc.latched : date_of(&t);
        rtc.is_latched = false;
        return date;
    }
    return value;
}

static void pin_changed(unsigned pin, bool high) {
    if (pin != CT_MODEL_PIN('C', 13) || !CT_MODEL_GET(RTC->CR, RTC_CR_TSE) || !clock_hz()) return;
    if (high == (bool)CT_MODEL_GET(RTC->CR, RTC_CR_TSEDGE)) return;
    if (ct_model_peek(RTC->ISR) & TSF) {
        raise(TSOVF);
        return;
    }
    const struct tm t = now();
    ct_model_poke(RTC->TSTR, time_of(&t));
    ct_model_poke(RTC->TSDR, date_of(&t) & 0xFFFF);
    raise(TSF);
}

/* ---- what outlives a reset */

void ct_model_rtc_keep(void) {
    for (unsigned i = 0; i < WORDS; i++) rtc.kept[i] = ct_model_at(rtc.part.base + 4 * i);
    rtc.kept_bdcr = ct_model_peek(RCC->BDCR);
    rtc.is_kept = true;
}
static void reset(struct ct_model_part *part) {
    rtc.keys = 0;
    rtc.lines = 0;
    if (!rtc.is_kept) {
        rtc.now = 946684800; // 2000-01-01
        ct_host_cancel(&rtc.second);
        ct_host_cancel(&rtc.sync);
        ct_host_cancel(&rtc.init);
        return;
    }
    for (unsigned i = 0; i < WORDS; i++)
        if (i != 19) ct_model_put(part, 4 * i, rtc.kept[i]);
    ct_model_poke(RCC->BDCR, rtc.kept_bdcr);
    rtc.is_kept = false;
}
void ct_model_rtc_forget(void) { // BDRST
    rtc.is_kept = false;
    ct_model_reset_part(&rtc.part);
}

/* ---- sleep, when nothing else is to be done */

static void sleep(uint64_t until) {
    (void)until;
    if (!CT_MODEL_GET(SCB->SCR, SCB_SCR_SLEEPDEEP)) return;
    if (!CT_MODEL_GET(PWR->CR, PWR_CR_PDDS)) { // stop: 5.3.4; awake, the core runs from HSI
        ct_model_poke(RCC->CR, (ct_model_peek(RCC->CR) & 0xFFFFu) | 3u);
        ct_model_poke(RCC->CFGR, ct_model_peek(RCC->CFGR) & ~15u);
        return;
    }
    bool was_low = false; // standby: 5.3.5
    for (unsigned seconds = 0; seconds < 100000; seconds++) {
        const bool high = ct_model_pin_level(CT_MODEL_PIN('A', 0));
        const bool pin = CT_MODEL_GET(PWR->CSR, PWR_CSR_EWUP) && was_low && high;
        was_low = !high;
        if (pin || rtc.lines) {
            ct_model_rtc_keep();
            ct_model_reset_chip();
            ct_model_poke(PWR->CSR, ct_model_peek(PWR->CSR) | 3); // WUF, SBF
            ct_model_reset_by("the end of a standby");
        }
        ct_host_pass(1000000000u);
    }
    ct_model_report("in standby for more than a day, and nothing that could end it");
}

static void pwr_wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    (void)part;
    if (w->offset != offsetof(struct PWR_regs, CR)) return;
    uint32_t csr = ct_model_peek(PWR->CSR);
    if (w->value & reg_mask(PWR_CR_CWUF)) csr &= ~(uint32_t)reg_mask(PWR_CSR_WUF);
    if (w->value & reg_mask(PWR_CR_CSBF)) csr &= ~(uint32_t)reg_mask(PWR_CSR_SBF);
    ct_model_poke(PWR->CSR, csr);
    ct_model_poke(PWR->CR, w->now & ~(uint32_t)(reg_mask(PWR_CR_CWUF) | reg_mask(PWR_CR_CSBF)));
}
void ct_model_supply(bool is_low) { // below the level that PLS asks for
    if (!CT_MODEL_GET(PWR->CR, PWR_CR_PVDE)) return;
    CT_MODEL_PUT(PWR->CSR, PWR_CSR_PVDO, is_low);
    ct_model_exti_edge(16, is_low);
}

void ct_model_add_rtc(void) {
    memset(&rtc, 0, sizeof rtc);
    rtc.part = (struct ct_model_part){.name = "RTC", .read = read, .wrote = wrote, .reset = reset};
    pwr = (struct ct_model_part){.name = "PWR", .wrote = pwr_wrote};
    ct_model_add(&rtc.part);
    ct_model_add(&pwr);
    ct_host_pace = sleep;
    for (unsigned i = 0; i < CT_COUNT(ct_model_pin_changed); i++)
        if (!ct_model_pin_changed[i]) {
            ct_model_pin_changed[i] = pin_changed;
            return;
        }
}
