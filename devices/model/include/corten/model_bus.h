// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Things that models of chips have on their buses: what an SPI or I2C controller of a model asks.
///
///     static uint8_t memory[65536];
///     static struct ct_model_w25q flash = {.memory = memory, .bytes = sizeof memory};
///     ct_model_w25q_open(&flash);
///     const uint8_t sent = ct_model_spi_byte(&flash.thing, 0x9F);    // what a controller does
///     ct_model_spi_select(&flash.thing, false);
///
/// A thing is the first member of a struct with its state, in static storage. Time is the host's
/// virtual time. How a chip's model finds its things is in the chip's header. For native builds.
#ifndef CORTEN_MODEL_BUS_H
#define CORTEN_MODEL_BUS_H

#include <corten/compiler.h>

/* ---- SPI */

/// A thing with a chip select.
struct ct_model_spi_thing {
    /// Selected, or released. NULL: nothing happens then.
    void (*select)(struct ct_model_spi_thing *thing, bool selected);
    /// A frame of 8 or 16 bits comes while the returned one is sent. It is selected.
    uint16_t (*exchange)(struct ct_model_spi_thing *thing, uint16_t frame, unsigned bits);
    bool is_selected;
};
ct_inline void ct_model_spi_select(struct ct_model_spi_thing *thing, bool selected) {
    if (thing->is_selected == selected) return;
    thing->is_selected = selected;
    if (thing->select) thing->select(thing, selected);
}
/// Selects it if it is not, and moves a byte.
ct_inline uint8_t ct_model_spi_byte(struct ct_model_spi_thing *thing, uint8_t byte) {
    ct_model_spi_select(thing, true);
    return (uint8_t)thing->exchange(thing, byte, 8);
}

/* ---- I2C */

/// A thing with an address. `next` is the controller's.
struct ct_model_i2c_thing {
    struct ct_model_i2c_thing *next;
    uint16_t address; ///< 7 or 10 bits
    bool is_ten;
    /// START and its address came, for a write or a read: whether it acknowledges. NULL: it does.
    bool (*addressed)(struct ct_model_i2c_thing *thing, bool is_read);
    bool (*write)(struct ct_model_i2c_thing *thing, uint8_t byte); ///< whether it acknowledges
    uint8_t (*read)(struct ct_model_i2c_thing *thing);
    void (*stop)(struct ct_model_i2c_thing *thing); ///< STOP. NULL: nothing happens then
};

/* ---- An SPI NOR flash: W25Q. Data sheet W25Q32JV, 7 and 8. */

/// Reads (03, 0B), page programs (02), erases (20, D8, C7), identification (9F), status (05),
/// write enable and disable (06, 04), power-down (B9, AB). Programming only clears bits; while it is
/// busy it answers nothing but its status; a write without 06 is ignored and counted.
struct ct_model_w25q {
    struct ct_model_spi_thing thing;
    uint8_t *memory;
    uint32_t bytes;      ///< a power of two; ct_model_w25q_open() fills it with FF
    bool is_protected;   ///< fault: programs and erases do nothing
    bool is_dead;        ///< fault: it sends FF for ever
    unsigned ignored;    ///< commands that came while it was busy, or writes without 06
    // state
    uint64_t busy_until;
    uint32_t address, count;
    uint8_t command, page[256];
    bool is_enabled, is_down;
};
void ct_model_w25q_open(struct ct_model_w25q *flash);

/* ---- An I2C EEPROM: AT24. Data sheet AT24C256C, 7 and 8. */

/// Writes within a page (which wraps), reads on from the last place, and acknowledges nothing during
/// the 5 ms after a write.
struct ct_model_at24 {
    struct ct_model_i2c_thing thing; ///< its address is to be set: 0x50 to 0x57
    uint8_t *memory;
    uint32_t bytes;       ///< a power of two; above 2048 an address has two bytes
    uint16_t page;        ///< bytes of a page, a power of two up to 128
    int refuses_after;    ///< fault: bytes of a write until one is not acknowledged; -1: none
    unsigned writes;      ///< pages written so far
    // state
    uint64_t busy_until;
    uint32_t at, waiting;
    uint8_t address_bytes, pending[128];
};
void ct_model_at24_open(struct ct_model_at24 *eeprom);

/* ---- A thermistor with a resistor, as a voltage */

/// A NTC from the pin to ground, a resistor from the pin to the supply.
struct ct_model_thermistor {
    int32_t millicelsius;
    uint32_t ohm_at_25, beta, series_ohm, supply_mv;
};
/// The voltage, for ct_model_pin_ask_millivolts(pin, ct_model_thermistor_millivolts, &thermistor).
int ct_model_thermistor_millivolts(void *thermistor);

#endif
