// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// How deep the main stack has been.
///
///     ct_stack_paint();                                     // first thing in init
///     …
///     printf("stack: %zu of %zu bytes\n", ct_stack_used(), ct_stack_size());
///
/// Painting fills what is free with a pattern; the deepest word that has lost it tells how far the
/// stack has grown. Nothing is painted at start-up: firmware that does not measure pays nothing.
/// On the host, whose stack is not the firmware's, all results are 0.
#ifndef CORTEN_STACK_H
#define CORTEN_STACK_H

#include <corten/compiler.h>

#ifdef CT_PORT_HOST
ct_inline void ct_stack_paint(void) {}
ct_inline size_t ct_stack_used(void) { return 0; }
ct_inline size_t ct_stack_size(void) { return 0; }
#else

/// Paints the stack below the caller. Takes a store for each free word. Any context; what ran
/// before is not measured.
void ct_stack_paint(void);

/// Bytes of the stack that were in use at the deepest point since ct_stack_paint(); all of them
/// when nothing was painted. Any context.
size_t ct_stack_used(void);

/// Bytes that the stack has in all: STACK of corten_add_firmware(). Any context.
size_t ct_stack_size(void);

#endif
#endif
