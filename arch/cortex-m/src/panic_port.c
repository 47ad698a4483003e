// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "panic_port.h"

const char *ct_exception_name(uint32_t exception); // vectors.c

/// Defined by CT_APP, in firmware that has one.
CT_WEAK const char *ct_app_task_name(uint32_t exception);

const char *ct_task_in_exception_(uint32_t exception) {
    const char *name = ct_app_task_name ? ct_app_task_name(exception) : NULL;
    return name ? name : ct_exception_name(exception);
}

void ct_panic_port_mask_interrupts(void) { __asm__ volatile("cpsid i" ::: "memory"); }

uint32_t ct_panic_port_exception(void) {
    uint32_t ipsr;
    __asm__ volatile("mrs %0, ipsr" : "=r"(ipsr));
    return ipsr & 0x1FFu;
}

const char *ct_panic_port_task(void) { return ct_task_in_exception_(ct_panic_port_exception()); }
