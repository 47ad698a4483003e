// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// What the emulator has of timers, SPI and converters, with the HAL: settings that can be read back, frames
// that end, a counter that counts. It models no pins, no clocks, and gives no meaning to what comes.
#include <corten/adc_stream.h>
#include <corten/board.h>
#include <corten/i2c_dma.h>
#include <corten/spi_dma.h>
#include <corten/tim_input.h>

#include "../check.h"

CT_SPI_PORT(port, SPI1);
CT_SPI_PORT_BUS(bus, port, 84000000);
CT_ADC_UNIT(adc, ADC1);
CT_ADC_INPUT(knob, adc, C, 1, 84);
CT_DMA_STREAM(adc_circle, DMA2, 4, ADC1);
CT_ADC_STREAM(endless, adc, ADC1, adc_circle, knob, 84000000, 64);
CT_DMA_STREAM(spi_in, DMA2, 0, SPI1_RX);
CT_DMA_STREAM(spi_out, DMA2, 3, SPI1_TX);
CT_SPI_DMA(spi_dma, port, SPI1, spi_in, spi_out, 84000000);
CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(i2c, I2C1, scl, sda);
CT_DMA_STREAM(i2c_in, DMA1, 0, I2C1_RX);
CT_DMA_STREAM(i2c_out, DMA1, 6, I2C1_TX);
CT_I2C_DMA(i2c_dma, i2c, I2C1, i2c_in, i2c_out);
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

    // there is no DMA and no I2C at all: what waits ends, what does not can be called off
    uint16_t counts[4];
    ct_dma_init(adc_circle);
    CT_IGNORE(ct_adc_stream_start(CT_ADC_AS_STREAM(endless)));
    CHECK_EQUAL(ct_adc_stream_take(CT_ADC_AS_STREAM(endless), counts, 4), CT_WOULD_BLOCK);
    CHECK_EQUAL(ct_adc_stream_stop(CT_ADC_AS_STREAM(endless)), CT_OK);
    ct_spi_dma_init(spi_dma);
    CHECK_EQUAL(ct_spi_nb_start(CT_SPI_DMA_AS_NB(spi_dma), NULL, NULL, 9), CT_OK);
    CHECK_EQUAL(ct_spi_nb_poll(CT_SPI_DMA_AS_NB(spi_dma)), CT_WOULD_BLOCK);
    ct_i2c_port_start(i2c, 42000000, 400000);
    CHECK_EQUAL(ct_i2c_write(CT_I2C_PORT_AS_BUS(i2c), CT_I2C_7(0x50), NULL, 0), CT_TIMEOUT);
    ct_i2c_dma_init(i2c_dma);
    const struct ct_i2c_operation one = CT_I2C_WRITE(NULL, 0);
    CHECK_EQUAL(ct_i2c_nb_start(CT_I2C_DMA_AS_NB(i2c_dma), CT_I2C_7(0x50), &one, 1), CT_OK);
    CHECK_EQUAL(ct_i2c_nb_poll(CT_I2C_DMA_AS_NB(i2c_dma)), CT_WOULD_BLOCK);
    CHECK_EQUAL(ct_i2c_nb_cancel(CT_I2C_DMA_AS_NB(i2c_dma)), CT_OK);

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
