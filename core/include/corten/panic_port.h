// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What the panic code asks of the room above it: every port in arch/ defines these three.
#ifndef CORTEN_PANIC_PORT_H
#define CORTEN_PANIC_PORT_H

#include <corten/compiler.h>

/// From here on no interrupt runs.
void ct_panic_port_mask_interrupts(void);

/// Number of the active exception, 0 in thread mode.
uint32_t ct_panic_port_exception(void);

/// Name of the task that runs, of the interrupt where it is no task's, or "the main program".
const char *ct_panic_port_task(void);

#endif
