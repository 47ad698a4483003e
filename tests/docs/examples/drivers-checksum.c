// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// sources: drivers/src/checksum.c
#include <corten/drivers/checksum.h>

#include <assert.h>

int main(void) {
    //@ 1-4
    assert(last == 0x95 && crc == 0x31C3 && sum == 0xA1);
}
