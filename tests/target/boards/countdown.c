// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A board's count-down timer: what it answers, and, where CLOCK_IS_TIM5, how long it takes: TIM5 of
// the emulated STM32F405 counts nanoseconds. Periods around what SysTick's 24 bits hold at 168 MHz
// (99,864 us) and around the 16 bits of others.

#include <corten/block.h>
#include <corten/board.h>
#include <corten/semihosting.h>

#ifdef CLOCK_IS_TIM5
#define TIM5_CR1 (*(volatile uint32_t *)0x40000C00u)
#define TIM5_EGR (*(volatile uint32_t *)0x40000C14u)
#define TIM5_CNT (*(volatile uint32_t *)0x40000C24u)
#define TIM5_ARR (*(volatile uint32_t *)0x40000C2Cu)
static void start_clock(void) {
    TIM5_ARR = 0xFFFFFFFFu;
    TIM5_EGR = 1;
    TIM5_CR1 = 1;
}
static uint32_t nanoseconds(void) { return TIM5_CNT; }
static bool is_in_time(uint32_t took, uint32_t microseconds) {
    return took >= microseconds * 1000u && took < microseconds * 1000u + 4000u;
}
#else
static void start_clock(void) {}
static uint32_t nanoseconds(void) { return 0; }
static bool is_in_time(uint32_t took, uint32_t microseconds) { return took == 0 && microseconds; }
#endif

static void say(const char *what, enum ct_error error) {
    ct_semihosting_print(what);
    ct_semihosting_print(error == CT_OK              ? ": CT_OK\n"
                         : error == CT_INVALID       ? ": CT_INVALID\n"
                         : error == CT_OUT_OF_RANGE  ? ": CT_OUT_OF_RANGE\n"
                         : error == CT_WOULD_BLOCK   ? ": CT_WOULD_BLOCK\n"
                                                     : ": ?\n");
}

// Looks rarely, as the emulator is slow at it: once in about 600 instructions.
static enum ct_error wait_for_it(void) {
    for (;;) {
        const enum ct_error e = ct_countdown_wait(BOARD_TIMER);
        if (e != CT_WOULD_BLOCK) return e;
        for (uint32_t n = 0; n < 200; n++) CT_COMPILER_BARRIER();
    }
}

static void count_down(uint32_t microseconds) {
    const uint32_t begun = nanoseconds();
    const enum ct_error started = ct_countdown_start(BOARD_TIMER, microseconds);
    const enum ct_error ended = wait_for_it();
    const uint32_t took = nanoseconds() - begun;
    ct_semihosting_print_u32(microseconds);
    const bool in_time = is_in_time(took, microseconds);
    if (started || ended)
        ct_semihosting_print(" failed\n");
    else if (in_time)
        ct_semihosting_print(" us\n");
    else {
        ct_semihosting_print(" us took ns ");
        ct_semihosting_print_u32(took);
        ct_semihosting_print("\n");
    }
}

int main(void) {
    CT_IGNORE(board_start_clocks().error);
    start_clock();
    say("wait before the first start", ct_countdown_wait(BOARD_TIMER));
    say("cancel before the first start", ct_countdown_cancel(BOARD_TIMER));
    say("start with 0", ct_countdown_start(BOARD_TIMER, 0));
    static const uint32_t periods[] = {1, 2, 10, 1000, 65535, 65536, 99864, 99865};
    for (size_t n = 0; n < CT_COUNT(periods); n++) count_down(periods[n]);
    say("wait when it is over", ct_countdown_wait(BOARD_TIMER));
    say("start", ct_countdown_start(BOARD_TIMER, 1000));
    say("wait", ct_countdown_wait(BOARD_TIMER));
    say("cancel", ct_countdown_cancel(BOARD_TIMER));
    say("wait", ct_countdown_wait(BOARD_TIMER));
    CT_IGNORE(ct_countdown_start(BOARD_TIMER, 1000000));
    count_down(100); // starting it anew forgets the rest
    ct_semihosting_exit(0);
}
