// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'EXTI13_line_is_already_claimed'
// flags: -I{root}/devices/stm32/include {device stm32f405}
#include <corten/exti.h>

CT_EXTI(button_line, 13);
#ifdef OK
CT_EXTI(sensor_line, 12);
#else
CT_EXTI(sensor_line, 13);
#endif
