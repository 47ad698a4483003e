// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: flash: this rate is above the limit of this SPI
// target: m4f
// flags: {device stm32f405}
#include <corten/spi_port.h>

CT_SPI_PORT(flash, SPI2);

void start(void);
void start(void) {
#ifdef OK
    ct_spi_port_start(flash, 42000000, 21000000);
#else
    ct_spi_port_start(flash, 42000000, 42000000);
#endif
}
