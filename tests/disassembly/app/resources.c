// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A right handed to a helper costs nothing, its lock four instructions; what is only read has no
// lock; a pin and a peripheral as resources are the constants that they were.
// target: m3 m4f m33
// flags: {device lm3s6965}
// expect add: mrs .*[Bb][Aa][Ss][Ee][Pp][Rr][Ii], …, msr .*_MAX.*|msr .*_max.*, …, ldr .*, add.*, str .*, …, msr .*, …
// count add - plain == 4
// count add_inlined - plain == 4
// count add_at_ceiling - plain == 0
// forbid reads: mrs|msr|cpsid|bl
#include <corten/app.h>
#include <corten/gpio.h>
#include <corten/registers.h>

CT_TASK(low, 1);
CT_INTERRUPT(edge, 3, GPIOA);
CT_SHARED(uint32_t, number, low, edge);
CT_READ_ONLY(LATE(uint32_t), gain, low, edge);
CT_LOCAL_PIN(lamp, (F, 0), low);
CT_LOCAL_PERIPHERAL(port, UART1, low);
CT_APP(DISPATCHERS(GPIOB), TASKS(low, edge));

void init(struct init_task self) { CT_SET(self, gain, 3); }
void low(struct low_task self) { (void)self; }
void edge(struct edge_task self) { (void)self; }

void plain(uint32_t n), add(struct number_key key, uint32_t n);
void plain(uint32_t n) { number_shared += n; }
void add(struct number_key key, uint32_t n) { CT_LOCK(key, number, c) *c += n; }

typedef CT_LOCKABLE(uint32_t) lockable;
ct_inline void add_any(lockable which, uint32_t n) { CT_LOCK_ANY(which, w) *w += n; }
void add_inlined(struct low_task self, uint32_t n), add_at_ceiling(struct edge_task self, uint32_t n);
void add_inlined(struct low_task self, uint32_t n) { add_any(CT_LOCKABLE_OF(lockable, self, number), n); }
void add_at_ceiling(struct edge_task self, uint32_t n) {
    add_any(CT_LOCKABLE_OF(lockable, self, number), n);
}

uint32_t reads(struct low_task self);
uint32_t reads(struct low_task self) { return *CT_READ_ONLY_OF(self, gain); }

void ours_pin(struct low_task self), hand_pin(void);
void ours_pin(struct low_task self) { ct_gpio_set_high(*CT_LOCAL_OF(self, lamp)); }
void hand_pin(void) { *(volatile uint32_t *)0x40025004 = 0xFF; }

void ours_peripheral(struct low_task self, uint32_t byte), hand_peripheral(uint32_t byte);
void ours_peripheral(struct low_task self, uint32_t byte) {
    reg_write_raw(CT_LOCAL_OF(self, port)->DR, byte);
}
void hand_peripheral(uint32_t byte) { *(volatile uint32_t *)0x4000D000 = byte; }
