// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: sck_is_SPI2_SCK
// target: m4f
// flags: {device stm32f401}
#include <corten/spi_port.h>

CT_PIN_ALTERNATE(sck, A, 5, SPI1_SCK, PUSH_PULL, FLOATING, FAST);
CT_PIN_ALTERNATE(miso, A, 6, SPI1_MISO, PUSH_PULL, PULL_UP, FAST);
CT_PIN_ALTERNATE(mosi, A, 7, SPI1_MOSI, PUSH_PULL, FLOATING, FAST);
#ifdef OK
CT_SPI_PORT_CHECK_PINS(SPI1, sck, miso, mosi);
#else
CT_SPI_PORT_CHECK_PINS(SPI2, sck, miso, mosi);
#endif
