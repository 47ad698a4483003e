// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: conversion from 'double' to 'uint8_t'
// clang: implicit conversion turns floating-point number into integer: 'double' to 'typeof(uint8_t)'
// flags: -Werror
// target: m0 m3
// flags: {device lm3s6965}
#include <corten/app.h>

// Scalars convert as in every call of C: with -Wconversion that is a warning here too.
CT_TASK_WITH(report, 1, uint8_t, 2);
CT_APP(DISPATCHERS(GPIOA), TASKS(report));

#ifdef OK
static uint8_t level = 3;
#else
static double level = 3;
#endif
void init(struct init_task self) { (void)self; CT_MUST(report_spawn(level)); }
void report(struct report_task self, uint8_t n) { (void)self, (void)n; }
