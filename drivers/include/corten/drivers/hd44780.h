// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// HD44780: character displays of 1 to 4 lines, on six pins.
///
///     CT_HD44780_DEFINE(lcd, .rs = RS, .e = E, .data = {D4, D5, D6, D7}, .delay = DELAY,
///                       .columns = 16, .lines = 2);
///     CT_MUST(lcd_start());
///     CT_MUST(lcd_at(0, 1));                             // column 0 of the second line
///     CT_MUST(lcd_write("21.5 \xDF" "C"));
///     CT_MUST(lcd_clear());
///
/// Four data lines are used, D4 to D7, and R/W is at ground: nothing is read back, each command is
/// given its time. Contexts and errors are those of the pins; after an error start again, since the
/// display may have half a byte.
///
/// Facts: Hitachi, HD44780U data sheet ADE-207-272(Z): table 6 (instructions and times), figure 24
/// (initialisation with four lines), "Bus timing characteristics", table 4 (characters).
#ifndef CORTEN_DRIVERS_HD44780_H
#define CORTEN_DRIVERS_HD44780_H

#include <corten/drivers/define.h>
#include <corten/hal/delay.h>
#include <corten/hal/pin.h>

struct ct_hd44780 {
    struct ct_output_pin rs, e;
    struct ct_output_pin data[4]; ///< D4, D5, D6, D7
    struct ct_delay delay;
    uint8_t columns; ///< 8 to 40; 16 where it is 0
    uint8_t lines;   ///< 1, 2 or 4; 2 where it is 0
    enum ct_error (*byte_)(bool is_text, uint8_t byte); // the one copy of ct_hd44780_byte_()
};

// Half a byte, taken at the falling edge of E.
ct_inline CT_MUST_USE enum ct_error ct_hd44780_nibble_(struct ct_hd44780 lcd, uint8_t nibble) {
    enum ct_error e;
    for (int i = 0; i < 4; i++)
        if ((e = ct_output_set(lcd.data[i], nibble >> i & 1))) return e;
    if ((e = ct_output_set_high(lcd.e))) return e;
    ct_delay_ns(lcd.delay, 450);
    if ((e = ct_output_set_low(lcd.e))) return e;
    ct_delay_ns(lcd.delay, 550);
    return CT_OK;
}

// A byte and the time it takes: 37 us at the slowest clock of 190 kHz are 53 us.
ct_inline CT_MUST_USE enum ct_error ct_hd44780_byte_(struct ct_hd44780 lcd, bool is_text,
                                                     uint8_t byte) {
    enum ct_error e = ct_output_set(lcd.rs, is_text);
    for (int half = 0; half < 2 && !e; half++, byte = (uint8_t)(byte << 4))
        e = ct_hd44780_nibble_(lcd, byte >> 4);
    ct_delay_us(lcd.delay, 53);
    return e;
}
ct_inline CT_MUST_USE enum ct_error ct_hd44780_send_(struct ct_hd44780 lcd, bool is_text,
                                                     uint8_t byte) {
    return lcd.byte_ ? lcd.byte_(is_text, byte) : ct_hd44780_byte_(lcd, is_text, byte);
}

/// Clears the display and goes to its first place. CT_OK or a pin's error.
ct_inline CT_MUST_USE enum ct_error ct_hd44780_clear(struct ct_hd44780 lcd) {
    const enum ct_error e = ct_hd44780_send_(lcd, false, 0x01);
    ct_delay_us(lcd.delay, 2200); // 1.52 ms at 270 kHz
    return e;
}

/// Sets the display up: four lines, cleared, on, without a cursor. CT_OK or a pin's error.
ct_inline CT_MUST_USE enum ct_error ct_hd44780_start(struct ct_hd44780 lcd) {
    enum ct_error e = ct_output_set_low(lcd.e);
    if (!e) e = ct_output_set_low(lcd.rs);
    ct_delay_ms(lcd.delay, 40); // after the supply has risen
    // Three times "eight lines", whatever half byte it was in; then four.
    for (int i = 0; i < 4 && !e; i++) {
        e = ct_hd44780_nibble_(lcd, i < 3 ? 0x3 : 0x2);
        ct_delay_us(lcd.delay, i == 0 ? 4100 : 100);
    }
    const uint8_t commands[] = {lcd.lines == 1 ? 0x20 : 0x28, 0x08, 0x06, 0x0C};
    for (unsigned i = 0; i < CT_COUNT(commands) && !e; i++)
        e = ct_hd44780_send_(lcd, false, commands[i]);
    return e ? e : ct_hd44780_clear(lcd);
}

