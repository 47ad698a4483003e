// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A byte over SPI costs what its registers cost, with the same time-out and the same look at the errors:
// directly; through hal/ a transfer begins with a few more, since it may have nothing to send.
// target: m4f
// count hal_write - plain_write <= 9
// forbid hal_write: blx
// flags: {device stm32f405}
#include <corten/spi_port.h>

CT_SPI_PORT(port, SPI1);
CT_SPI_PORT_BUS(bus, port, 84000000);

// as vendors' headers have it
struct spi {
    volatile uint32_t CR1, CR2, SR, DR;
};
#define HAND ((struct spi *)0x40013000u)
ct_inline int exchange(uint8_t byte) {
    uint32_t left = 65536, status;
    HAND->DR = byte;
    while (!((status = HAND->SR) & (1u << 0 | 1u << 6 | 1u << 5)))
        if (--left == 0) return ct_spi_port_timeout_(port);
    if (__builtin_expect(!!(status & (1u << 6 | 1u << 5 | 1u << 4)), 0)) return ct_spi_port_error_(port, status);
    return (int)HAND->DR;
}

int ours_put(uint16_t frame);
int ours_put(uint16_t frame) { return ct_spi_port_put(port, frame); }
int hand_put(uint16_t frame);
int hand_put(uint16_t frame) {
    if (!(HAND->SR >> 1 & 1)) return -1;
    HAND->DR = frame;
    return 0;
}

int ours_exchange(uint8_t byte);
int ours_exchange(uint8_t byte) { return ct_spi_port_exchange(port, byte); }
int hand_exchange(uint8_t byte);
int hand_exchange(uint8_t byte) { return exchange(byte); }

enum ct_error hal_write(const uint8_t *data, size_t length);
enum ct_error hal_write(const uint8_t *data, size_t length) {
    return ct_spi_bus_write(CT_SPI_PORT_AS_BUS(bus), data, length);
}
enum ct_error plain_write(const uint8_t *data, size_t length);
enum ct_error plain_write(const uint8_t *data, size_t length) {
    for (; length; length--) {
        const int came = exchange(*data++);
        if (__builtin_expect(came < 0, 0)) return (enum ct_error)came;
    }
    return CT_OK;
}
