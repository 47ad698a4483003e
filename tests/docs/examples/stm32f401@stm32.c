// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device stm32f401}
#include <corten/stm32.h>

#include "model.h"

int main(void) {
    model_open();
    //@ 1
    assert(model.writes == 1 && (model_at((uintptr_t)&RCC->AHB1ENR) >> 2 & 1));
}
