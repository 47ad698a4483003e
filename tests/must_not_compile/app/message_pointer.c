// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: report_spawn
// gcc: incompatible pointer type
// clang: incompatible pointer types passing 'const char (*)[3]'
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

CT_TASK_WITH(report, 1, const char *, 2);
CT_APP(DISPATCHERS(GPIOA), TASKS(report));

#ifdef OK
void init(struct init_task self) { (void)self; CT_MUST(report_spawn("hi")); }
#else
static const char text[3] = "hi";
void init(struct init_task self) { (void)self; CT_MUST(report_spawn(&text)); }
#endif
void report(struct report_task self, const char *text_) { (void)self, (void)text_; }
