// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: flash: this clock cannot make this rate within 10 %
// target: m4f
// flags: {device stm32f405}
#include <corten/spi_port.h>

CT_SPI_PORT(flash, SPI1);

void start(void);
void start(void) {
#ifdef OK
    ct_spi_port_start(flash, 84000000, 10000000); // 10.5 MHz
    ct_spi_port_start_below(flash, 84000000, 8000000);
#else
    ct_spi_port_start(flash, 84000000, 8000000); // 5.25 or 10.5 MHz
#endif
}
