// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/stm32f4_model.h>
#include <corten/wwdg.h>

#include <assert.h>

enum { board_apb1_hz = 16000000 };
static unsigned saves;
static void save(void) { saves++; }
//@ 1
int main(void) {
    ct_model_stm32f4_start();
    //@ 2
    ct_host_pass(6000000);
    //@ 3
    ct_host_pass(1000000);
    //@ 4
    assert(saves == 0);
}
