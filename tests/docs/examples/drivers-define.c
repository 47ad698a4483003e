// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "drivers_fakes.h"

#include <corten/drivers/define.h>
#include <corten/drivers/led.h>

static struct fake_pin wire;
#define LAMP ((struct ct_led){.pin = FAKE_OUTPUT(wire)})
//@ 1
static void report(void) { assert(0); }
int main(void) {
    //@ 2
    assert(wire.high);
}
