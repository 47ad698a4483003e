// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Drawing against a naive picture of one number a point, at random and at the edges.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random.h"

#include <corten/drivers/canvas.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 40 };
static uint8_t naive[MOST][MOST];
static uint8_t memory[MOST * MOST + 2]; // with a guard byte on each side
static struct ct_canvas canvas;

static void begin(int width, int height, bool is_grey) {
    memset(naive, 0, sizeof naive);
    memset(memory, 0, sizeof memory);
    canvas = (struct ct_canvas){memory + 1, (uint16_t)width, (uint16_t)height, is_grey};
    memory[0] = memory[ct_canvas_bytes(&canvas) + 1] = 0xA5;
}

static void point(int x, int y, int shade) {
    if (x >= 0 && y >= 0 && x < canvas.width && y < canvas.height)
        naive[y][x] = (uint8_t)(canvas.is_grey ? shade : shade ? 15 : 0);
}

static void must_be_same(void) {
    assert_int_equal(memory[0], 0xA5);
    assert_int_equal(memory[ct_canvas_bytes(&canvas) + 1], 0xA5);
    for (int16_t y = 0; y < canvas.height; y++)
        for (int16_t x = 0; x < canvas.width; x++)
            if (ct_canvas_get(&canvas, x, y) != naive[y][x])
                fail_msg("at %d, %d: %d, not %d", x, y, ct_canvas_get(&canvas, x, y), naive[y][x]);
}

// The nearest point of the other axis, halves away from the start: by division.
static void naive_line(int x0, int y0, int x1, int y1, int shade) {
    const int dx = abs(x1 - x0), dy = abs(y1 - y0), sx = x1 >= x0 ? 1 : -1, sy = y1 >= y0 ? 1 : -1;
    const int longer = dx >= dy ? dx : dy;
    for (int i = 0; i <= longer; i++)
        point(x0 + sx * (longer ? (2 * i * dx + longer) / (2 * longer) : 0),
              y0 + sy * (longer ? (2 * i * dy + longer) / (2 * longer) : 0), shade);
}

static void naive_fill(int x, int y, int width, int height, int shade) {
    for (int row = y; row < y + height; row++)
        for (int column = x; column < x + width; column++) point(column, row, shade);
}

static void naive_frame(int x, int y, int width, int height, int shade) {
    for (int row = y; row < y + height; row++)
        for (int column = x; column < x + width; column++)
            if (row == y || row == y + height - 1 || column == x || column == x + width - 1)
                point(column, row, shade);
}

static void test_random(void **state) {
    (void)state;
    for (int round = 0; round < 400; round++) {
        begin(random_between(1, MOST), random_between(1, MOST), round % 2);
        for (int step = 0; step < 30; step++) {
            const int x = random_between(-20, 50), y = random_between(-20, 50);
            const int w = random_between(0, 60), h = random_between(0, 60);
            const int shade = random_between(0, 15);
            switch (random_number() % 6) {
            case 0:
                ct_canvas_set(&canvas, (int16_t)x, (int16_t)y, (uint8_t)shade);
                point(x, y, shade);
                break;
            case 1:
                ct_canvas_line(&canvas, (int16_t)x, (int16_t)y, (int16_t)(w - 20),
                               (int16_t)(h - 20), (uint8_t)shade);
                naive_line(x, y, w - 20, h - 20, shade);
                break;
            case 2:
                ct_canvas_fill(&canvas, (int16_t)x, (int16_t)y, (uint16_t)w, (uint16_t)h,
                               (uint8_t)shade);
                naive_fill(x, y, w, h, shade);
                break;
            case 3:
                ct_canvas_frame(&canvas, (int16_t)x, (int16_t)y, (uint16_t)w, (uint16_t)h,
                                (uint8_t)shade);
                naive_frame(x, y, w, h, shade);
                break;
            case 4: {
                uint8_t bits[40];
                for (size_t i = 0; i < sizeof bits; i++) bits[i] = (uint8_t)random_number();
                const struct ct_bitmap bitmap = {bits, (uint16_t)random_between(0, 20),
                                                 (uint16_t)random_between(0, 13)};
                ct_canvas_bitmap(&canvas, (int16_t)x, (int16_t)y, &bitmap, (uint8_t)shade);
                for (int row = 0; row < bitmap.height; row++)
                    for (int column = 0; column < bitmap.width; column++)
                        if (bits[row * ((bitmap.width + 7) / 8) + column / 8] >> (7 - column % 8) & 1)
                            point(x + column, y + row, shade);
                break;
            }
            default:
                if (step % 8) break;
                ct_canvas_clear(&canvas, (uint8_t)shade);
                naive_fill(0, 0, MOST, MOST, shade);
            }
            must_be_same();
        }
    }
}

