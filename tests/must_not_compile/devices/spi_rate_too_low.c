// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: card: this clock cannot be divided down to this rate
// target: m4f
// flags: {device stm32f401}
#include <corten/spi_port.h>

CT_SPI_PORT(card, SPI1);

void start(void);
void start(void) {
#ifdef OK
    ct_spi_port_start_below(card, 84000000, 400000);
#else
    ct_spi_port_start_below(card, 84000000, 100000);
#endif
}
