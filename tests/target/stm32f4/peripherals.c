// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// What the emulator has of timers, SPI and converters, with the HAL: settings that can be read back, frames
// that end, a counter that counts. It models no pins, no clocks, and gives no meaning to what comes.
#include <corten/adc_unit.h>
#include <corten/board.h>
#include <corten/spi_port.h>
#include <corten/tim_input.h>

#include "../check.h"

CT_SPI_PORT(port, SPI1);
CT_SPI_PORT_BUS(bus, port, 84000000);
CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(knob, adc, A, 3, 84);
CT_TIM(tim5, TIM5);
CT_TIM(tim2, TIM2);
CT_TIM_MICROSECONDS(us, tim2, 84000000);
CT_TIM(tim3, TIM3);

int main(void) {
    ct_spi_port_start(port, 84000000, 10500000, .mode = CT_SPI_MODE_3);
    CHECK(ct_spi_port_exchange(port, 0x9F) >= 0);
    CHECK(reg_is(SPI1->CR1, SPI_CR1_CPHA(1), SPI_CR1_CPOL(1), SPI_CR1_BR_Div8, SPI_CR1_SPE(1)));
    CHECK_EQUAL(ct_spi_bus_write(CT_SPI_PORT_AS_BUS(bus), (const uint8_t *)"abc", 3), CT_OK);
    CHECK_EQUAL(ct_spi_port_flush(port), CT_OK);

    ct_adc_unit_start(adc, 84000000); // the emulator never sets EOC: the wait ends all the same
    CHECK_EQUAL(ct_adc_unit_read(knob), CT_TIMEOUT);

    ct_tim_capture_start(tim5, 84000000, 84000000);
    const uint32_t before = ct_tim_count(tim5);
    for (volatile unsigned n = 0; n < 1000; n++) {}
    CHECK(ct_tim_count(tim5) - before > 1000);
    CHECK_EQUAL(ct_tim_countdown_start(us, 5), CT_OK);
    CHECK_EQUAL(ct_tim_countdown_wait(us), CT_WOULD_BLOCK);
    CHECK_EQUAL(ct_tim_countdown_cancel(us), CT_OK);
    CHECK_EQUAL(ct_tim_countdown_cancel(us), CT_INVALID);
    ct_tim_pwm_start(tim3, 84000000, 20000);
    ct_tim_pwm_connect(tim3, 2, CT_TIM_ACTIVE_LOW);
    ct_tim_pwm_set(tim3, 2, 1000);
    CHECK_EQUAL(ct_tim_pwm_most(tim3), 4200);
    CHECK(reg_is(TIM3->CCMR1, TIM_CCMR1_OC2M_Pwm1, TIM_CCMR1_OC2PE(1)));
    CHECK(reg_is(TIM3->CCER, TIM_CCER_CC2E(1), TIM_CCER_CC2P(1)));
    CHECK_EQUAL(reg_raw(TIM3->CCR2), 1000);
    DONE();
}
