// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'SPI1_is_already_claimed'
// target: m4f
// flags: {device stm32f401}
#include <corten/spi_port.h>

CT_SPI_PORT(flash, SPI1);
#ifdef OK
CT_SPI_PORT(card, SPI4);
#else
CT_SPI_PORT(card, SPI1);
#endif
