// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: an analog pin has no level
// target: m4f
// flags: {device stm32f405}
#include <corten/pins.h>

CT_PIN_ANALOG(sensor, A, 4);
CT_PIN_IN(button, C, 13, FLOATING);

bool go(void);
#ifdef OK
bool go(void) { return ct_pin_is_high(button); }
#else
bool go(void) { return ct_pin_is_high(sensor); }
#endif