static void test_far_away(void **state) {
    (void)state;
    begin(8, 8, true);
    ct_canvas_line(&canvas, -32768, -32768, 32767, 32767, 3);
    ct_canvas_fill(&canvas, 32767, 32767, 65535, 65535, 9);
    ct_canvas_frame(&canvas, -32768, -32768, 65535, 65535, 9);
    for (int i = 0; i < 8; i++) point(i, i, 3);
    must_be_same();
    ct_canvas_fill(&canvas, -32768, -32768, 65535, 65535, 7);
    naive_fill(0, 0, 8, 8, 7);
    must_be_same();
}

static void test_layout(void **state) {
    (void)state;
    CT_CANVAS_MONO(mono, 3, 9);
    ct_canvas_set(&mono, 1, 0, 1);
    ct_canvas_set(&mono, 2, 7, 15);
    ct_canvas_set(&mono, 0, 8, 15);
    assert_int_equal(ct_canvas_bytes(&mono), 6);
    assert_memory_equal(mono.pixels, ((uint8_t[]){0, 1, 0x80, 1, 0, 0}), 6);
    CT_CANVAS_GREY(grey, 3, 2);
    ct_canvas_set(&grey, 0, 0, 0xA);
    ct_canvas_set(&grey, 1, 0, 0xB);
    ct_canvas_set(&grey, 2, 1, 0xC);
    assert_int_equal(ct_canvas_bytes(&grey), 4);
    assert_memory_equal(grey.pixels, ((uint8_t[]){0xAB, 0, 0, 0xC0}), 4);
}

static void shown(const struct ct_canvas *from, char *text) {
    for (int16_t y = 0; y < from->height; y++) {
        for (int16_t x = 0; x < from->width; x++) *text++ = ct_canvas_get(from, x, y) ? '#' : '.';
        *text++ = '\n';
    }
    *text = 0;
}

static void test_text(void **state) {
    (void)state;
    char text[600];
    CT_CANVAS_MONO(page, 17, 16);
    assert_int_equal(ct_canvas_text(&page, 0, 0, "A1\ng\x80", 1), 12);
    shown(&page, text);
    assert_string_equal(text, ".###....#........\n"
                              "#...#..##........\n"
                              "#...#...#........\n"
                              "#####...#........\n"
                              "#...#...#........\n"
                              "#...#...#........\n"
                              "#...#..###.......\n"
                              ".................\n"
                              "......#####......\n"
                              ".####.#...#......\n"
                              "#...#.#...#......\n"
                              "#...#.#...#......\n"
                              ".####.#...#......\n"
                              "....#.#...#......\n"
                              ".###..#####......\n"
                              ".................\n");
    ct_canvas_clear(&page, 0);
    assert_int_equal(ct_canvas_text(&page, 13, -3, "gg", 1), 25); // over the edges
    shown(&page, text);
    assert_memory_equal(text, ".............#...#", 17);
}

// Every printable character has strokes of its own, but the space.
static void test_font(void **state) {
    (void)state;
    for (int a = 0; a < 95; a++) {
        bool is_empty = true;
        for (int column = 0; column < CT_FONT_WIDTH; column++) {
            assert_int_equal(ct_font[a][column] & 0x80, 0);
            is_empty = is_empty && !ct_font[a][column];
        }
        assert_int_equal(is_empty, a == 0);
        for (int b = 0; b < a; b++)
            assert_memory_not_equal(ct_font[a], ct_font[b], CT_FONT_WIDTH);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random), cmocka_unit_test(test_far_away),
        cmocka_unit_test(test_layout), cmocka_unit_test(test_text),
        cmocka_unit_test(test_font),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
