// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// SSD1306: an OLED display of 128 x 64 (or 128 x 32) points, on I2C.
///
///     CT_CANVAS_MONO(screen, 128, 64);
///     CT_SSD1306_DEFINE(oled, .bus = BUS);
///     CT_MUST(oled_start());                             // cleared and on
///     ct_canvas_text(&screen, 4, 4, "hello", 1);
///     CT_MUST(oled_show(&screen));
///
/// Facts: Solomon Systech, SSD1306 data sheet 1.1: section 8.1.5.2 (I2C control bytes), section 9
/// (commands), and its application note (initialisation; charge pump). Functions wait for the bus
/// only; contexts and errors are the bus's. After an error the picture is undefined until the next
/// show, and the display needs no new start.
#ifndef CORTEN_DRIVERS_SSD1306_H
#define CORTEN_DRIVERS_SSD1306_H

#include <corten/drivers/canvas.h>
#include <corten/drivers/define.h>
#include <corten/hal/i2c.h>

/// Wiring and panel. I2C: at most 400 kHz. 0 for a number is its default.
struct ct_ssd1306 {
    struct ct_i2c bus;
    uint8_t address;        ///< 0x3C (default) or 0x3D
    uint8_t height;         ///< rows: 64 (default) or 32
    uint8_t contrast;       ///< 1 to 255; 127
    bool is_upside_down;
    bool has_external_vcc;  ///< the panel's voltage comes from outside: no charge pump
    // the one copy of ct_ssd1306_send_here_()
    enum ct_error (*send_)(uint8_t control, const uint8_t *bytes, size_t count);
};

enum { CT_SSD1306_WIDTH = 128 };

ct_inline uint8_t ct_ssd1306_height(struct ct_ssd1306 display) {
    return display.height ? display.height : 64;
}

// `control` says what follows: 0x00 commands, 0x40 data.
ct_inline CT_MUST_USE enum ct_error ct_ssd1306_send_here_(struct ct_ssd1306 display,
                                                          uint8_t control, const uint8_t *bytes,
                                                          size_t count) {
    return ct_i2c_write_write(display.bus, CT_I2C_7(display.address ? display.address : 0x3C),
                              &control, 1, bytes, count);
}
ct_inline CT_MUST_USE enum ct_error ct_ssd1306_send_(struct ct_ssd1306 display, uint8_t control,
                                                     const uint8_t *bytes, size_t count) {
    return display.send_ ? display.send_(control, bytes, count)
                         : ct_ssd1306_send_here_(display, control, bytes, count);
}

ct_inline CT_MUST_USE enum ct_error ct_ssd1306_command_(struct ct_ssd1306 display,
                                                       const uint8_t *bytes, size_t count) {
    return ct_ssd1306_send_(display, 0x00, bytes, count);
}

ct_inline CT_MUST_USE enum ct_error ct_ssd1306_home_(struct ct_ssd1306 display) {
    const uint8_t window[] = {0x21, 0, CT_SSD1306_WIDTH - 1,
                              0x22, 0, (uint8_t)(ct_ssd1306_height(display) / 8 - 1)};
    return ct_ssd1306_command_(display, window, sizeof window);
}

/// Shows a canvas of one bit a point, 128 points wide and as high as the display. CT_OK;
/// CT_INVALID: another canvas; or the bus's error.
ct_inline CT_MUST_USE enum ct_error ct_ssd1306_show(struct ct_ssd1306 display,
                                                    const struct ct_canvas *canvas) {
    const uint8_t height = ct_ssd1306_height(display);
    if (canvas->is_grey || canvas->width != CT_SSD1306_WIDTH || canvas->height != height)
        return CT_INVALID;
    const enum ct_error e = ct_ssd1306_home_(display);
    return e ? e : ct_ssd1306_send_(display, 0x40, canvas->pixels, CT_SSD1306_WIDTH * (height / 8u));
}

/// Sets the contrast, 0 to 255.
ct_inline CT_MUST_USE enum ct_error ct_ssd1306_set_contrast(struct ct_ssd1306 display,
                                                            uint8_t contrast) {
    const uint8_t bytes[] = {0x81, contrast};
    return ct_ssd1306_command_(display, bytes, sizeof bytes);
}

/// Switches the panel on or off; the picture stays in its memory.
ct_inline CT_MUST_USE enum ct_error ct_ssd1306_set_on(struct ct_ssd1306 display, bool on) {
    const uint8_t byte = on ? 0xAF : 0xAE;
    return ct_ssd1306_command_(display, &byte, 1);
}

/// Sets the display up, clears it and switches it on.
ct_inline CT_MUST_USE enum ct_error ct_ssd1306_start(struct ct_ssd1306 display) {
    const uint8_t height = ct_ssd1306_height(display);
    static const uint8_t panel[] = {
        0xAE, 0xD5, 0x80, 0xD3, 0, 0x40, // off; clock; no offset; from row 0
        0x20, 0x00, 0xDB, 0x20,          // from left to right, then down; VCOMH
        0xA4, 0xA6, 0x2E,                // shows its memory; not inverse; no scrolling
    };
    const uint8_t wiring[] = {
        0xA8, (uint8_t)(height - 1), 0xDA, height == 32 ? 0x02 : 0x12, // rows, and how they lie
        display.is_upside_down ? 0xA0 : 0xA1, display.is_upside_down ? 0xC0 : 0xC8,
        0x81, display.contrast ? display.contrast : 127,
        0x8D, display.has_external_vcc ? 0x10 : 0x14, // charge pump
        0xD9, display.has_external_vcc ? 0x22 : 0xF1, // precharge
    };
    enum ct_error e = ct_ssd1306_command_(display, panel, sizeof panel);
    if (!e) e = ct_ssd1306_command_(display, wiring, sizeof wiring);
    if (!e) e = ct_ssd1306_home_(display);
    static const uint8_t dark[CT_SSD1306_WIDTH]; // its memory holds noise
    for (unsigned page = 0; !e && page < height / 8u; page++)
        e = ct_ssd1306_send_(display, 0x40, dark, sizeof dark);
    return e ? e : ct_ssd1306_set_on(display, true);
}

/// At file scope: NAME_start(), NAME_show(&canvas), NAME_set_contrast(contrast), NAME_set_on(on) for
/// one display, not inlined: the functions above for this wiring.
#define CT_SSD1306_DEFINE(name, ...)                                                               \
    CT_DRIVER_FUNCTION(enum ct_error, name##_send_,                                                \
                       (uint8_t control, const uint8_t *bytes, size_t count),                      \
                       ct_ssd1306_send_here_((struct ct_ssd1306){__VA_ARGS__}, control, bytes, count)) \
    CT_DRIVER_FUNCTION(enum ct_error, name##_start, (void),                                        \
                       ct_ssd1306_start(CT_SSD1306_(name, __VA_ARGS__)))                         \
    CT_DRIVER_FUNCTION(enum ct_error, name##_show, (const struct ct_canvas *canvas),               \
                       ct_ssd1306_show(CT_SSD1306_(name, __VA_ARGS__), canvas))                  \
    CT_DRIVER_FUNCTION(enum ct_error, name##_set_contrast, (uint8_t contrast),                     \
                       ct_ssd1306_set_contrast(CT_SSD1306_(name, __VA_ARGS__), contrast))        \
    CT_DRIVER_FUNCTION(enum ct_error, name##_set_on, (bool on),                                    \
                       ct_ssd1306_set_on(CT_SSD1306_(name, __VA_ARGS__), on))
#define CT_SSD1306_(name, ...) ((struct ct_ssd1306){__VA_ARGS__, .send_ = name##_send_})

#endif
