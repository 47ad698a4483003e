// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The one list of an application in three files: every file includes it, main.c as CT_APP_MAIN.
// With EXTRA=1 there is one task more, which shares a variable.
#ifndef APPLICATION_H
#define APPLICATION_H

#define CT_APP_SPLIT
#include <corten/app.h>

#include "../../check.h"

CT_IDLE(idle);
CT_TASK(counts, 1, 2);
CT_TASK_WITH(adds, 2, FIELDS((uint32_t, by), (bool, last)), 3);
CT_INTERRUPT(edge, 3, GPIOD);
CT_ASYNC_WITH(collects, 1, uint32_t, { uint32_t sum, value; });
CT_IF(EXTRA, CT_TASK(extra, 4);)

CT_CHANNEL(values, uint32_t, 2);

CT_SHARED(uint32_t, total, counts, adds, edge, idle CT_IF(EXTRA, , extra)) = 100;
CT_SHARED(struct { uint8_t a[3]; }, table, adds, idle) = {{1, 2, 3}};
CT_LOCAL(uint32_t, idle_local, idle) = 7;
CT_READ_ONLY(LATE(uint32_t), factor, adds, collects);
CT_LOCK_FREE(uint32_t, of_one_priority, counts, collects);

CT_APP(DISPATCHERS(GPIOA, GPIOB, GPIOC),
       TASKS(idle, counts, adds, edge, collects CT_IF(EXTRA, , extra)),
       MONOTONIC(SysTick, 1000, 12000000));

#endif
