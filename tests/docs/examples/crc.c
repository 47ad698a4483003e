// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/crc.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

//@ 1
static const uint32_t words[3];
int main(void) {
    ct_model_stm32f4_start();
    //@ 2-3
    assert(sum != 0xFFFFFFFF && sum == ct_crc_sum());
}
