// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: chip
// flags: {device stm32f401}
// flags: {device stm32f405}
#include <corten/adc_sequence.h>
#include <corten/stm32f4_model.h>

#include <assert.h>

CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(knob, adc, A, 3, 84);
CT_ADC_INPUT(slider, adc, A, 4, 84);
//@ 1-2
int main(void) {
    ct_model_stm32f4_start();
    ct_adc_unit_start(adc, 16000000);
    //@ 3-6
    ct_host_pass(100000);
    {
        //@ 7
        assert(e == CT_OK && counts[0] < 4096);
    }
}
