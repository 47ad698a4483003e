// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// sources: drivers/src/checksum.c
#include "drivers_fakes.h"

#include <corten/drivers/ds18b20.h>

// Nobody is there: the wire is high when it is let go.
static enum ct_error drive(void *object, bool high) { return (void)object, (void)high, CT_OK; }
static enum ct_error release(void *object) { return (void)object, CT_OK; }
static int is_high(void *object) { return (void)object, 1; }
static const struct ct_bidirectional_ops ops = {drive, release, is_high};
#define DATA_PIN {&ops, NULL}
#define DELAY    {&fake_delay_ops, NULL}
static const uint8_t boiler[8] = {0x28};
int main(void) {
    //@ 1-5
    assert(e == CT_NO_ACKNOWLEDGE && t == 0);
}
