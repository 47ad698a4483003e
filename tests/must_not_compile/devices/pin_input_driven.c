// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: only an output can be driven
// target: m4f
// flags: {device stm32f401}
#include <corten/pins.h>

CT_PIN_IN(button, C, 13, FLOATING);
CT_PIN_OUT(lamp, A, 5, PUSH_PULL, SLOW, LOW);

void go(void);
void go(void) {
#ifdef OK
    ct_pin_set_high(lamp);
#else
    ct_pin_set_high(button);
#endif
}
