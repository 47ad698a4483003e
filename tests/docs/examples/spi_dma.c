// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f401}
// flags: {device stm32f405}
#include <corten/assert.h>
#include <corten/spi_dma.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

enum { board_apb2_hz = 84000000 };
//@ 1-4
static uint8_t page[16];
int main(void) {
    ct_model_stm32f4_start();
    //@ 5-7
    //@ 8
    ct_host_pass(100000);
    //@ 9
    assert(e == CT_OK);
}
