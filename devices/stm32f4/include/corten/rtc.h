// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The real-time clock of the STM32F4: calendar, two alarms, wake-up timer, time stamp, backup registers.
///
///     CT_RTC(wall);                                            // claims RTC
///
///     if (ct_rtc_start(CT_RTC_CRYSTAL)) CT_IGNORE(ct_rtc_start(CT_RTC_INTERNAL));
///     CT_MUST(ct_rtc_set(CT_RTC_AS_RTC(wall), &(struct ct_date_time){2026, 11, 22, 13, 0, 0}));
///     struct ct_date_time now;
///     CT_MUST(ct_rtc_get(CT_RTC_AS_RTC(wall), &now));
///
/// It goes on through resets and standby, and on a battery when the supply is gone; years 2000 to
/// 2099. Alarms, wake-up and time stamp come through EXTI lines 17, 22 and 21, which these functions
/// open; the interrupts are RTC_Alarm, RTC_WKUP and TAMP_STAMP. Setting something masks interrupts for
/// up to 0.2 ms. Thread mode, one at a time; taking in the handlers too. RM0090 26, RM0368 17.
#ifndef CORTEN_RTC_H
#define CORTEN_RTC_H

#include <corten/claim.h>
#include <corten/hal/rtc.h>
#include <corten/pwr.h>
#include <corten/registers.h>

/// At file scope: claims it.
#define CT_RTC(name)                                                                               \
    CT_CLAIM_(RTC);                                                                                \
    enum { name = 0 }

/// What it counts: a crystal of 32768 Hz, or the internal oscillator of about 32 kHz (17 to 47).
enum ct_rtc_source { CT_RTC_CRYSTAL = 1, CT_RTC_INTERNAL = 2 };

/// Looks at a flag until it is given up: 2 s for the crystal at 168 MHz and some cycles a look.
#ifndef CT_RTC_TRIES
#    define CT_RTC_TRIES 40000000u
#endif

/// Looks at a flag that comes within two cycles of the clock (120 us of the slowest): 3 ms at 168 MHz.
#define CT_RTC_SYNC_TRIES 100000u

/// Opens the registers, with interrupts masked: the protection, and CR, are shared with the handlers.
ct_inline ct_port_mask_t ct_rtc_open_(void) { // 26.3.5
    const ct_port_mask_t before = ct_port_mask();
    reg_write_raw(RTC->WPR, 0xCAu);
    reg_write_raw(RTC->WPR, 0x53u);
    return before;
}
ct_inline void ct_rtc_close_(ct_port_mask_t before) {
    reg_write_raw(RTC->WPR, 0xFFu);
    ct_port_unmask(before);
}
#define CT_RTC_COMES_(condition, tries)                                                            \
    __extension__({                                                                                \
        uint32_t left_ = (tries);                                                                  \
        while (!(condition) && --left_) {}                                                         \
        left_ != 0;                                                                                \
    })

/// Starts it, unless it runs from that source already. CT_OK; CT_TIMEOUT: the oscillator does not start
/// (a crystal is given 2 s), and another source may be tried. A change of the source forgets the
/// time and the backup registers.
static inline __attribute__((unused)) CT_MUST_USE enum ct_error ct_rtc_start(enum ct_rtc_source source) {
    ct_pwr_init();
    ct_pwr_open_backup();
    if (source == CT_RTC_INTERNAL) {
        reg_set(RCC->CSR, RCC_CSR_LSION);
        if (!CT_RTC_COMES_(reg_get(RCC->CSR, RCC_CSR_LSIRDY), CT_RTC_TRIES)) return CT_TIMEOUT;
    }
    if (reg_get(RCC->BDCR, RCC_BDCR_RTCSEL) != (unsigned)source) {
        if (reg_get(RCC->BDCR, RCC_BDCR_RTCSEL)) { // chosen once only: 7.3.20
            reg_set(RCC->BDCR, RCC_BDCR_BDRST);
            reg_clear(RCC->BDCR, RCC_BDCR_BDRST);
        }
        if (source == CT_RTC_CRYSTAL) {
            reg_set(RCC->BDCR, RCC_BDCR_LSEON);
            if (!CT_RTC_COMES_(reg_get(RCC->BDCR, RCC_BDCR_LSERDY), CT_RTC_TRIES)) {
                reg_clear(RCC->BDCR, RCC_BDCR_LSEON);
                return CT_TIMEOUT;
            }
        }
        reg_modify(RCC->BDCR, RCC_BDCR_RTCSEL(source));
    }
    reg_set(RCC->BDCR, RCC_BDCR_RTCEN);
    return CT_OK;
}

