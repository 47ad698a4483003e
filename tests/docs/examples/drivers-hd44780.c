// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/hd44780.h>

static struct fake_pin rs, e, d4, d5, d6, d7;
#define PIN(pin) {&fake_output_ops, &(pin)}
#define RS    PIN(rs)
#define E     PIN(e)
#define D4    PIN(d4)
#define D5    PIN(d5)
#define D6    PIN(d6)
#define D7    PIN(d7)
#define DELAY FAKE_DELAY
//@ 1-2
int main(void) {
    //@ 3-5
    assert(rs.high && d4.high && d5.high && !d6.high && !d7.high); // of 'C', 0x43
    //@ 6
    assert(!rs.high && lcd_at(16, 0) == CT_OUT_OF_RANGE && lcd_at(0, 2) == CT_OUT_OF_RANGE);
}
