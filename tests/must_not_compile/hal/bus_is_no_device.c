// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: incompatible type for argument 1 of 'ct_spi_write'
// clang: passing 'struct ct_spi_bus' to parameter of incompatible type 'struct ct_spi_device'
#include <corten/hal/spi.h>

enum ct_error send(struct ct_spi_bus bus, struct ct_spi_device device, const uint8_t *data);
enum ct_error send(struct ct_spi_bus bus, struct ct_spi_device device, const uint8_t *data) {
    (void)bus, (void)device;
#ifdef OK
    return ct_spi_write(device, data, 1);
#else
    return ct_spi_write(bus, data, 1); // whom would it select?
#endif
}
