// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f401}
// flags: {device stm32f405}
#include <corten/adc_stream.h>
#include <corten/assert.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

enum { board_apb2_hz = 16000000 };
CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(microphone, adc, A, 3, 84);
//@ 1-2
int main(void) {
    ct_model_stm32f4_start();
    ct_adc_unit_start(adc, board_apb2_hz);
    //@ 3-6
    ct_host_pass(100000);
    {
        //@ 7
        assert(came == 8 && stream.millihertz == 83333333); // every 12 us
    }
}
