// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Starting over.
///
///     if (update_is_complete) ct_reset();
#ifndef CORTEN_RESET_H
#define CORTEN_RESET_H

#include <corten/compiler.h>

/// Resets the chip as its reset pin would; no-init RAM keeps its content. On the host the process
/// ends with status 1. Any context.
_Noreturn void ct_reset(void);

#endif
