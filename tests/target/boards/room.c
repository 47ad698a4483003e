// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// The modelled room against the formula it follows, and its sensor against the temperature: the
// same figures on every machine, the native one included.

#include <corten/board.h>
#include <corten/semihosting.h>

static int failures;

static void check(bool good, const char *what, int32_t seen) {
    ct_semihosting_print(what);
    ct_semihosting_print(" ");
    ct_semihosting_print_u32((uint32_t)seen);
    ct_semihosting_print(good ? "\n" : " WRONG\n");
    if (!good) failures++;
}

static bool is_near(int32_t seen, int32_t wanted, int32_t tolerance) {
    return seen - wanted <= tolerance && wanted - seen <= tolerance;
}

static void check_sensor(void) { // the mean of many, so that the noise is out of it
    int32_t sum = 0;
    for (int n = 0; n < 256; n++) sum += room_millicelsius(room_counts());
    check(is_near(sum / 256, room_temperature(), 81), "the sensor says", sum / 256);
}

int main(void) {
    room_reset();
    check(room_temperature() == ROOM_START, "at the start", room_temperature());
    room_advance(9);
    check(room_temperature() == ROOM_START, "before the first step", room_temperature());
    room_advance(1);
    check(room_temperature() == 17998, "after it", room_temperature());

    room_reset();
    room_heat(true);
    room_advance(ROOM_TIME_CONSTANT_MS); // 40 - (40 - 18) / e = 31.907
    check(is_near(room_temperature(), 31907, 10), "heated for a time constant", room_temperature());
    check_sensor();
    room_advance(20 * ROOM_TIME_CONSTANT_MS);
    check(is_near(room_temperature(), 40000, 10), "heated for ever", room_temperature());

    room_heat(false);
    room_advance(ROOM_TIME_CONSTANT_MS); // 10 + 30 / e = 21.036
    check(is_near(room_temperature(), 21036, 10), "cooled for a time constant", room_temperature());
    check_sensor();

    for (uint32_t piece = 1; piece <= 7; piece += 3) { // 10 + 8 e^(-7/60) = 17.119, in any pieces
        room_reset();
        for (uint32_t passed = 0; passed < 7000; passed += piece) room_advance(piece);
        check(room_temperature() == 17119, "seven seconds in pieces", room_temperature());
    }
    check(room_millicelsius(0) == -50000, "no volt is -50 C, plus 60 C", room_millicelsius(0) + 60000);
    check(is_near(room_millicelsius(4095), 279919, 1), "full scale", room_millicelsius(4095));
    check(is_near(room_millicelsius(931), 25007, 1), "750 mV", room_millicelsius(931));
    ct_semihosting_exit(failures);
}