/// The next character will be there; both count from 0. CT_OK, CT_OUT_OF_RANGE or a pin's error.
ct_inline CT_MUST_USE enum ct_error ct_hd44780_at(struct ct_hd44780 lcd, uint8_t column,
                                                  uint8_t line) {
    const uint8_t columns = lcd.columns ? lcd.columns : 16, lines = lcd.lines ? lcd.lines : 2;
    if (column >= columns || line >= lines) return CT_OUT_OF_RANGE;
    // Odd lines are in the upper half of its memory; the third goes on where the first ends.
    const uint8_t place = (uint8_t)(column + (line & 1 ? 0x40 : 0) + (line & 2 ? columns : 0));
    return ct_hd44780_send_(lcd, false, 0x80 | place);
}

/// Writes characters of the display's own table, from where it is to the right. CT_OK or a pin's
/// error.
ct_inline CT_MUST_USE enum ct_error ct_hd44780_write(struct ct_hd44780 lcd, const char *text) {
    for (; *text; text++) {
        const enum ct_error e = ct_hd44780_send_(lcd, true, (uint8_t)*text);
        if (e) return e;
    }
    return CT_OK;
}

/// Draws one of the eight characters of its own, 0 to 7 (write it as 8 to 15, which are the same):
/// eight rows from above, bit 4 leftmost. Go to a place afterwards. CT_OK, CT_OUT_OF_RANGE or a pin's
/// error.
ct_inline CT_MUST_USE enum ct_error ct_hd44780_draw(struct ct_hd44780 lcd, uint8_t character,
                                                    const uint8_t rows[8]) {
    if (character > 7) return CT_OUT_OF_RANGE;
    enum ct_error e = ct_hd44780_send_(lcd, false, (uint8_t)(0x40 | character << 3));
    for (int i = 0; i < 8 && !e; i++) e = ct_hd44780_send_(lcd, true, rows[i] & 0x1F);
    return e;
}

/// At file scope: NAME_start(), NAME_clear(), NAME_at(column, line), NAME_write(text) and
/// NAME_draw(character, rows) for one display, not inlined.
#define CT_HD44780_DEFINE(name, ...)                                                               \
    CT_DRIVER_FUNCTION(enum ct_error, name##_byte_, (bool is_text, uint8_t byte),                  \
                       ct_hd44780_byte_((struct ct_hd44780){__VA_ARGS__}, is_text, byte))          \
    CT_DRIVER_FUNCTION(enum ct_error, name##_start, (void),                                        \
                       ct_hd44780_start(CT_HD44780_(name, __VA_ARGS__)))                           \
    CT_DRIVER_FUNCTION(enum ct_error, name##_clear, (void),                                        \
                       ct_hd44780_clear(CT_HD44780_(name, __VA_ARGS__)))                           \
    CT_DRIVER_FUNCTION(enum ct_error, name##_at, (uint8_t column, uint8_t line),                   \
                       ct_hd44780_at(CT_HD44780_(name, __VA_ARGS__), column, line))                \
    CT_DRIVER_FUNCTION(enum ct_error, name##_write, (const char *text),                            \
                       ct_hd44780_write(CT_HD44780_(name, __VA_ARGS__), text))                     \
    CT_DRIVER_FUNCTION(enum ct_error, name##_draw, (uint8_t character, const uint8_t *rows),       \
                       ct_hd44780_draw(CT_HD44780_(name, __VA_ARGS__), character, rows))
#define CT_HD44780_(name, ...) ((struct ct_hd44780){__VA_ARGS__, .byte_ = name##_byte_})

#endif
