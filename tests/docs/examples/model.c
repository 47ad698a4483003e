// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// sources: devices/model/src/model.c
// flags: -I{root}/devices/model/include {device stm32f405}
#include <corten/model.h>
#include <corten/registers.h>
#include <corten/registers_model.h>

#include <assert.h>

//@ 1-4
int main(void) {
    //@ 5-7
    assert(reg_raw(RCC->CR) == 0x83 && ct_host_now() == ct_model_access_ns);
    reg_set(RCC->CR, RCC_CR_HSION);
}
