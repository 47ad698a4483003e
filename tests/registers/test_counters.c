// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Counters for time that no emulator has, on models of their registers: the pairs of timers of the LM3S6965
// and the RTC of the nRF51. A clock of 64 bits runs on each: it tells the time, what waits comes when
// it is due, over many wraps.
#include <corten/app/monotonic.h>
#include <corten/registers_model.h>
#include <corten/tickless.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

unsigned stub_masked, stub_maskings, stub_posts;
static struct ct_reg_model chip;
static uint64_t words[device_model_count];

/* ---- the machine: each access takes time */

static uint64_t cycles, started, rings_at; // 0: no alarm
static uint32_t lag, divider;
static bool runs;
static void before_access(struct ct_reg_model *m) {
    (void)m;
    cycles += lag;
}
static uint64_t ticks(void) { return runs ? (cycles - started) / divider : 0; }

typedef void watcher(struct ct_reg_model *, const struct ct_reg_model_access *, uint64_t *, uint64_t *, void *);
#define WATCHER(name)                                                                              \
    static void name(struct ct_reg_model *m, const struct ct_reg_model_access *access,             \
                     uint64_t *stored, uint64_t *answer, void *context)
#define UNUSED ((void)m, (void)access, (void)stored, (void)answer, (void)context)

#ifdef TIMER0A_COUNTER_DIVIDES // LM3S6965, data sheet 9.4
enum { CTL = 0x0C, IMR = 0x18, TAILR = 0x28, TBILR = 0x2C, TAPR = 0x38, TBPR = 0x3C, TAR = 0x48 };
enum { TIMER0_AT = 0x40030000, TIMER1_AT = 0x40031000, TIMER2_AT = 0x40032000 };

WATCHER(counter_control) { // TIMER1, or A of TIMER2
    UNUSED;
    if (access->write && access->value & ~access->before & 1) started = cycles, runs = true;
}
WATCHER(value_of_32) {
    UNUSED;
    if (!access->write) *answer = (uint32_t)~ticks();
}
WATCHER(value_of_16) {
    UNUSED;
    if (!access->write) *answer = 0xFFFF - (ticks() & 0xFFFF);
}
WATCHER(alarm_of_32) {
    UNUSED;
    if (!access->write) return;
    if (!(access->value & 1)) rings_at = 0;
    if (access->value & ~access->before & 1 && ct_reg_model_peek(m, TIMER0_AT + IMR) & 1)
        rings_at = cycles + ct_reg_model_peek(m, TIMER0_AT + TAILR);
}
WATCHER(alarm_of_16) { // B of TIMER2, whose prescaler starts anew
    UNUSED;
    if (!access->write) return;
    if (!(access->value & 0x100)) rings_at = 0;
    if (access->value & ~access->before & 0x100 && ct_reg_model_peek(m, TIMER2_AT + IMR) & 0x100)
        rings_at = cycles + ct_reg_model_peek(m, TIMER2_AT + TBILR) *
                                (ct_reg_model_peek(m, TIMER2_AT + TBPR) + 1);
}
static void watch(void) {
    ct_reg_model_watch(&chip, TIMER1_AT + CTL, TIMER1_AT + CTL, counter_control, NULL);
    ct_reg_model_watch(&chip, TIMER1_AT + TAR, TIMER1_AT + TAR, value_of_32, NULL);
    ct_reg_model_watch(&chip, TIMER0_AT + CTL, TIMER0_AT + CTL, alarm_of_32, NULL);
    ct_reg_model_watch(&chip, TIMER2_AT + CTL, TIMER2_AT + CTL, counter_control, NULL);
    ct_reg_model_watch(&chip, TIMER2_AT + TAR, TIMER2_AT + TAR, value_of_16, NULL);
    ct_reg_model_watch(&chip, TIMER2_AT + CTL, TIMER2_AT + CTL, alarm_of_16, NULL);
}
#else // nRF51, reference manual 19
enum { START = 0x000, COUNTER = 0x504, PRESCALER = 0x508, CC0 = 0x540 };
enum { RTC0_AT = 0x4000B000 };
static bool armed;
WATCHER(start) {
    UNUSED;
    if (access->write && access->value) {
        started = cycles, runs = true;
        armed = ct_reg_model_peek(&chip, RTC0_AT + 0x304) >> 16 & 1 && ct_reg_model_peek(&chip, RTC0_AT + 0x344) >> 16 & 1;
    }
}
WATCHER(value_of_24) {
    UNUSED;
    if (!access->write) *answer = ticks() & 0xFFFFFF;
}
WATCHER(compare) { // 19.1.7: one that is less than two ticks ahead does not match this time
    UNUSED;
    if (!access->write || !runs || !armed) return;
    const uint64_t ahead = (access->value - ticks()) & 0xFFFFFF;
    rings_at = started + (ticks() + (ahead < 2 ? ahead + 0x1000000 : ahead)) * divider;
}
static void watch(void) {
    ct_reg_model_watch(&chip, RTC0_AT + START, RTC0_AT + START, start, NULL);
    ct_reg_model_watch(&chip, RTC0_AT + COUNTER, RTC0_AT + COUNTER, value_of_24, NULL);
    ct_reg_model_watch(&chip, RTC0_AT + CC0, RTC0_AT + CC0, compare, NULL);
}
#endif

