// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A lock is four instructions, at the ceiling none; an interrupt task is the handler itself.
// target: m3 m4f m7 m33
// flags: {device lm3s6965}
// count locked - plain == 4
// count locked(mrs|msr) == 3
// expect locked: …, mrs .*[Bb][Aa][Ss][Ee][Pp][Rr][Ii], …, msr .*_MAX.*|msr .*_max.*, …, ldr .*, add.*, str .*, …, msr .*, …
// count at_ceiling - plain == 0
// forbid at_ceiling: mrs|msr|cpsid|cpsie|bl
// count in_init - plain == 0
// count both - plain_both == 4
// count nested - plain == 4
// count topmost(cpsid|mrs|msr|cpsie) == 3
// expect GPIOA_Handler: bx lr
// forbid sends: bl
// count sends <= 17
// forbid GPIOB_Handler: push|bl
#include <corten/app.h>

CT_TASK_WITH(low, 1, uint32_t, 1);
CT_INTERRUPT(edge, 3, GPIOA);
CT_INTERRUPT(high, 4, GPIOC);
CT_INTERRUPT(top, CT_PORT_LEVELS, GPIOD);
CT_SHARED(uint32_t, number, low, edge);
CT_SHARED(uint32_t, other, low, high);
CT_SHARED(uint32_t, most, low, top);

CT_APP(DISPATCHERS(GPIOB), TASKS(low, edge, high, top));

void init(struct init_task self) { (void)self; }
void low(struct low_task self, uint32_t message) {
    (void)self;
    *(volatile uint32_t *)0x40004000 = message;
}
void edge(struct edge_task self) { (void)self; }
void high(struct high_task self) { (void)self; }
void top(struct top_task self) { (void)self; }

void plain(void), plain_both(void), sends(uint32_t message);
void plain(void) { number_shared += 1; }
void plain_both(void) { other_shared += 1, number_shared += 1; }

void locked(struct low_task self), at_ceiling(struct edge_task self), in_init(struct init_task self);
void locked(struct low_task self) { CT_LOCK(self, number, n) *n += 1; }
void at_ceiling(struct edge_task self) { CT_LOCK(self, number, n) *n += 1; }
void in_init(struct init_task self) { CT_LOCK(self, number, n) *n += 1; }

void both(struct low_task self), nested(struct low_task self), topmost(struct low_task self);
void both(struct low_task self) { CT_LOCK_ALL(self, (other, o), (number, n)) *o += 1, *n += 1; }
void nested(struct low_task self) { // in a loop that is left early, the lock is one all the same
    for (;;) {
        CT_LOCK(self, number, n) {
            *n += 1;
            break;
        }
        return;
    }
}
void topmost(struct low_task self) { CT_LOCK(self, most, m) *m += 1; } // BASEPRI cannot mask it

void sends(uint32_t message) { CT_IGNORE(low_spawn(message)); }
