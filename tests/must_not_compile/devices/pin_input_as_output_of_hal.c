// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: only an output can be driven
// target: m4f
// flags: {device stm32f405}
#include <corten/pins.h>

CT_PIN_IN(button, C, 13, FLOATING);
CT_PIN_OUT(lamp, A, 5, PUSH_PULL, SLOW, LOW);

int go(void);
int go(void) {
#ifdef OK
    return ct_output_set_high(CT_PIN_AS_OUTPUT(lamp));
#else
    return ct_output_set_high(CT_PIN_AS_OUTPUT(button));
#endif
}
