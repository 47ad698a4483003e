// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The frame of the models, with RCC as its example: what it reports, time, clocks and their faults.
#include "f4_test.h"

#include <corten/registers.h>

static unsigned rcc_interrupts, nmis;
void RCC_Handler(void);
void RCC_Handler(void) {
    rcc_interrupts++;
    if (reg_get(RCC->CIR, RCC_CIR_HSERDYF)) { // one cause a call
        reg_modify(RCC->CIR, RCC_CIR_HSERDYC(1));
    } else {
        reg_modify(RCC->CIR, RCC_CIR_LSIRDYC(1));
    }
}
void NMI_Handler(void);
void NMI_Handler(void) {
    nmis++;
    reg_clear(RCC->CIR, RCC_CIR_CSSC);
}

static void without_a_clock_nothing_answers(void **state) {
    (void)state;
    EXPECT_REPORT("GPIOB.ODR is written while its peripheral has no clock", reg_write_raw(GPIOB->ODR, 1));
    EXPECT_REPORT("GPIOB.MODER is read while its peripheral has no clock", (void)reg_raw(GPIOB->MODER));
    assert_int_equal(ct_model_peek(GPIOB->ODR), 0);
    reg_set(RCC->AHB1ENR, RCC_AHB1ENR_GPIOBEN);
    EXPECT_REPORT("right after its clock was turned on", reg_write_raw(GPIOB->ODR, 1));
    assert_int_equal(ct_model_peek(GPIOB->ODR), 1);
    reg_set(RCC->AHB1RSTR, RCC_AHB1RSTR_GPIOBRST);
    assert_int_equal(ct_model_peek(GPIOB->ODR), 0);
    EXPECT_REPORT("held in reset", (void)reg_raw(GPIOB->MODER));
    reg_clear(RCC->AHB1RSTR, RCC_AHB1RSTR_GPIOBRST);
    assert_int_equal(reg_raw(GPIOB->MODER), 0x280);
}

static void a_stream_of_dma_has_its_controllers_clock(void **state) {
    (void)state;
    EXPECT_REPORT("DMA1_Stream3.CR is read while its peripheral has no clock", (void)reg_raw(DMA1_Stream3->CR));
    reg_set(RCC->AHB1ENR, RCC_AHB1ENR_DMA1EN);
    (void)reg_raw(RCC->AHB1ENR);
    (void)reg_raw(DMA1_Stream3->CR);
}

static void reserved_bits_and_wrong_places_are_reported(void **state) {
    (void)state;
    EXPECT_REPORT("RCC.PLLCFGR: 0x4003010 is written, which changes reserved bits (0x20000000)",
                  reg_write_raw(RCC->PLLCFGR, 0x04003010));
    assert_int_equal(reg_raw(RCC->PLLCFGR), 0x24003010); // as the chip answers
    reg_modify(RCC->PLLCFGR, RCC_PLLCFGR_PLLM(8));
    EXPECT_REPORT("where there is nothing", ct_model_bus_write(0x40030000, 4, 1));
    EXPECT_REPORT("which has another width", (void)ct_model_bus_read(0x40023800, 2));
    EXPECT_REPORT("which cannot be read", (void)ct_model_bus_read(0x40023C04, 4));
}

static void oscillators_take_their_time(void **state) {
    (void)state;
    reg_set(RCC->CR, RCC_CR_HSEON);
    assert_false(reg_get(RCC->CR, RCC_CR_HSERDY));
    const uint64_t began = ct_host_now();
    unsigned looks = 0;
    while (!reg_get(RCC->CR, RCC_CR_HSERDY)) looks++;
    assert_in_range(ct_host_now() - began, 1900000, 2100000);
    assert_in_range(looks, 19000, 21000); // 100 ns each
    reg_clear(RCC->CR, RCC_CR_HSEON);
    assert_false(reg_get(RCC->CR, RCC_CR_HSERDY));
    ct_model_rcc.crystal_is_dead = true;
    reg_set(RCC->CR, RCC_CR_HSEON);
    f4_pass_us(100000);
    assert_false(reg_get(RCC->CR, RCC_CR_HSERDY));
}

static void interrupts_come_between_accesses(void **state) {
    (void)state;
    rcc_interrupts = 0;
    ct_port_enable(RCC_IRQn, 3);
    reg_write(RCC->CIR, RCC_CIR_HSERDYIE(1));
    reg_set(RCC->CR, RCC_CR_HSEON);
    while (!rcc_interrupts) (void)reg_raw(RCC->CR);
    assert_true(reg_get(RCC->CR, RCC_CR_HSERDY));
    f4_pass_us(1000);
    assert_int_equal(rcc_interrupts, 1);
    // it comes again for as long as something asks for it
    reg_modify(RCC->CIR, RCC_CIR_LSIRDYIE(1));
    reg_clear(RCC->CR, RCC_CR_HSEON);
    ct_port_mask_all();
    reg_set(RCC->CR, RCC_CR_HSEON);
    reg_set(RCC->CSR, RCC_CSR_LSION);
    f4_pass_us(3000);
    assert_int_equal(rcc_interrupts, 1);
    ct_port_unmask_all();
    f4_pass_us(1);
    assert_int_equal(rcc_interrupts, 3);
}

