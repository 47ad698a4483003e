// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: devices/model/src/w25q.c
// flags: -I{root}/devices/model/include
#include <corten/model_bus.h>

#include <assert.h>

//@ 1-2
int main(void) {
    //@ 3-4
    assert(sent == 0xFF);
    assert(ct_model_spi_byte(&flash.thing, 0) == 0xEF);
    //@ 5
    assert(!flash.thing.is_selected);
}
