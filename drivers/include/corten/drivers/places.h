// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Where things lie: points in a picture, bytes in pages.
///
///     uint32_t byte = ct_place_mono(128, 64, 5, 17);     // 261: row 2 of 8 lines, column 5
///     byte = ct_place_grey(128, 64, 5, 17);              // 1090: row 17 of 64 bytes, two points each
///     const uint32_t part = ct_page_part(250, 20, 256);  // 6: so many are in this page still
///
/// Computation only. The contracts between /*@ and */ are proven by Frama-C/WP: drivers/proofs.
#ifndef CORTEN_DRIVERS_PLACES_H
#define CORTEN_DRIVERS_PLACES_H

#include <corten/compiler.h>

/*@ requires 0 < stride <= 65535 && 0 < rows <= 65535 && column < stride && row < rows;
    assigns \nothing;
    ensures \result < stride * rows;
    ensures \result == row * stride + column; */
// The byte of a column in one of so many rows of `stride` bytes.
ct_inline uint32_t ct_place_(uint32_t stride, uint32_t rows, uint32_t column, uint32_t row) {
    (void)rows;
    /*@ assert row * stride <= (rows - 1) * stride; */
    return row * stride + column;
}

/*@ requires 0 < width <= 65535 && 0 < height <= 65535 && x < width && y < height;
    assigns \nothing;
    ensures \result < width * ((height + 7) / 8);
    ensures \result == (y / 8) * width + x; */
/// The byte that holds a point, eight points of a column in a byte: always within the picture's
/// width * ((height + 7) / 8) bytes.
ct_inline uint32_t ct_place_mono(uint32_t width, uint32_t height, uint32_t x, uint32_t y) {
    return ct_place_(width, (height + 7u) / 8u, x, y / 8u);
}

/*@ requires 0 < width <= 65535 && 0 < height <= 65535 && x < width && y < height;
    assigns \nothing;
    ensures \result < ((width + 1) / 2) * height;
    ensures \result == y * ((width + 1) / 2) + x / 2; */
/// The byte that holds a point, two neighbours in a byte: always within the picture's
/// ((width + 1) / 2) * height bytes.
ct_inline uint32_t ct_place_grey(uint32_t width, uint32_t height, uint32_t x, uint32_t y) {
    return ct_place_((width + 1u) / 2u, height, x / 2u, y);
}

/*@ requires 0 < page && 0 < length;
    assigns \nothing;
    ensures 1 <= \result <= length;
    ensures place % page + \result <= page;
    ensures \result == length || place % page + \result == page; */
/// How many of `length` bytes from `place` on lie in the same page: at least one, never across its
/// end, and all that there are or up to that end.
ct_inline uint32_t ct_page_part(uint32_t place, uint32_t length, uint32_t page) {
    const uint32_t left = page - place % page;
    return length < left ? length : left;
}

#endif
