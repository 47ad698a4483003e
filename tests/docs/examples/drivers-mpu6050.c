// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/mpu6050.h>

#define BUS   FAKE_I2C
#define DELAY FAKE_DELAY
//@ 1-2
int main(void) {
    fake_answers[0x75] = 0x68;
    fake_answers[0x3F] = 0x20; // a quarter of 4 g along z
    //@ 3-5
    assert(is_level && now.milli_g[2] == 1000 && now.millicelsius == 36530);
}
