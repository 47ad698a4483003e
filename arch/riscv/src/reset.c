// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/reset.h>

/// Of the device or the board: what resets this machine. Without it the core stops.
CT_WEAK void ct_device_reset(void);

_Noreturn void ct_reset(void) {
    if (ct_device_reset) ct_device_reset();
    for (;;) CT_COMPILER_BARRIER();
}
