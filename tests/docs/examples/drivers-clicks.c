// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/drivers/clicks.h>

#include <assert.h>

static int offs;
static void turn_off(void) { offs++; }
int main(void) {
    //@ 1-2
    for (uint32_t now = 0; now < 2000; now++) {
        const bool level = now > 100 && now < 1500;
        //@ 3-5
        assert(offs == (now >= 101 + 20 + 800));
    }
}
