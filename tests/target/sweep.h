// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// An interrupt between any two instructions of an operation, one run for each place.
///
///     static void prepare(void) { counter = 0; }
///     static void operation(void) { increment_under_lock(); }
///     void GPIOA_Handler(void) { counter++; }
///     static bool holds(void) { return counter == 2; }
///
///     SWEEP_IS_POSSIBLE;                            // once, at file scope
///     int main(void) {
///         const struct sweep all = {"increment", GPIOA_IRQn, prepare, operation, holds};
///         ct_semihosting_exit(sweep_run(&all, 12) ? 0 : 1);
///     }
///
/// For lm3s6965evb in the test mode `sweep`, where an instruction takes 8 ns of virtual time and a
/// timer counts in steps of 5 ns: with every count from 1 on, TIMER2A interrupts at every
/// instruction in turn, from before the operation until after it. Its handler has the most urgent
/// priority and only pends the interrupt under test, which is then taken at once or, where it is
/// masked, as soon as it may be: as if a peripheral had raised it at that very instruction.
/// The main clock is changed to 200 MHz, so SysTick runs at that.
///
/// Source of the registers: LM3S6965 data sheet (DS-LM3S6965-12746.2515), general-purpose timers
/// and system control; how the emulator counts them was measured.
#ifndef CORTEN_TESTS_SWEEP_H
#define CORTEN_TESTS_SWEEP_H

#include <corten/compiler.h>
#include <corten/port.h>
#include <corten/semihosting.h>

struct sweep {
    const char *name;
    int irq;                 ///< the interrupt under test; the sweep enables it, its priority is
                             ///< the caller's business (reset: 0, most urgent)
    void (*prepare)(void);   ///< before each pass
    void (*operation)(void); ///< what is interrupted
    bool (*holds)(void);     ///< after each pass, when the interrupt has been served
};

/// Sweeps; true when `holds` was true after every pass. Prints one line: how many different places
/// were interrupted, or after which address the first wrong result came. Fewer places than
/// `at_least` (about the number of instructions of the operation) is a failure too: then the
/// sweep did not reach what it should.
static bool sweep_run(const struct sweep *sweep, unsigned at_least);

#define SWEEP_REGISTER_(address) (*(volatile uint32_t *)(address))
#define SWEEP_RCC_               SWEEP_REGISTER_(0x400FE060) // run-mode clock configuration
#define SWEEP_RCGC1_             SWEEP_REGISTER_(0x400FE104) // clocks of the timers
#define SWEEP_TIMER_(offset)     SWEEP_REGISTER_(0x40032000 + (offset)) // TIMER2

static struct {
    int irq;
    volatile bool fired;
    volatile uint32_t at; // where the program was
} sweep_;

void sweep_trigger_(const uint32_t *frame);
void TIMER2A_Handler(void);

/// Defines the trigger's handler.
#define SWEEP_IS_POSSIBLE                                                                          \
    CT_USED void sweep_trigger_(const uint32_t *frame) {                                           \
        SWEEP_TIMER_(0x24) = 1; /* GPTMICR: acknowledged */                                        \
        sweep_.at = frame[6];                                                                      \
        sweep_.fired = true;                                                                       \
        ct_port_post(sweep_.irq);                                                                  \
    }                                                                                              \
    __attribute__((naked)) void TIMER2A_Handler(void) {                                            \
        __asm__ volatile("mov r0, sp\n\tpush {r4, lr}\n\tbl sweep_trigger_\n\tpop {r4, pc}");      \
    }                                                                                              \
    _Static_assert(1, "")

static inline void sweep_arm_(uint32_t count) {
    SWEEP_TIMER_(0x0C) = 0;     // GPTMCTL: stopped
    SWEEP_TIMER_(0x00) = 0;     // GPTMCFG: 32 bits
    SWEEP_TIMER_(0x04) = 1;     // GPTMTAMR: one shot
    SWEEP_TIMER_(0x28) = count; // GPTMTAILR
    SWEEP_TIMER_(0x18) = 1;     // GPTMIMR: time-out interrupts
    sweep_.fired = false;
    SWEEP_TIMER_(0x0C) = 1; // goes
}

static void sweep_report_(const struct sweep *sweep, const char *text, uint32_t number,
                          const char *unit) {
    ct_semihosting_print("sweep ");
    ct_semihosting_print(sweep->name);
    ct_semihosting_print(text);
    ct_semihosting_print_u32(number);
    ct_semihosting_print(unit);
}

static bool sweep_run(const struct sweep *sweep, unsigned at_least) {
    const unsigned line = TIMER2A_IRQn, irq = (unsigned)sweep->irq;
    const uint32_t trigger = 1u << line;
    unsigned places = 0, late = 0;
    uint32_t last = 0;
    SWEEP_RCC_ = 0x00400540; // 200 MHz / 1, from the PLL
    SWEEP_RCGC1_ |= 1u << 18;
    sweep_.irq = sweep->irq;
    SWEEP_REGISTER_(0xE000E400 + (line & ~3u)) &= ~(0xFFu << 8 * (line & 3)); // most urgent
    SWEEP_REGISTER_(0xE000E100) = trigger;
    SWEEP_REGISTER_(0xE000E100 + 4 * (irq >> 5)) = 1u << (irq & 31);

    for (uint32_t count = 1; late < 8; count++) {
        sweep->prepare();
        sweep_arm_(count);
        sweep->operation();
        CT_COMPILER_BARRIER();
        if (!sweep_.fired) late++; // the operation was over first
        while (!sweep_.fired) CT_COMPILER_BARRIER();
        __asm__ volatile("dsb\n\tisb" ::: "memory");
        if (sweep_.at != last) places++;
        last = sweep_.at;
        if (!sweep->holds()) {
            ct_semihosting_print("sweep ");
            ct_semihosting_print(sweep->name);
            ct_semihosting_print(" is wrong when interrupted before the instruction at ");
            ct_semihosting_print_hex(last);
            ct_semihosting_print("\n");
            return false;
        }
        if (count > 200000) {
            sweep_report_(sweep, " does not come to an end: ", places, " places\n");
            return false;
        }
    }
    SWEEP_REGISTER_(0xE000E180) = trigger;
    sweep_report_(sweep, " holds, interrupted at ", places, " places\n");
    if (places < at_least) sweep_report_(sweep, " should be interrupted at ", at_least, " or more\n");
    return places >= at_least;
}

#endif
