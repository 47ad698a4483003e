// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Waiting for a result that would block.
///
///     enum ct_error e = CT_BLOCK(timer_wait(&timer));    // CT_OK or a real error
///
/// A non-blocking operation returns CT_WOULD_BLOCK when it must be called again; CT_BLOCK calls it
/// until it returns anything else, and has that value. Thread mode and tasks; in a task it keeps
/// everything of the same and of lower priority waiting.
#ifndef CORTEN_BLOCK_H
#define CORTEN_BLOCK_H

#include <corten/error.h>
#include <corten/port.h>

/// Expression of the type of `call`, which is evaluated again and again.
#define CT_BLOCK(call)                                                                             \
    __extension__({                                                                                \
        __typeof__(call) ct_result_;                                                               \
        while ((ct_result_ = (call)) == CT_WOULD_BLOCK) ct_port_relax();                           \
        ct_result_;                                                                                \
    })

#endif