/* ---- the calendar, as hal/ sees it */

#define CT_RTC_AS_RTC(name) ((void)(name), (struct ct_rtc){&ct_rtc_f4_ops, NULL})

ct_inline uint32_t ct_rtc_bcd_(uint32_t n) { return n / 10u << 4 | n % 10u; }
ct_inline uint32_t ct_rtc_binary_(uint32_t bcd) { return (bcd >> 4) * 10u + (bcd & 15u); }
ct_inline uint32_t ct_rtc_time_(const struct ct_date_time *at) {
    return ct_rtc_bcd_(at->hour) << 16 | ct_rtc_bcd_(at->minute) << 8 | ct_rtc_bcd_(at->second);
}

static inline __attribute__((unused)) enum ct_error ct_rtc_f4_get_(void *object, struct ct_date_time *now) {
    (void)object;
    if (!reg_get(RTC->ISR, RTC_ISR_INITS)) return CT_STALE; // the year is 0: never set
    // The shadows are of one moment once DR is read after TR, and are new when RSF is set: 26.3.6.
    const ct_port_mask_t before = ct_rtc_open_();
    reg_clear(RTC->ISR, RTC_ISR_RSF);
    ct_rtc_close_(before);
    if (!CT_RTC_COMES_(reg_get(RTC->ISR, RTC_ISR_RSF), CT_RTC_SYNC_TRIES)) return CT_TIMEOUT;
    const uint32_t time = reg_raw(RTC->TR), date = reg_raw(RTC->DR);
    *now = (struct ct_date_time){
        .year = (uint16_t)(2000u + ct_rtc_binary_(date >> 16 & 0xFFu)),
        .month = (uint8_t)ct_rtc_binary_(date >> 8 & 0x1Fu),
        .day = (uint8_t)ct_rtc_binary_(date & 0x3Fu),
        .hour = (uint8_t)ct_rtc_binary_(time >> 16 & 0x3Fu),
        .minute = (uint8_t)ct_rtc_binary_(time >> 8 & 0x7Fu),
        .second = (uint8_t)ct_rtc_binary_(time & 0x7Fu),
    };
    return CT_OK;
}

static inline __attribute__((unused)) enum ct_error ct_rtc_f4_set_(void *object, const struct ct_date_time *now) {
    (void)object;
    if (now->year < 2001 || now->year > 2099) return CT_OUT_OF_RANGE; // the year 0 means "never set"
    const bool internal = reg_get(RCC->BDCR, RCC_BDCR_RTCSEL) == (unsigned)CT_RTC_INTERNAL;
    const ct_port_mask_t before = ct_rtc_open_();
    reg_set(RTC->ISR, RTC_ISR_INIT);
    if (!CT_RTC_COMES_(reg_get(RTC->ISR, RTC_ISR_INITF), CT_RTC_SYNC_TRIES)) {
        ct_rtc_close_(before);
        return CT_TIMEOUT;
    }
    const uint32_t cycles = internal ? 249u : 255u; // with 128 cycles: a second
    reg_write(RTC->PRER, RTC_PRER_PREDIV_S(cycles), RTC_PRER_PREDIV_A(0x7F)); // the synchronous one, and
    reg_write(RTC->PRER, RTC_PRER_PREDIV_S(cycles), RTC_PRER_PREDIV_A(0x7F)); // the other: 26.6.5
    reg_write_raw(RTC->TR, ct_rtc_time_(now));
    reg_write_raw(RTC->DR, ct_rtc_bcd_(now->year - 2000u) << 16 | (uint32_t)ct_date_time_weekday(now) << 13 |
                               ct_rtc_bcd_(now->month) << 8 | ct_rtc_bcd_(now->day));
    reg_clear(RTC->ISR, RTC_ISR_INIT);
    ct_rtc_close_(before);
    return CT_OK;
}

/* ---- alarms: A is hal/'s, B the caller's */

/// Opens a line of EXTI for a rising edge.
ct_inline void ct_rtc_line_(unsigned line) {
    reg_write_raw(EXTI->PR, 1u << line);
    reg_write_raw(EXTI->RTSR, reg_raw(EXTI->RTSR) | 1u << line);
    reg_write_raw(EXTI->IMR, reg_raw(EXTI->IMR) | 1u << line);
}

