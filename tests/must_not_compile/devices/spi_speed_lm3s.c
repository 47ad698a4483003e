// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: bus: this SPI speed is more than a third away from what this clock can make
// target: m3
// flags: {device lm3s6965}
#include <corten/ssi.h>

CT_SSI(bus, SSI0, 50000000);

void start(void);
void start(void) {
#ifdef OK
    ct_ssi_start(bus, 25000000, CT_SPI_MODE_0); // half the clock, the fastest
    ct_ssi_start(bus, 770, CT_SPI_MODE_0);      // 1 / 65,024 of it, the slowest
#elif __clang__
    ct_ssi_start(bus, 40000000, CT_SPI_MODE_0);
#else
    ct_ssi_start(bus, 700, CT_SPI_MODE_0);
#endif
}
