// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: incompatible type for argument 1 of 'ct_output_set_high'
// clang: passing 'struct ct_input_pin' to parameter of incompatible type 'struct ct_output_pin'
#include <corten/hal/pin.h>

enum ct_error light(struct ct_input_pin in, struct ct_output_pin out);
enum ct_error light(struct ct_input_pin in, struct ct_output_pin out) {
    (void)in, (void)out;
#ifdef OK
    return ct_output_set_high(out);
#else
    return ct_output_set_high(in);
#endif
}
