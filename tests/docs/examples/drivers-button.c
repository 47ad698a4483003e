// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/button.h>

static struct fake_pin wire = {.high = true};
#define KEY_PIN FAKE_INPUT(wire)
//@ 1
static int pages, bright;
static void next_page(void) { pages++; }
static void brighten(void) { bright++; }
static void look(uint32_t milliseconds) {
    //@ 2-5
}
int main(void) {
    for (uint32_t now = 0; now < 1000; now++) {
        wire.high = !((now >= 100 && now < 200) || (now >= 300 && now < 400));
        look(now);
    }
    assert(pages == 1 && bright == 200);
}
