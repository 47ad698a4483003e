// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f405}
#include <corten/itm.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

static unsigned heard;
static void hear(unsigned channel, uint32_t value) { heard += channel == 0 && value == 'x'; }
int main(void) {
    unsigned busy = 0;
    ct_model_stm32f4_start();
    ct_model_itm_heard = hear;
    //@ 1-2
    assert(heard == 1 && busy == 0);
}
