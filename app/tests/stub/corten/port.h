// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The little of a port that the timer queue uses; whether it masks is watched.
#ifndef CORTEN_PORT_H
#define CORTEN_PORT_H

#include <corten/compiler.h>

typedef uint32_t ct_port_mask_t;
extern unsigned stub_masked, stub_maskings, stub_posts;

ct_inline ct_port_mask_t ct_port_mask(void) {
    stub_maskings++;
    return stub_masked++;
}
ct_inline void ct_port_unmask(ct_port_mask_t before) { stub_masked = before; }
ct_inline void ct_port_post(int irq) {
    (void)irq;
    stub_posts++;
}

#endif
