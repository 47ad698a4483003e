// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/gpio.h>

#ifdef OK
CT_GPIO(heater, B, 15);
#else
CT_GPIO(heater, B, 14);
#endif
