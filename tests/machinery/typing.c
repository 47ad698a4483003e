// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Repeats every line that arrives at UART0 with the instant at which each of its characters was
// seen: the millisecond, and where SysTick stood. `toggle` changes the word that the test watches.
// Registers: LM3S6965 data sheet (DS-LM3S6965-12746.2515), chapter 12.

#include <corten/compiler.h>
#include <corten/cortex_m.h>
#include <corten/device.h>

#include <stdbool.h>
#include <string.h>

#define UART0(offset)   (*(volatile uint32_t *)(0x4000C000 + (offset)))
#define SYSTICK(offset) (*(volatile uint32_t *)(0xE000E010 + (offset)))

volatile uint32_t watched __attribute__((section(".bss.first")));
static volatile uint32_t milliseconds;
static char line[64];
static unsigned length;
static uint32_t checksum; // of all instants so far

static void put(const char *text) {
    while (*text) UART0(0) = (uint8_t)*text++;
}

static void put_number(uint32_t value) {
    char text[11] = {0};
    unsigned at = 10;
    do text[--at] = (char)('0' + value % 10);
    while ((value /= 10) != 0);
    put(text + at);
}

void SysTick_Handler(void);
void SysTick_Handler(void) { milliseconds++; }

void UART0_Handler(void);
void UART0_Handler(void) {
    const uint32_t now = milliseconds * 12000 + 11999 - SYSTICK(8);
    UART0(0x44) = 0x50;
    while (!(UART0(0x18) & 0x10)) {
        const char typed = (char)UART0(0);
        checksum = checksum * 31 + now;
        if (typed != '\n') {
            if (length < sizeof line - 1) line[length++] = typed;
            continue;
        }
        line[length] = '\0';
        length = 0;
        put_number(now / 12);
        put(" us: ");
        put(line);
        put(", ");
        put_number(checksum);
        put("\r\n");
        if (strcmp(line, "toggle") == 0) watched ^= 1u << 5;
    }
}

int main(void) {
    watched = 0;
    UART0(0x30) = 0x301;
    UART0(0x38) = 0x50;
    SYSTICK(4) = 11999;
    SYSTICK(8) = 0;
    SYSTICK(0) = 7;
    *(volatile uint32_t *)0xE000E100 = 1u << UART0_IRQn;
    put("ready\r\n");
    for (volatile uint32_t turns = 0;; turns = turns + 1) // busy at times, asleep at others
        if (milliseconds & 15) __asm__ volatile("wfi");
}
