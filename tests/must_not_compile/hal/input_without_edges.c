// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: incompatible type for argument 1 of 'ct_edge_take'
// clang: passing 'struct ct_input_pin' to parameter of incompatible type 'struct ct_edge_pin'
#include <corten/hal/pin.h>

enum ct_error wait(struct ct_input_pin plain, struct ct_edge_pin edge);
enum ct_error wait(struct ct_input_pin plain, struct ct_edge_pin edge) {
    (void)plain, (void)edge;
#ifdef OK
    return ct_edge_take(edge);
#else
    return ct_edge_take(plain);
#endif
}