/* ---- a clock on it */

enum { TIMERS = 6 };
static uintptr_t heap[CT_TIMER_HEAP_WIDE_WORDS(TIMERS)];
static struct ct_timer timer[TIMERS];
static uint64_t due[TIMERS];
static volatile uint32_t halves;
static struct ct_counter counter;
static void (*acknowledge)(void);
static unsigned expirations, slack;

static uint32_t state = 5;
static uint32_t random_number(void) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}
static void expire(struct ct_timer *which) {
    const unsigned n = (unsigned)(which - timer);
    assert_true(due[n] <= ticks());
    assert_true(ticks() - due[n] <= slack);
    expirations++;
}
static void handler(void) {
    rings_at = stub_posts = 0;
    acknowledge();
    ct_clock_run_(counter, &halves, heap, true);
}
static void pass(uint64_t longest) {
    cycles += 1 + random_number() % longest;
    while ((rings_at && cycles >= rings_at) || stub_posts) handler();
}

static void run(uint32_t longest_pass, uint32_t longest_delay, uint64_t until) {
    memset(heap, 0, sizeof heap);
    memset(timer, 0, sizeof timer);
    halves = 0;
    expirations = 0;
    assert_true(ct_counter_now(counter, &halves) <= lag);
    slack = longest_pass / divider + 60 * lag / divider + 4;
    handler();
    while (ticks() < until) {
        const uint64_t before = ticks(), now = ct_counter_now(counter, &halves);
        assert_true(now >= before && now <= ticks());
        const unsigned n = random_number() % TIMERS;
        if (!timer[n].expire) {
            due[n] = now + 1 + random_number() % longest_delay;
            if (due[n] <= ct_counter_now(counter, &halves)) due[n] = ticks() + 1;
            ct_timer_wide_insert(heap, &timer[n], due[n], expire);
            if (timer[n].position == 1) {
                const uint64_t at = ct_counter_advance(counter, &halves);
                ct_counter_arm(counter, at, due[n] > at ? due[n] : at + 1);
            }
        }
        pass(longest_pass);
    }
    assert_true(expirations > 500);
}

static void begin(uint32_t per_tick, uint32_t per_access) {
    divider = per_tick;
    lag = per_access;
    runs = false;
    rings_at = started = 0;
    ct_reg_model_reset(&chip);
}
#define RUN(source, per_tick, per_access, ...)                                                     \
    do {                                                                                           \
        begin(per_tick, per_access);                                                               \
        source##_counter_prepare(per_tick);                                                        \
        counter = CT_COUNTER_OF_(source);                                                          \
        acknowledge = source##_counter_acknowledge;                                                \
        source##_counter_start();                                                                  \
        started = cycles;                                                                          \
        run(__VA_ARGS__);                                                                          \
    } while (0)

#ifdef TIMER0A_COUNTER_DIVIDES
static void lm3s_32_bits(void **unused) {
    (void)unused;
    RUN(TIMER0A, 1, 4, 3000000, 40000000, 20ull << 32);
}
static void lm3s_16_bits(void **unused) {
    (void)unused;
    RUN(TIMER2B, 12, 4, 9000, 300000, 400ull << 16);
    RUN(TIMER2B, 250, 4, 250000, 300000, 400ull << 16);
}
#else
static void nrf51_24_bits(void **unused) {
    (void)unused;
    RUN(RTC0, 1, 0, 60000, 3000000, 40ull << 24);
    RUN(RTC0, 8, 1, 9000, 30000, 2ull << 24);
}
#endif

int main(void) {
    ct_reg_model_open(&chip, &device_model, words);
    watch();
    chip.before = before_access;
    ct_reg_model_use(&chip);
    const struct CMUnitTest tests[] = {
#ifdef TIMER0A_COUNTER_DIVIDES
        cmocka_unit_test(lm3s_32_bits),
        cmocka_unit_test(lm3s_16_bits),
#else
        cmocka_unit_test(nrf51_24_bits),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
