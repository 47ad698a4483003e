// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CORTEN_ARCH_PANIC_PORT_H
#define CORTEN_ARCH_PANIC_PORT_H

#include <corten/panic_port.h>

/// Who runs in an exception: a task of CT_APP, else the interrupt's own name.
const char *ct_task_in_exception_(uint32_t exception);

#endif
