// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/encoder.h>

static struct fake_pin a, b;
#define KNOB_A FAKE_INPUT(a)
#define KNOB_B FAKE_INPUT(b)
//@ 1
static void look_more_often(void) { assert(0); }
int main(void) {
    int volume = 10;
    for (int step = 0; step <= 12; step++) {
        a.high = step % 4 == 1 || step % 4 == 2;
        b.high = step % 4 >= 2;
        //@ 2-4
    }
    assert(volume == 13);
}
