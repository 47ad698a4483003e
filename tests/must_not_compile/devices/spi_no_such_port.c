// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: SPI4
// target: m4f
// flags: {device stm32f405}
#include <corten/spi_port.h>

#ifdef OK
CT_SPI_PORT(flash, SPI3);
#else
CT_SPI_PORT(flash, SPI4); // the STM32F405 has none
#endif
