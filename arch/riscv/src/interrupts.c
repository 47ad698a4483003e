// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The lines: from the CLINT's and the PLIC's interrupts to handlers, by level; and what is no
// interrupt, in words. Facts: RISC-V Privileged Architecture 1.12, 3.1.15 (mcause); RISC-V PLIC
// specification 1.0, chapters 3 to 9; SiFive FE310-G002 manual, chapter 9 (CLINT).

#include <corten/panic.h>
#include <corten/panic_port.h>
#include <corten/port.h>

typedef void handler(void);
CT_WEAK handler SysTick_Handler;
#define DECLARE(name, ...) CT_WEAK handler name##_Handler;
CT_DEVICE_INTERRUPTS(DECLARE)

static const struct {
    handler *call;
    const char *name;
} lines[CT_DEVICE_INTERRUPT_COUNT] = {
    [0] = {SysTick_Handler, "SysTick"},
#define LINE(irq, number) [number] = {irq##_Handler, #irq},
    CT_DEVICE_INTERRUPTS(LINE)
};

struct ct_riscv ct_riscv;
static uint32_t claimed;         // sources of the PLIC that are not completed yet
static volatile uint32_t active; // 16 + the line that runs; 0 in thread mode

static uint32_t tick_period;
static uint64_t next_tick;

enum { MIE_SOFTWARE = 1u << 3, MIE_TIMER = 1u << 7, MIE_EXTERNAL = 1u << 11 };
enum { CAUSE_SOFTWARE = 3, CAUSE_TIMER = 7, CAUSE_EXTERNAL = 11 };

void ct_port_start(void) {
    ct_riscv.current = 0;
    CT_PLIC_THRESHOLD = 0;
    __asm__ volatile("csrs mie, %0" ::"r"(MIE_SOFTWARE | MIE_EXTERNAL));
}

void ct_port_enable(int irq, unsigned level) {
    const uint32_t bit = 1u << ((unsigned)irq & 31u);
    ct_riscv.enabled |= bit;
    ct_riscv.at_level[level] |= bit;
    if (irq > 0) {
        CT_PLIC_PRIORITY[irq] = level;
        CT_PLIC_ENABLE[0] |= bit;
    }
}

static void set_mtimecmp(uint64_t at) {
    CT_CLINT_MTIMECMP[1] = 0xFFFFFFFFu; // no instant in between is earlier than both
    CT_CLINT_MTIMECMP[0] = (uint32_t)at;
    CT_CLINT_MTIMECMP[1] = (uint32_t)(at >> 32);
}

static uint64_t mtime(void) {
    uint32_t high, low;
    do {
        high = CT_CLINT_MTIME[1];
        low = CT_CLINT_MTIME[0];
    } while (high != CT_CLINT_MTIME[1]);
    return (uint64_t)high << 32 | low;
}

void SysTick_tick_start(uint32_t cycles) {
    tick_period = cycles;
    next_tick = mtime() + cycles;
    set_mtimecmp(next_tick);
    __asm__ volatile("csrs mie, %0" ::"r"(MIE_TIMER));
}

struct ct_riscv_counter ct_riscv_counter;

void ct_riscv_counter_start(void) {
    ct_riscv_counter.base = (uint32_t)mtime();
    ct_riscv_counter.runs = true;
    set_mtimecmp(~0ull);
    __asm__ volatile("csrs mie, %0" ::"r"(MIE_TIMER));
}

void ct_riscv_counter_alarm(uint32_t at) {
    if (!ct_riscv_counter.runs) return;
    const uint64_t now = mtime();
    set_mtimecmp(now + (at - ((uint32_t)now - ct_riscv_counter.base)));
}

static void run(unsigned line) {
    if (!lines[line].call) {
        const struct ct_panic_record record = {.message = "an interrupt without a handler",
                                               .exception = active,
                                               .task = ct_panic_port_task()};
        ct_panic_with(&record);
    }
    ct_port_unmask_all();
    lines[line].call();
    ct_port_mask_all();
}

/// Runs the lines that are above the current level, the highest first, the lower number first.
/// Interrupts are masked but while a handler runs.
static void take(void) {
    const uint32_t before = ct_riscv.current, was_active = active;
    for (uint32_t level = CT_PORT_LEVELS; level > before;) {
        const uint32_t ready = ct_riscv.pending & ct_riscv.at_level[level];
        if (!ready) {
            level--;
            continue;
        }
        const unsigned line = (unsigned)__builtin_ctz(ready);
        __atomic_fetch_and(&ct_riscv.pending, ~(1u << line), __ATOMIC_RELAXED);
        ct_riscv.current = level;
        CT_PLIC_THRESHOLD = level;
        active = 16 + line;
        run(line);
        if (claimed & 1u << line) {
            claimed &= ~(1u << line);
            CT_PLIC_CLAIM = line; // complete: it may come again
        }
        level = CT_PORT_LEVELS; // what came meanwhile may be higher
    }
    ct_riscv.current = before;
    CT_PLIC_THRESHOLD = before;
    active = was_active;
}

static const char *reason_of(uint32_t cause) {
    static const char *const reasons[] = {
        "execution of a misaligned address", "execution of a bad address", "undefined instruction",
        "breakpoint", "misaligned load", "load from a bad address", "misaligned store",
        "store to a bad address"};
    return cause < CT_COUNT(reasons) ? reasons[cause] : "exception of unknown reason";
}

void ct_trap(uint32_t cause, uint32_t pc, const uint32_t *frame);
CT_USED void ct_trap(uint32_t cause, uint32_t pc, const uint32_t *frame) {
    extern char __text_start[], __text_end[];
    switch (cause) {
    case 1u << 31 | CAUSE_SOFTWARE: CT_CLINT_MSIP = 0; break;
    case 1u << 31 | CAUSE_TIMER:
        next_tick = tick_period ? next_tick + tick_period : ~0ull; // an alarm comes once
        set_mtimecmp(next_tick);
        ct_riscv.pending |= 1u;
        break;
    case 1u << 31 | CAUSE_EXTERNAL: {
        const uint32_t line = CT_PLIC_CLAIM;
        if (line) {
            claimed |= 1u << (line & 31u);
            ct_riscv.pending |= 1u << (line & 31u);
        }
        break;
    }
    default: {
        struct ct_panic_record record = {
            .message = reason_of(cause), .exception = active, .task = ct_panic_port_task()};
        __asm__ volatile("csrr %0, mtval" : "=r"(record.address));
        const bool in_text = pc >= (uintptr_t)__text_start && pc < (uintptr_t)__text_end;
        if (cause == 2 && in_text && *(const uint16_t *)pc == 0) record.message = "main() returned";
        if (frame) {
            for (unsigned i = 0; i < 4; i++) record.registers[i] = frame[8 + i]; // a0 to a3
            record.registers[CT_PANIC_LR] = frame[0];
            record.registers[CT_PANIC_PC] = pc;
        } else {
            record.message = "stack overflow";
        }
        ct_panic_with(&record);
    }
    }
    take();
}

/* ---- panic */

CT_WEAK const char *ct_app_task_name(uint32_t exception);

void ct_panic_port_mask_interrupts(void) { ct_port_mask_all(); }
uint32_t ct_panic_port_exception(void) { return active; }
const char *ct_panic_port_task(void) {
    const char *name = ct_app_task_name ? ct_app_task_name(active) : NULL;
    if (!name && active >= 16) name = lines[active - 16].name;
    return name ? name : "the main program";
}
