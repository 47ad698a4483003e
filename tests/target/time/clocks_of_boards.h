// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

/// Which counters the tests of time use on which board, and how late a task may be on the fine one.
#ifndef CORTEN_TESTS_CLOCKS_OF_BOARDS_H
#define CORTEN_TESTS_CLOCKS_OF_BOARDS_H

#if defined CT_PORT_RISCV // the machine timer is all there is
#    define FINE_SOURCE   MTIME
#    define FINE_HZ       10000000
#    define FINE_CLOCK_HZ 10000000
#    define LATE          2000 // 200 µs
#    define SPARE_A       SPARE0
#    define SPARE_B       SPARE1
#elif defined TIMER3A_COUNTER_DIVIDES // LM3S6965
#    define FINE_SOURCE     TIMER3A // 24 bits, of SysTick
#    define FINE_HZ         12000000
#    define FINE_CLOCK_HZ   12000000
#    define TICK_SOURCE     TIMER1A
#    define TICK_CLOCK_HZ   12000000
#    define COARSE_TICK     TIMER0A
#    define COARSE_HZ       1000
#    define COARSE_CLOCK_HZ 12000000
#    define LATE            12000 // 1 ms
#    define SPARE_A         GPIOA
#    define SPARE_B         GPIOB
#elif defined RTC0_COUNTER_DIVIDES // nRF51
#    define FINE_SOURCE     TIMER2 // 16 bits
#    define FINE_HZ         1000000
#    define FINE_CLOCK_HZ   16000000
#    define COARSE_SOURCE   TIMER0 // 32 bits
#    define COARSE_HZ       31250
#    define COARSE_CLOCK_HZ 16000000
#    define LATE            200
#    define SPARE_A         SWI0
#    define SPARE_B         SWI1
#    define SSI0            SWI2
#elif defined CT_STM32_COUNTER_ // the models of an STM32F405, after reset
#    define TICK_SOURCE     SysTick
#    define TICK_CLOCK_HZ   1000000000
#    define FINE_SOURCE     TIM3 // 16 bits
#    define FINE_HZ         1000000
#    define FINE_CLOCK_HZ   16000000
#    define COARSE_SOURCE   TIM2 // 32 bits
#    define COARSE_HZ       31250
#    define COARSE_CLOCK_HZ 16000000
#    define LATE            50
#    define SPARE_A         EXTI0
#    define SPARE_B         EXTI1
#else // native
#    define TICK_SOURCE     SysTick
#    define TICK_CLOCK_HZ   1000000000
#    define FINE_SOURCE     TIM3 // 16 bits
#    define FINE_HZ         1000000
#    define FINE_CLOCK_HZ   1000000000
#    define COARSE_SOURCE   RTC // 24 bits
#    define COARSE_HZ       31250
#    define COARSE_CLOCK_HZ 1000000000
#    define LATE            3
#    define SPARE_A         GPIOA
#    define SPARE_B         GPIOB
#endif

#endif
