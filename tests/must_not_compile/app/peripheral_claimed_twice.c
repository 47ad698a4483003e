// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: UART1_is_already_claimed
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/registers.h>
#include <corten/app.h>

CT_TASK(first, 1);
CT_TASK(other, 2);
CT_LOCAL_PERIPHERAL(port, UART1, first);
#ifdef OK
CT_LOCAL_PERIPHERAL(second_port, UART2, other);
#else
CT_LOCAL_PERIPHERAL(second_port, UART1, other);
#endif
CT_APP(DISPATCHERS(GPIOA, GPIOB), TASKS(first, other));

void init(struct init_task self) { (void)self; }
void first(struct first_task self) { (void)self; }
void other(struct other_task self) { (void)self; }
