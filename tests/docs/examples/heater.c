// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// target: m4
// flags: -I{root}/boards/common/include -I{root}/devices/stm32/include {device stm32f405}
#include <corten/hal/pin.h>
#include <corten/heater.h>

//@ 1-2
enum ct_error heat(void) { return ct_output_set_high(BOARD_HEATER); }
