// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include "drivers_fakes.h"

#include <corten/assert.h>
#include <corten/drivers/w25q.h>

#define FLASH_SPI FAKE_SPI
#define DELAY     FAKE_DELAY
//@ 1
int main(void) {
    memcpy(fake_answers + 0x9F, "\xEF\x40\x18", 3);
    fake_answers[0x05] = 2; // may be written, is not busy
    //@ 2-5
    assert(storage.size == 16 << 20 && storage.erase_unit == 4096);
}
