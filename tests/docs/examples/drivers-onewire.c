// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: drivers/src/checksum.c
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/onewire.h>

// A device that only says that it is there, and answers each search with zeros: the address 0.
static uint64_t low_since, high_since, reset_at;
static bool driven;
static unsigned slots;
static enum ct_error drive(void *object, bool high) {
    (void)object;
    assert(!high);
    driven = true;
    low_since = fake_ns;
    return CT_OK;
}
static enum ct_error release(void *object) {
    (void)object;
    if (driven && fake_ns - low_since >= 480000) reset_at = fake_ns, slots = 0;
    else if (driven) slots++;
    if (driven) high_since = fake_ns;
    driven = false;
    return CT_OK;
}
static int is_high(void *object) {
    (void)object;
    if (reset_at && fake_ns - reset_at < 120000) return fake_ns - reset_at < 60000;
    if (fake_ns - high_since > 50000) return 1;
    return slots <= 8 || (slots - 9) % 3 == 1; // the complement of a 0 is a 1
}
static const struct ct_bidirectional_ops ops = {drive, release, is_high};
#define DATA_PIN ((struct ct_bidirectional_pin){&ops, NULL})
#define DELAY    FAKE_DELAY
static unsigned founds;
static void found(const uint8_t rom[8]) { founds += rom[0] == 0; }
int main(void) {
    //@ 1-5
    assert(founds == 1);
}
