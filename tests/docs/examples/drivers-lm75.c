// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "drivers_fakes.h"

#include <corten/drivers/lm75.h>

#define BUS FAKE_I2C
//@ 1
int main(void) {
    fake_answers[0] = 0x15;
    fake_answers[1] = 0x80;
    //@ 2-3
    assert(e == CT_OK && t == 21500);
}
