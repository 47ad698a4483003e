// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: port_belongs_to_another_task
// both: struct other_task
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/registers.h>
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
#ifdef OK
CT_LOCAL_PERIPHERAL(port, UART1, other);
#else
CT_LOCAL_PERIPHERAL(port, UART1, first);
#endif
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { (void)self; }
void first(struct first_task self) { (void)self; }
void other(struct other_task self) { reg_write_raw(CT_LOCAL_OF(self, port)->DR, 1); }
