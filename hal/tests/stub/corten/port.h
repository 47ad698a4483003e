// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The little of a port that the adapters of hal/ use.
#ifndef CORTEN_PORT_H
#define CORTEN_PORT_H

#include <corten/compiler.h>

typedef uint32_t ct_port_mask_t;
extern unsigned stub_masked, stub_relaxed;

ct_inline ct_port_mask_t ct_port_mask(void) { return stub_masked++; }
ct_inline void ct_port_unmask(ct_port_mask_t before) { stub_masked = before; }
ct_inline void ct_port_relax(void) { stub_relaxed++; }

#endif
