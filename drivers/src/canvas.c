// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/drivers/canvas.h>
#include <corten/drivers/places.h>

#include <string.h>

size_t ct_canvas_bytes(const struct ct_canvas *canvas) {
    const size_t width = canvas->width, height = canvas->height;
    return canvas->is_grey ? CT_CANVAS_GREY_BYTES(width, height)
                           : CT_CANVAS_MONO_BYTES(width, height);
}

void ct_canvas_clear(const struct ct_canvas *canvas, uint8_t shade) {
    const int pattern = canvas->is_grey ? (shade & 15) * 0x11 : shade ? 0xFF : 0;
    memset(canvas->pixels, pattern, ct_canvas_bytes(canvas));
}

// Coordinates are int here, so that sums of them cannot wrap.
static bool is_inside(const struct ct_canvas *canvas, int x, int y) {
    return x >= 0 && y >= 0 && x < canvas->width && y < canvas->height;
}

// Of a point that is inside.
static uint8_t *byte_of(const struct ct_canvas *canvas, int x, int y) {
    const uint32_t column = (uint32_t)x, row = (uint32_t)y;
    return &canvas->pixels[canvas->is_grey
                               ? ct_place_grey(canvas->width, canvas->height, column, row)
                               : ct_place_mono(canvas->width, canvas->height, column, row)];
}

static void set(const struct ct_canvas *canvas, int x, int y, uint8_t shade) {
    if (!is_inside(canvas, x, y)) return;
    uint8_t *const byte = byte_of(canvas, x, y);
    const int mask = canvas->is_grey ? (x % 2 ? 0x0F : 0xF0) : 1 << (y % 8);
    const int value = canvas->is_grey ? (shade & 15) * 0x11 : shade ? 0xFF : 0;
    *byte = (uint8_t)((*byte & ~mask) | (value & mask));
}

void ct_canvas_set(const struct ct_canvas *canvas, int16_t x, int16_t y, uint8_t shade) {
    set(canvas, x, y, shade);
}

uint8_t ct_canvas_get(const struct ct_canvas *canvas, int16_t x, int16_t y) {
    if (!is_inside(canvas, x, y)) return 0;
    const uint8_t byte = *byte_of(canvas, x, y);
    if (!canvas->is_grey) return byte >> (y % 8) & 1 ? 15 : 0;
    return x % 2 ? byte & 15 : byte >> 4;
}

// Bresenham's: `error` is the doubled distance to the next point of the shorter axis.
void ct_canvas_line(const struct ct_canvas *canvas, int16_t x0, int16_t y0, int16_t x1, int16_t y1,
                    uint8_t shade) {
    const int right = x1 >= x0 ? 1 : -1, down = y1 >= y0 ? 1 : -1;
    const int width = (x1 - x0) * right, height = (y1 - y0) * down;
    const bool flat = width >= height;
    const int longer = flat ? width : height, shorter = flat ? height : width;
    int x = x0, y = y0, error = longer;
    for (int left = longer; left >= 0; left--) {
        set(canvas, x, y, shade);
        error += 2 * shorter;
        const bool aside = longer && error >= 2 * longer;
        if (aside) error -= 2 * longer;
        if (flat || aside) x += right;
        if (!flat || aside) y += down;
    }
}

static int least(int a, int b) { return a < b ? a : b; }

void ct_canvas_fill(const struct ct_canvas *canvas, int16_t x, int16_t y, uint16_t width,
                    uint16_t height, uint8_t shade) {
    const int right = least(x + width, canvas->width), below = least(y + height, canvas->height);
    for (int row = y < 0 ? 0 : y; row < below; row++)
        for (int column = x < 0 ? 0 : x; column < right; column++) set(canvas, column, row, shade);
}

void ct_canvas_frame(const struct ct_canvas *canvas, int16_t x, int16_t y, uint16_t width,
                     uint16_t height, uint8_t shade) {
    if (width == 0 || height == 0) return;
    const int right = x + width - 1, below = y + height - 1;
    for (int column = x; column <= right; column++) {
        set(canvas, column, y, shade);
        set(canvas, column, below, shade);
    }
    for (int row = y; row <= below; row++) {
        set(canvas, x, row, shade);
        set(canvas, right, row, shade);
    }
}

void ct_canvas_bitmap(const struct ct_canvas *canvas, int16_t x, int16_t y,
                      const struct ct_bitmap *bitmap, uint8_t shade) {
    const size_t stride = (bitmap->width + 7u) / 8;
    for (int row = 0; row < bitmap->height; row++)
        for (int column = 0; column < bitmap->width; column++)
            if (bitmap->bits[(size_t)row * stride + (size_t)column / 8] & 0x80 >> column % 8)
                set(canvas, x + column, y + row, shade);
}

int16_t ct_canvas_text(const struct ct_canvas *canvas, int16_t x, int16_t y, const char *text,
                       uint8_t shade) {
    static const uint8_t box[CT_FONT_WIDTH] = {0x7F, 0x41, 0x41, 0x41, 0x7F};
    int at = x, top = y;
    for (; *text; text++) {
        if (*text == '\n') {
            at = x;
            top += CT_FONT_LINE;
            continue;
        }
        const unsigned glyph = (unsigned char)*text - (unsigned)' ';
        const uint8_t *const columns = glyph < CT_COUNT(ct_font) ? ct_font[glyph] : box;
        for (int column = 0; column < CT_FONT_WIDTH; column++)
            for (int row = 0; row < CT_FONT_HEIGHT; row++)
                if (columns[column] >> row & 1) set(canvas, at + column, top + row, shade);
        at += CT_FONT_ADVANCE;
    }
    return (int16_t)at;
}
