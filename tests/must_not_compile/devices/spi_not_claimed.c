// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: SPI1 was never claimed: it needs a CT_SPI_PORT at file scope
// target: m4f
// flags: {device stm32f405}
#include <corten/spi_port.h>

CT_SPI_PORT(flash, SPI1);

void start(void);
void start(void) {
#ifdef OK
    ct_spi_port_start(flash, 84000000, 10500000);
#else
    ct_spi_port_start(SPI1, 84000000, 10500000);
#endif
}
