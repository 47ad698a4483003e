// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: chain strip: 1 to 65535 lamps
#include <corten/drivers/ws2812.h>

extern const struct ct_spi_bus_ops ops;
extern const struct ct_delay_ops times;
#ifdef OK
#    define LAMPS 8
#else
#    define LAMPS 0
#endif
CT_WS2812_DEFINE(strip, LAMPS, .bus = {&ops, NULL}, .delay = {&times, NULL})
