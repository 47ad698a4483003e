// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// WS2812 (and SK6812): chains of coloured lamps, driven by the data line of an SPI bus.
///
///     CT_WS2812_DEFINE(strip, 8, .bus = SPI, .delay = DELAY);
///     CT_MUST(strip_start());                            // the bus at 2.4 MHz
///     strip_set(0, (struct ct_colour){.red = 32});
///     CT_MUST(strip_show());
///     strip_fill((struct ct_colour){0});
///
/// A lamp's bit takes 1.25 us: high for 0.4 us is 0, for 0.8 us is 1. So one bit is three bits on a bus
/// of 2.4 MHz, 100 or 110, and a lamp has 9 bytes of memory. The bytes must follow each other without
/// a gap of more than some microseconds: an SPI with a FIFO or DMA. Contexts: the bus's, which the
/// lamps have alone.
///
/// Facts: Worldsemi, WS2812B data sheet: "Data transfer time", "Sequence chart", "Composition of 24bit
/// data" (green first); the reset is that of the later parts, 280 us.
#ifndef CORTEN_DRIVERS_WS2812_H
#define CORTEN_DRIVERS_WS2812_H

#include <corten/drivers/define.h>
#include <corten/hal/delay.h>
#include <corten/hal/spi.h>

struct ct_colour {
    uint8_t red, green, blue;
};

enum { CT_WS2812_BYTES = 9, CT_WS2812_HZ = 2400000 };

struct ct_ws2812 {
    struct ct_spi_bus bus;
    struct ct_delay delay;
    uint8_t *bytes; ///< CT_WS2812_BYTES for each lamp, and one before and one behind, which stay 0
    uint16_t lamps;
};

/// A byte's eight bits as 24 on the bus: 1 is 110, 0 is 100. Computation only.
ct_inline uint32_t ct_ws2812_spread(uint8_t byte) {
    uint32_t bits = byte; // each bit goes to three times its place
    bits = (bits | bits << 8) & 0x00F00Fu;
    bits = (bits | bits << 4) & 0x0C30C3u;
    bits = (bits | bits << 2) & 0x249249u;
    return bits << 1 | 0x924924u;
}

/// Gives one lamp a colour, in memory. A lamp that is not there is nothing.
ct_inline void ct_ws2812_set(struct ct_ws2812 strip, uint16_t lamp, struct ct_colour colour) {
    if (lamp >= strip.lamps) return;
    const uint8_t order[3] = {colour.green, colour.red, colour.blue};
    uint8_t *at = strip.bytes + 1 + (size_t)lamp * CT_WS2812_BYTES;
    for (int i = 0; i < 3; i++) {
        const uint32_t bits = ct_ws2812_spread(order[i]);
        *at++ = (uint8_t)(bits >> 16);
        *at++ = (uint8_t)(bits >> 8);
        *at++ = (uint8_t)bits;
    }
}

/// Gives all lamps a colour, in memory.
ct_inline void ct_ws2812_fill(struct ct_ws2812 strip, struct ct_colour colour) {
    for (uint16_t lamp = 0; lamp < strip.lamps; lamp++) ct_ws2812_set(strip, lamp, colour);
}

/// Sends the colours, waits until the lamps have taken them. CT_OK or the bus's error.
ct_inline CT_MUST_USE enum ct_error ct_ws2812_show(struct ct_ws2812 strip) {
    enum ct_error e =
        ct_spi_bus_write(strip.bus, strip.bytes, (size_t)strip.lamps * CT_WS2812_BYTES + 2);
    if (!e) e = ct_spi_bus_flush(strip.bus);
    if (!e) ct_delay_us(strip.delay, 300);
    return e;
}

/// Sets the bus's speed and makes all lamps dark. CT_OK or the bus's error; a bus that cannot change
/// its speed must have been made for 2.4 MHz.
ct_inline CT_MUST_USE enum ct_error ct_ws2812_start(struct ct_ws2812 strip) {
    const enum ct_error e =
        ct_spi_bus_configure(strip.bus, (struct ct_spi_config){CT_WS2812_HZ, CT_SPI_MODE_0});
    if (e && e != CT_UNSUPPORTED) return e;
    ct_ws2812_fill(strip, (struct ct_colour){0, 0, 0});
    return ct_ws2812_show(strip);
}

/// At file scope: a chain of so many lamps with its memory; for it NAME_start(), NAME_show(),
/// NAME_set(lamp, colour) and NAME_fill(colour), not inlined.
#define CT_WS2812_DEFINE(name, lamps_, ...)                                                        \
    _Static_assert((lamps_) > 0 && (lamps_) < 65536, "chain " #name ": 1 to 65535 lamps");         \
    static uint8_t name##_bytes_[(lamps_) * CT_WS2812_BYTES + 2];                                  \
    CT_DRIVER_FUNCTION(enum ct_error, name##_start, (void),                                        \
                       ct_ws2812_start(CT_WS2812_(name, lamps_, __VA_ARGS__)))                     \
    CT_DRIVER_FUNCTION(enum ct_error, name##_show, (void),                                         \
                       ct_ws2812_show(CT_WS2812_(name, lamps_, __VA_ARGS__)))                      \
    CT_DRIVER_PROCEDURE(name##_set, (uint16_t lamp, struct ct_colour colour),                      \
                        ct_ws2812_set(CT_WS2812_(name, lamps_, __VA_ARGS__), lamp, colour))        \
    CT_DRIVER_PROCEDURE(name##_fill, (struct ct_colour colour),                                    \
                        ct_ws2812_fill(CT_WS2812_(name, lamps_, __VA_ARGS__), colour))
#define CT_WS2812_(name, lamps_, ...)                                                              \
    ((struct ct_ws2812){__VA_ARGS__, .bytes = name##_bytes_, .lamps = (lamps_)})

#endif
