// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'PE2_is_already_claimed'
// target: m4f
// flags: {device stm32f405}
#include <corten/pins.h>

CT_PIN_BUS(data, E, 0, 1, 2, 3);
#ifdef OK
CT_PIN_OUT(lamp, E, 4, PUSH_PULL, SLOW, LOW);
#else
CT_PIN_OUT(lamp, E, 2, PUSH_PULL, SLOW, LOW);
#endif