/// What of the time must agree for alarm B to go off: or-ed are those that need not.
enum ct_rtc_any { CT_RTC_ANY_SECOND = 1 << 0, CT_RTC_ANY_MINUTE = 1 << 1, CT_RTC_ANY_HOUR = 1 << 2, CT_RTC_ANY_DAY = 1 << 3 };
ct_inline uint32_t ct_rtc_alarm_(const struct ct_date_time *at, unsigned any) {
    return ct_rtc_time_(at) | ct_rtc_bcd_(at->day) << 24 | (any & 1u) << 7 | (any >> 1 & 1u) << 15 |
           (any >> 2 & 1u) << 23 | (any >> 3 & 1u) << 31;
}

/// Alarm A, once, within a month: the alarm compares day and time, month and year are the program's to mind. Its
/// interrupt is RTC_Alarm.
static inline __attribute__((unused)) enum ct_error ct_rtc_f4_set_alarm_(void *object, const struct ct_date_time *at) {
    (void)object;
    const ct_port_mask_t before = ct_rtc_open_();
    reg_clear(RTC->CR, RTC_CR_ALRAE);
    if (!CT_RTC_COMES_(reg_get(RTC->ISR, RTC_ISR_ALRAWF), CT_RTC_SYNC_TRIES)) {
        ct_rtc_close_(before);
        return CT_TIMEOUT;
    }
    reg_write_raw(RTC->ALRMAR, ct_rtc_alarm_(at, 0));
    reg_clear(RTC->ISR, RTC_ISR_ALRAF);
    ct_rtc_line_(17);
    reg_set(RTC->CR, RTC_CR_ALRAE, RTC_CR_ALRAIE);
    ct_rtc_close_(before);
    return CT_OK;
}
static inline __attribute__((unused)) enum ct_error ct_rtc_f4_cancel_alarm_(void *object) {
    (void)object;
    const bool was_set = reg_get(RTC->CR, RTC_CR_ALRAE);
    const ct_port_mask_t before = ct_rtc_open_();
    reg_clear(RTC->CR, RTC_CR_ALRAE, RTC_CR_ALRAIE);
    reg_clear(RTC->ISR, RTC_ISR_ALRAF);
    ct_rtc_close_(before);
    return was_set ? CT_OK : CT_INVALID;
}
static inline __attribute__((unused)) enum ct_error ct_rtc_f4_take_alarm_(void *object) {
    if (!reg_get(RTC->CR, RTC_CR_ALRAE)) return CT_INVALID;
    if (!reg_get(RTC->ISR, RTC_ISR_ALRAF)) return CT_WOULD_BLOCK;
    reg_write_raw(EXTI->PR, 1u << 17);
    return ct_rtc_f4_cancel_alarm_(object);
}
static const __attribute__((unused)) struct ct_rtc_ops ct_rtc_f4_ops = {
    ct_rtc_f4_get_, ct_rtc_f4_set_, ct_rtc_f4_set_alarm_, ct_rtc_f4_take_alarm_, ct_rtc_f4_cancel_alarm_};

/// Alarm B, again and again, when what `any` does not leave out agrees with `at`: CT_RTC_ANY_DAY for
/// every day. CT_OK or CT_TIMEOUT.
static inline __attribute__((unused)) CT_MUST_USE enum ct_error ct_rtc_repeat_alarm(const struct ct_date_time *at,
                                                                                    unsigned any) {
    const ct_port_mask_t before = ct_rtc_open_();
    reg_clear(RTC->CR, RTC_CR_ALRBE);
    if (!CT_RTC_COMES_(reg_get(RTC->ISR, RTC_ISR_ALRBWF), CT_RTC_SYNC_TRIES)) {
        ct_rtc_close_(before);
        return CT_TIMEOUT;
    }
    reg_write_raw(RTC->ALRMBR, ct_rtc_alarm_(at, any));
    reg_clear(RTC->ISR, RTC_ISR_ALRBF);
    ct_rtc_line_(17);
    reg_set(RTC->CR, RTC_CR_ALRBE, RTC_CR_ALRBIE);
    ct_rtc_close_(before);
    return CT_OK;
}
/// Whether alarm B has gone off; forgets it.
ct_inline bool ct_rtc_take_repeated(void) {
    if (!reg_get(RTC->ISR, RTC_ISR_ALRBF)) return false;
    reg_clear(RTC->ISR, RTC_ISR_ALRBF);
    reg_write_raw(EXTI->PR, 1u << 17);
    return true;
}

/* ---- waking up every so many seconds */