static void the_pll_is_set_while_it_is_off(void **state) {
    (void)state;
    reg_modify(RCC->PLLCFGR, RCC_PLLCFGR_PLLM(16));
    reg_set(RCC->CR, RCC_CR_PLLON);
    EXPECT_REPORT("RCC.PLLCFGR is written while the PLL is on", reg_modify(RCC->PLLCFGR, RCC_PLLCFGR_PLLN(200)));
}

static void the_clocks_are_known(void **state) {
    (void)state;
    assert_int_equal(ct_model_clock_hz(CT_MODEL_APB1), 16000000);
    reg_set(RCC->CR, RCC_CR_HSEON);
    f4_pass_us(3000);
    reg_modify(RCC->PLLCFGR, RCC_PLLCFGR_PLLM(8), RCC_PLLCFGR_PLLN(336), RCC_PLLCFGR_PLLP_Div4, RCC_PLLCFGR_PLLSRC_HSE);
    reg_set(RCC->CR, RCC_CR_PLLON);
    f4_pass_us(1000);
    reg_write(FLASH->ACR, FLASH_ACR_LATENCY(1));
    reg_modify(RCC->CFGR, RCC_CFGR_PPRE1_Div2);
    EXPECT_REPORT("FLASH.ACR has 1 wait states, 84000000 Hz need 2",
                  reg_modify(RCC->CFGR, RCC_CFGR_SW_PLL);
                  while (!reg_is(RCC->CFGR, RCC_CFGR_SWS_PLL)) {});
    assert_int_equal(ct_model_clock_hz(CT_MODEL_AHB), 84000000);
    assert_int_equal(ct_model_clock_hz(CT_MODEL_APB1), 42000000);
    assert_int_equal(ct_model_clock_hz(CT_MODEL_TIMERS1), 84000000);
    assert_int_equal(ct_model_clock_hz(CT_MODEL_TIMERS2), 84000000);
    assert_int_equal(ct_model_cycles_ns(CT_MODEL_APB1, 42), 1000);
    EXPECT_REPORT("turns off what the system clock runs from", reg_clear(RCC->CR, RCC_CR_PLLON));
    // clock security
    reg_set(RCC->CR, RCC_CR_CSSON);
    nmis = 0;
    ct_model_rcc_crystal_stops();
    assert_int_equal(nmis, 1);
    assert_true(reg_is(RCC->CFGR, RCC_CFGR_SWS_HSI));
    assert_int_equal(ct_model_clock_hz(CT_MODEL_APB2), 16000000);
}

static void the_backup_domain_is_closed(void **state) {
    (void)state;
    EXPECT_REPORT("RCC.BDCR is written while PWR.CR.DBP is 0", reg_set(RCC->BDCR, RCC_BDCR_LSEON));
    reg_set(RCC->APB1ENR, RCC_APB1ENR_PWREN);
    (void)reg_raw(RCC->APB1ENR);
    reg_set(PWR->CR, PWR_CR_DBP);
    reg_set(RCC->BDCR, RCC_BDCR_LSEON);
    f4_pass_us(2500000);
    assert_true(reg_get(RCC->BDCR, RCC_BDCR_LSERDY));
}

static void objects_have_an_address_for_bus_masters(void **state) {
    (void)state;
    static uint16_t buffer[8] = {1, 2, 3};
    static uint8_t other[3];
    const uint32_t at = ct_model_address_of(buffer, sizeof buffer);
    assert_int_equal(ct_model_bus_read(at + 4, 2), 3);
    ct_model_bus_write(at + 14, 2, 77);
    assert_int_equal(buffer[7], 77);
    assert_int_equal(ct_model_address_of(buffer, sizeof buffer), at);
    assert_true(ct_model_address_of(other, sizeof other) != at);
    assert_ptr_equal(ct_model_memory(at + 2, 2), &buffer[1]);
    assert_null(ct_model_memory(at + 15, 2));
    EXPECT_REPORT("where there is nothing", ct_model_bus_write(at + 16, 2, 1));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        F4_TEST(without_a_clock_nothing_answers),
        F4_TEST(a_stream_of_dma_has_its_controllers_clock),
        F4_TEST(reserved_bits_and_wrong_places_are_reported),
        F4_TEST(oscillators_take_their_time),
        F4_TEST(interrupts_come_between_accesses),
        F4_TEST(the_pll_is_set_while_it_is_off),
        F4_TEST(the_clocks_are_known),
        F4_TEST(the_backup_domain_is_closed),
        F4_TEST(objects_have_an_address_for_bus_masters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
