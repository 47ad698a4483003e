// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// SSD0323: an OLED display of 128 columns and up to 80 rows in 16 shades, on SPI.
///
///     CT_CANVAS_GREY(screen, 128, 64);
///     CT_SSD0323_DEFINE(oled, .spi = OLED_SPI, .dc = OLED_DC, .delay = DELAY);
///     CT_MUST(oled_start());                             // cleared and on
///     ct_canvas_text(&screen, 4, 4, "hello", 15);
///     CT_MUST(oled_show(&screen));
///
/// Facts: Solomon Systech, SSD0323 data sheet: table of commands, and the RAM's order of columns and
/// nibbles (graphic display data RAM address map). The panel's currents and voltages are those that
/// OSRAM gives for its 128 x 64 Pictiva modules. Functions wait for the bus and for a reset of 0.2 ms;
/// contexts are those of bus and pins. Errors are those of bus and pins; after one the picture is
/// undefined until the next show, and the display needs no new start.
#ifndef CORTEN_DRIVERS_SSD0323_H
#define CORTEN_DRIVERS_SSD0323_H

#include <corten/drivers/canvas.h>
#include <corten/drivers/define.h>
#include <corten/hal/delay.h>
#include <corten/hal/pin.h>
#include <corten/hal/spi.h>

/// Wiring and panel. SPI: mode 0 or 3, at most 10 MHz. 0 for a number is its default.
struct ct_ssd0323 {
    struct ct_spi_device spi;
    struct ct_output_pin dc;    ///< high: data, low: commands
    struct ct_output_pin reset; ///< low: reset; none where its ops are NULL
    struct ct_delay delay;      ///< not used without a reset pin
    uint8_t height;             ///< rows, 1 to 80; 64
    uint8_t contrast;           ///< 1 to 127; 64
    uint8_t remap;              ///< how the glass is wired (command 0xA0); 0x52, the OSRAM modules'
    // the one copy of ct_ssd0323_send_here_() and of ct_ssd0323_home_here_()
    enum ct_error (*send_)(bool is_data, const uint8_t *bytes, size_t count);
    enum ct_error (*home_)(void);
};

enum { CT_SSD0323_WIDTH = 128 };

ct_inline CT_MUST_USE enum ct_error ct_ssd0323_send_here_(struct ct_ssd0323 display, bool is_data,
                                                          const uint8_t *bytes, size_t count) {
    const enum ct_error e = ct_output_set(display.dc, is_data);
    return e ? e : ct_spi_write(display.spi, bytes, count);
}
ct_inline CT_MUST_USE enum ct_error ct_ssd0323_send_(struct ct_ssd0323 display, bool is_data,
                                                     const uint8_t *bytes, size_t count) {
    return display.send_ ? display.send_(is_data, bytes, count)
                         : ct_ssd0323_send_here_(display, is_data, bytes, count);
}

ct_inline uint8_t ct_ssd0323_height(struct ct_ssd0323 display) {
    return display.height ? display.height : 64;
}

// The window becomes the whole screen and writing goes on at its upper left corner.
ct_inline CT_MUST_USE enum ct_error ct_ssd0323_home_here_(struct ct_ssd0323 display) {
    const uint8_t window[] = {0x15, 0, CT_SSD0323_WIDTH / 2 - 1,
                              0x75, 0, (uint8_t)(ct_ssd0323_height(display) - 1)};
    return ct_ssd0323_send_(display, false, window, sizeof window);
}
ct_inline CT_MUST_USE enum ct_error ct_ssd0323_home_(struct ct_ssd0323 display) {
    return display.home_ ? display.home_() : ct_ssd0323_home_here_(display);
}

/// Shows a canvas of four bits a point, 128 points wide and as high as the display. CT_OK;
/// CT_INVALID: another canvas; or the error of bus or pin.
ct_inline CT_MUST_USE enum ct_error ct_ssd0323_show(struct ct_ssd0323 display,
                                                    const struct ct_canvas *canvas) {
    const uint8_t height = ct_ssd0323_height(display);
    if (!canvas->is_grey || canvas->width != CT_SSD0323_WIDTH || canvas->height != height)
        return CT_INVALID;
    const enum ct_error e = ct_ssd0323_home_(display);
    return e ? e
             : ct_ssd0323_send_(display, true, canvas->pixels,
                                height * (size_t)CT_SSD0323_WIDTH / 2);
}

