// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: board
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/board.h>

#include <assert.h>

int main(void) {
    const struct ct_adc adc = BOARD_ADC;
    //@ 1-3
    assert(counts > 0 && counts <= ct_adc_most(adc) && ct_adc_most(adc) == 4095);
    assert(mv == (counts * 6600 + 4095) / 8190 && ct_adc_millivolts(adc, CT_OVERRUN, 3300) == CT_OVERRUN);
}