/// RTC_WKUP comes every so many seconds, 1 to 65536, also in stop and standby. CT_OK, CT_OUT_OF_RANGE, CT_TIMEOUT.
static inline __attribute__((unused)) CT_MUST_USE enum ct_error ct_rtc_wake_every(uint32_t seconds) {
    if (seconds < 1 || seconds > 65536) return CT_OUT_OF_RANGE;
    const ct_port_mask_t before = ct_rtc_open_();
    reg_clear(RTC->CR, RTC_CR_WUTE);
    if (!CT_RTC_COMES_(reg_get(RTC->ISR, RTC_ISR_WUTWF), CT_RTC_SYNC_TRIES)) {
        ct_rtc_close_(before);
        return CT_TIMEOUT;
    }
    reg_write(RTC->WUTR, RTC_WUTR_WUT(seconds - 1u));
    reg_modify(RTC->CR, RTC_CR_WUCKSEL(4)); // ck_spre: a second
    reg_clear(RTC->ISR, RTC_ISR_WUTF);
    ct_rtc_line_(22);
    reg_set(RTC->CR, RTC_CR_WUTE, RTC_CR_WUTIE);
    ct_rtc_close_(before);
    return CT_OK;
}
ct_inline void ct_rtc_wake_no_more(void) {
    const ct_port_mask_t before = ct_rtc_open_();
    reg_clear(RTC->CR, RTC_CR_WUTE, RTC_CR_WUTIE);
    ct_rtc_close_(before);
}
/// Whether it is time; forgets it. For the handler of RTC_WKUP.
ct_inline bool ct_rtc_take_wake(void) {
    if (!reg_get(RTC->ISR, RTC_ISR_WUTF)) return false;
    reg_clear(RTC->ISR, RTC_ISR_WUTF);
    reg_write_raw(EXTI->PR, 1u << 22);
    return true;
}

/* ---- the time of an event at the pin RTC_AF1 (PC13) */

/// Notes the time of rising or falling edges from now on; TAMP_STAMP comes.
ct_inline void ct_rtc_stamp_edges(bool falling) {
    const ct_port_mask_t before = ct_rtc_open_();
    reg_clear(RTC->CR, RTC_CR_TSE);
    reg_modify(RTC->CR, RTC_CR_TSEDGE(falling));
    reg_clear(RTC->ISR, RTC_ISR_TSF);
    ct_rtc_line_(21);
    reg_set(RTC->CR, RTC_CR_TSE, RTC_CR_TSIE);
    ct_rtc_close_(before);
}
/// The time of the first edge since the last call, whose year is the clock's: CT_OK; CT_WOULD_BLOCK: there was none;
/// CT_OVERRUN: more came, and this is the first.
ct_inline enum ct_error ct_rtc_take_stamp(struct ct_date_time *at) {
    if (!reg_get(RTC->ISR, RTC_ISR_TSF)) return CT_WOULD_BLOCK;
    const uint32_t time = reg_raw(RTC->TSTR), date = reg_raw(RTC->TSDR);
    const bool more = reg_get(RTC->ISR, RTC_ISR_TSOVF);
    *at = (struct ct_date_time){
        .year = (uint16_t)(2000u + ct_rtc_binary_(reg_raw(RTC->DR) >> 16 & 0xFFu)),
        .month = (uint8_t)ct_rtc_binary_(date >> 8 & 0x1Fu),
        .day = (uint8_t)ct_rtc_binary_(date & 0x3Fu),
        .hour = (uint8_t)ct_rtc_binary_(time >> 16 & 0x3Fu),
        .minute = (uint8_t)ct_rtc_binary_(time >> 8 & 0x7Fu),
        .second = (uint8_t)ct_rtc_binary_(time & 0x7Fu),
    };
    reg_clear(RTC->ISR, RTC_ISR_TSF);
    if (more) reg_clear(RTC->ISR, RTC_ISR_TSOVF);
    reg_write_raw(EXTI->PR, 1u << 21);
    return more ? CT_OVERRUN : CT_OK;
}

/* ---- 20 words that outlive a reset */

enum { CT_RTC_BACKUP_WORDS = 20 };
/// Word `n`, 0 to 19. After ct_rtc_start(), or ct_pwr_init() and ct_pwr_open_backup().
ct_inline uint32_t ct_rtc_backup_read(unsigned n) { return reg_raw(*(&RTC->BKP0R + n)); }
ct_inline void ct_rtc_backup_write(unsigned n, uint32_t word) { reg_write_raw(*(&RTC->BKP0R + n), word); }

#endif
