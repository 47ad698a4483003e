// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

/// What the conformance programs share: printing a line, and ending.
#ifndef CORTEN_CONFORMANCE_H
#define CORTEN_CONFORMANCE_H

#include <corten/app.h>
#include <corten/board.h>
#include <corten/semihosting.h>

#ifdef CT_PORT_RISCV // lines that nothing is connected to, under the names that the programs use
#    define GPIOA SPARE0
#    define GPIOB SPARE1
#    define GPIOC SPARE2
#    define SSI0  SPARE3
#    define I2C0  SPARE4
#    define QEI0  SPARE5
#    define UART1 SPARE6
enum {
    GPIOA_IRQn = SPARE0_IRQn,
    GPIOB_IRQn = SPARE1_IRQn,
    GPIOC_IRQn = SPARE2_IRQn,
    I2C0_IRQn = SPARE4_IRQn,
    UART1_IRQn = SPARE6_IRQn
};
#endif

/// Prints texts and numbers of 32 bits, one behind the other, and a line feed.
#define SAY(...)                                                                                   \
    do {                                                                                           \
        CT_FOR_EACH(SAY_ONE_, ~, __VA_ARGS__)                                                      \
        ct_semihosting_print("\n");                                                                \
    } while (0)
#define SAY_ONE_(_, part)                                                                          \
    _Generic((part),                                                                               \
        uint32_t: say_unsigned_,                                                                   \
        int32_t: say_signed_,                                                                      \
        const char *: ct_semihosting_print,                                                        \
        char *: ct_semihosting_print)(part);

ct_inline void say_unsigned_(uint32_t value) { ct_semihosting_print_u32(value); }
ct_inline void say_signed_(int32_t value) {
    if (value < 0) ct_semihosting_print("-");
    ct_semihosting_print_u32(value < 0 ? 0u - (uint32_t)value : (uint32_t)value);
}

/// The program ends here, with success.
#define EXIT() ct_semihosting_exit(0)

#define NO_OPERATION() __asm__ volatile("nop")

#endif
