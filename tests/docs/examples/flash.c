// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/assert.h>
#include <corten/flash.h>
#include <corten/stm32f4_model.h>

#include <assert.h>
#include <string.h>

//@ 1
int main(void) {
    ct_model_stm32f4_start();
    //@ 2-4
    assert(e == CT_OK && !memcmp(ct_model_flash_content(0x08004000 + 100), "hello", 5));
}
