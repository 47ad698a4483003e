// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Drawing into memory, in the layout of the display that will show it.
///
///     CT_CANVAS_GREY(screen, 128, 64);                            // or CT_CANVAS_MONO
///     ct_canvas_clear(&screen, 0);
///     ct_canvas_line(&screen, 0, 63, 127, 0, 8);
///     ct_canvas_text(&screen, 4, 4, "21.5 C", 15);
///     int shade = ct_canvas_get(&screen, 127, 0);                 // 8
///
/// The point 0, 0 is the upper left one. Whatever lies outside is not drawn, so figures may hang
/// over every edge. A shade is 0 (dark) to 15; a canvas of one bit a point shows 1 to 15 alike.
/// Nothing here waits or fails: any context, one at a time for one canvas.
#ifndef CORTEN_DRIVERS_CANVAS_H
#define CORTEN_DRIVERS_CANVAS_H

#include <corten/compiler.h>

struct ct_canvas {
    uint8_t *pixels;
    uint16_t width, height; ///< in points, 1 to 32767
    bool is_grey;           ///< the layout: see the two macros below
};

/// Bytes of a canvas of one bit a point, in bytes of eight points one above the other, the upper
/// one in bit 0: rows of eight lines, from left to right (SSD1306 and relatives).
#define CT_CANVAS_MONO_BYTES(width, height) ((width) * (((height) + 7) / 8))

/// Bytes of a canvas of four bits a point, two neighbours in a byte, the left one in the upper half
/// (SSD0323 and relatives).
#define CT_CANVAS_GREY_BYTES(width, height) ((((width) + 1) / 2) * (height))

#define CT_CANVAS_(name, width_, height_, grey_, bytes_)                                           \
    _Static_assert((width_) > 0 && (width_) < 32768 && (height_) > 0 && (height_) < 32768,         \
                   "canvas " #name ": width and height are 1 to 32767 points");                    \
    static uint8_t name##_pixels_[bytes_];                                                         \
    static const struct ct_canvas name __attribute__((unused)) = {                                 \
        name##_pixels_, (uint16_t)(width_), (uint16_t)(height_), grey_}

/// At file scope: a dark canvas with its memory, of one bit or of four bits a point.
#define CT_CANVAS_MONO(name, width, height)                                                        \
    CT_CANVAS_(name, width, height, false, CT_CANVAS_MONO_BYTES(width, height))
#define CT_CANVAS_GREY(name, width, height)                                                        \
    CT_CANVAS_(name, width, height, true, CT_CANVAS_GREY_BYTES(width, height))

/// Bytes of its memory.
size_t ct_canvas_bytes(const struct ct_canvas *canvas);

/// Gives every point the shade.
void ct_canvas_clear(const struct ct_canvas *canvas, uint8_t shade);

/// Gives one point the shade.
void ct_canvas_set(const struct ct_canvas *canvas, int16_t x, int16_t y, uint8_t shade);

/// The shade of a point (0 or 15 where a point has one bit); 0 outside.
uint8_t ct_canvas_get(const struct ct_canvas *canvas, int16_t x, int16_t y);

/// A line with both ends: on each place of the longer axis the nearest point of the other one.
void ct_canvas_line(const struct ct_canvas *canvas, int16_t x0, int16_t y0, int16_t x1, int16_t y1,
                    uint8_t shade);

/// A filled rectangle whose upper left point is x, y.
void ct_canvas_fill(const struct ct_canvas *canvas, int16_t x, int16_t y, uint16_t width,
                    uint16_t height, uint8_t shade);

/// The outline of that rectangle, one point wide.
void ct_canvas_frame(const struct ct_canvas *canvas, int16_t x, int16_t y, uint16_t width,
                     uint16_t height, uint8_t shade);

/// A picture of one bit a point: rows of (width + 7) / 8 bytes from above, bit 7 leftmost.
struct ct_bitmap {
    const uint8_t *bits;
    uint16_t width, height;
};

/// Gives the points that are set in the bitmap the shade, and leaves the others.
void ct_canvas_bitmap(const struct ct_canvas *canvas, int16_t x, int16_t y,
                      const struct ct_bitmap *bitmap, uint8_t shade);

/// The font's measures: five points wide and seven high, and one to the next character.
#define CT_FONT_WIDTH   5
#define CT_FONT_HEIGHT  7
#define CT_FONT_ADVANCE 6
#define CT_FONT_LINE    8

/// The font: for ' ' to '~' five columns from the left, the upper point in bit 0.
extern const uint8_t ct_font[95][CT_FONT_WIDTH];

/// Draws text with its upper left point at x, y and leaves what is between the strokes. A line feed
/// goes back to x and CT_FONT_LINE down; characters that are not printable ASCII show as a box.
/// The x after the last character, for more text.
int16_t ct_canvas_text(const struct ct_canvas *canvas, int16_t x, int16_t y, const char *text,
                       uint8_t shade);

#endif
