// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// SPI by hand: a bus over three pins, for chips without one, or with too few.
///
///     CT_SOFT_SPI(wires, CLOCK_PIN, OUT_PIN, IN_PIN, DELAY, 100000, CT_SPI_MODE_0);
///     CT_MUST(wires_start());                                // the clock at rest
///     CT_MUST(ct_spi_bus_write(wires, data, 4));
///     CT_SPI_DEVICE(chip, wires, SELECT, DELAY);             // as any other bus
///
/// The speed is "at most": half a period is waited for with the delay, and the pins take time too;
/// with 0 Hz there is no delay, and it goes as fast as the pins. It can be configured: a speed of its
/// own, any mode. Pins that can fail (those of an expander) end a transfer with their error. One
/// context at a time; an interrupt in between makes it slower, which a device does not mind.
#ifndef CORTEN_HAL_SOFT_SPI_H
#define CORTEN_HAL_SOFT_SPI_H

#include <corten/hal/delay.h>
#include <corten/hal/pin.h>
#include <corten/hal/spi.h>

/// The pins and how they are to move.
struct ct_soft_spi {
    struct ct_output_pin clock, out;
    struct ct_input_pin in;
    struct ct_delay delay;
};
struct ct_soft_spi_state {
    uint32_t half_ns; ///< 0: no delay
    enum ct_spi_mode mode;
};

/// At file scope: `struct ct_spi_bus NAME` over these pins, and NAME_start(). The clock and `out` are
/// outputs, `in` is an input.
#define CT_SOFT_SPI(name, clock_, out_, in_, delay_, hz_, mode_)                                   \
    static struct ct_soft_spi_state name##_state_ = {CT_SOFT_SPI_HALF_NS_(hz_), (mode_)};          \
    ct_inline struct ct_soft_spi name##_pins_(void) {                                              \
        return (struct ct_soft_spi){(clock_), (out_), (in_), (delay_)};                            \
    }                                                                                              \
    static CT_NOINLINE __attribute__((unused)) enum ct_error name##_transfer_(                     \
        void *object, const uint8_t *write, uint8_t *read, size_t length) {                        \
        (void)object;                                                                              \
        return ct_soft_spi_transfer(name##_pins_(), &name##_state_, write, read, length);          \
    }                                                                                              \
    static __attribute__((unused)) enum ct_error name##_start(void) {                              \
        return ct_output_set(name##_pins_().clock, name##_state_.mode >> 1);                       \
    }                                                                                              \
    ct_outline enum ct_error name##_configure_(void *object, struct ct_spi_config config) {        \
        (void)object;                                                                              \
        name##_state_ = (struct ct_soft_spi_state){CT_SOFT_SPI_HALF_NS_(config.hz), config.mode};  \
        return name##_start();                                                                     \
    }                                                                                              \
    static const struct ct_spi_bus_ops name##_bus_ops_ = {name##_transfer_, NULL, name##_configure_}; \
    static const __attribute__((unused)) struct ct_spi_bus name = {&name##_bus_ops_, NULL}
#define CT_SOFT_SPI_HALF_NS_(hz) ((hz) ? (500000000u + (hz) - 1u) / ((hz) ? (hz) : 1u) : 0u)

ct_inline void ct_soft_spi_pause_(struct ct_soft_spi pins, const struct ct_soft_spi_state *state) {
    if (state->half_ns) ct_delay_ns(pins.delay, state->half_ns);
}

/// What ct_spi_bus_transfer() does.
///
///     CPHA 0    out  ─┬─ edge: taken ─┬─ back        CPHA 1    edge, out ─┬─ back: taken
ct_inline enum ct_error ct_soft_spi_transfer(struct ct_soft_spi pins,
                                             const struct ct_soft_spi_state *state,
                                             const uint8_t *write, uint8_t *read, size_t length) {
    const bool rest = state->mode >> 1, second = state->mode & 1;
    for (size_t n = 0; n < length; n++) {
        const uint8_t sent = write ? write[n] : 0xFF;
        uint8_t taken = 0;
        for (int bit = 7; bit >= 0; bit--) {
            enum ct_error e = CT_OK;
            if (second) e = ct_output_set(pins.clock, !rest);
            if (!e) e = ct_output_set(pins.out, sent >> bit & 1);
            if (e) return e;
            ct_soft_spi_pause_(pins, state);
            e = ct_output_set(pins.clock, second ? rest : !rest);
            if (e) return e;
            const int level = ct_input_is_high(pins.in);
            if (level < 0) return (enum ct_error)level;
            taken = (uint8_t)(taken << 1 | level);
            ct_soft_spi_pause_(pins, state);
            if (!second) e = ct_output_set(pins.clock, rest);
            if (e) return e;
        }
        if (read) read[n] = taken;
    }
    return CT_OK;
}

#endif
