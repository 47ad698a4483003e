// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/at24.h>

#define BUS   FAKE_I2C
#define DELAY FAKE_DELAY
//@ 1
int main(void) {
    //@ 2-5
    assert(fake_sent == 2 + 12 + 2); // one page; the place again
    assert(storage.size == 32768 && ct_storage_write(storage, 32766, text, 3) == CT_OUT_OF_RANGE);
}
