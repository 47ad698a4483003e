// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/assert.h>
#include <corten/rtc.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

//@ 1
int main(void) {
    ct_model_stm32f4_start();
    ct_model_access_ns = 10000; // the crystal takes 2 s
    //@ 2-5
    assert(now.year == 2026 && now.hour == 13);
}
