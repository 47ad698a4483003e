// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// All examples of drivers, one after the other, on the parts of tray.h. What they print is the same on
// every chip and natively.
#include "tray.h"

#include <corten/semihosting.h>

#define EXAMPLES(X) \
    X(led) \
    X(button) \
    X(encoder) \
    X(buzzer) \
    X(thermistor) \
    X(hd44780) \
    X(ssd1306) \
    X(ssd0323) \
    X(ws2812) \
    X(bme280) \
    X(mpu6050) \
    X(lm75) \
    X(ds18b20) \
    X(at24) \
    X(w25q) \
    X(mcp2515) \
    X(sdcard)

#define DECLARE(name) void name##_example(void);
EXAMPLES(DECLARE)

int main(void) {
    tray_trace = 2166136261u;
#define RUN(name) name##_example();
    EXAMPLES(RUN)
    ct_semihosting_exit(0);
}