/// Sets the contrast, 0 to 127.
ct_inline CT_MUST_USE enum ct_error ct_ssd0323_set_contrast(struct ct_ssd0323 display,
                                                            uint8_t contrast) {
    if (contrast > 127) return CT_OUT_OF_RANGE;
    const uint8_t bytes[] = {0x81, contrast};
    return ct_ssd0323_send_(display, false, bytes, sizeof bytes);
}

/// Switches the panel on or off; the picture stays in its memory.
ct_inline CT_MUST_USE enum ct_error ct_ssd0323_set_on(struct ct_ssd0323 display, bool on) {
    const uint8_t byte = on ? 0xAF : 0xAE;
    return ct_ssd0323_send_(display, false, &byte, 1);
}

/// Resets the display (where its pin is known), sets it up, clears it and switches it on.
ct_inline CT_MUST_USE enum ct_error ct_ssd0323_start(struct ct_ssd0323 display) {
    enum ct_error e;
    if (display.reset.ops) {
        if ((e = ct_output_set_low(display.reset))) return e;
        ct_delay_us(display.delay, 100);
        if ((e = ct_output_set_high(display.reset))) return e;
        ct_delay_us(display.delay, 100);
    }
    const uint8_t height = ct_ssd0323_height(display);
    static const uint8_t panel[] = {
        0xAE, 0xA4, 0xA1, 0, 0xA2, 0, 0x86,                   // off meanwhile; row 0; full current
        0xB1, 0x22, 0xB2, 0x46, 0xB3, 0x41,                   // phases, row period, clock
        0xBF, 0x0D, 0xBE, 0x00, 0xBC, 0x0B,                   // VSL, VCOMH, precharge
        0xB8, 0x01, 0x11, 0x22, 0x32, 0x43, 0x54, 0x65, 0x76, // pulse widths of the shades
        0xAD, 0x02,                                           // no DC-DC converter
    };
    const uint8_t wiring[] = {
        0x81, display.contrast ? display.contrast : 64,
        0xA0, display.remap ? display.remap : 0x52, // nibbles and COM turned, COM split
        0xA8, (uint8_t)(height - 1),                // rows in use
    };
    if ((e = ct_ssd0323_send_(display, false, panel, sizeof panel))) return e;
    if ((e = ct_ssd0323_send_(display, false, wiring, sizeof wiring))) return e;
    if ((e = ct_ssd0323_home_(display))) return e;
    static const uint8_t dark[CT_SSD0323_WIDTH / 2]; // its memory holds noise
    for (unsigned row = 0; row < height; row++)
        if ((e = ct_ssd0323_send_(display, true, dark, sizeof dark))) return e;
    return ct_ssd0323_set_on(display, true);
}

/// At file scope: NAME_start(), NAME_show(&canvas), NAME_set_contrast(contrast), NAME_set_on(on) for
/// one display, not inlined: the functions above for this wiring.
#define CT_SSD0323_DEFINE(name, ...)                                                               \
    CT_DRIVER_FUNCTION(enum ct_error, name##_send_,                                                \
                       (bool is_data, const uint8_t *bytes, size_t count),                         \
                       ct_ssd0323_send_here_((struct ct_ssd0323){__VA_ARGS__}, is_data, bytes, count)) \
    CT_DRIVER_FUNCTION(enum ct_error, name##_home_, (void),                                        \
                       ct_ssd0323_home_here_(                                                      \
                           (struct ct_ssd0323){__VA_ARGS__, .send_ = name##_send_}))               \
    CT_DRIVER_FUNCTION(enum ct_error, name##_start, (void),                                        \
                       ct_ssd0323_start(CT_SSD0323_(name, __VA_ARGS__)))                         \
    CT_DRIVER_FUNCTION(enum ct_error, name##_show, (const struct ct_canvas *canvas),               \
                       ct_ssd0323_show(CT_SSD0323_(name, __VA_ARGS__), canvas))                  \
    CT_DRIVER_FUNCTION(enum ct_error, name##_set_contrast, (uint8_t contrast),                     \
                       ct_ssd0323_set_contrast(CT_SSD0323_(name, __VA_ARGS__), contrast))        \
    CT_DRIVER_FUNCTION(enum ct_error, name##_set_on, (bool on),                                    \
                       ct_ssd0323_set_on(CT_SSD0323_(name, __VA_ARGS__), on))
#define CT_SSD0323_(name, ...)                                                                     \
    ((struct ct_ssd0323){__VA_ARGS__, .send_ = name##_send_, .home_ = name##_home_})

#endif
