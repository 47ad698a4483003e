// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: sensor: this rate is above the limit of this SPI
// target: m4f
// flags: {device stm32f405}
#include <corten/spi_port.h>

CT_SPI_PORT(sensor, SPI2);
enum ct_error ask(uint8_t *answer);
enum ct_error ask(uint8_t *answer) {
#ifdef OK
    ct_spi_port_start_one_wire(sensor, 42000000, 10500000, CT_SPI_MODE_3, false);
#else
    ct_spi_port_start_one_wire(sensor, 84000000, 42000000, CT_SPI_MODE_3, false);
#endif
    const enum ct_error e = ct_spi_port_write_one_wire(sensor, (const uint8_t[]){0x8F}, 1);
    return e ? e : ct_spi_port_read_one_wire(sensor, answer, 1);
}
