// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: /(ignoring return value|ignoring return value of function).*warn_unused_result/
// flags: -Werror=unused-result
#include <corten/hal/pin.h>

void light(struct ct_output_pin pin);
void light(struct ct_output_pin pin) {
#ifdef OK
    CT_IGNORE(ct_output_set_high(pin));
#else
    ct_output_set_high(pin);
#endif
}
