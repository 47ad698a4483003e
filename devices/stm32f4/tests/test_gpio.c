// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Pins with their mode in the type, buses, the lock, alternate functions, and edges by EXTI.
#include "f4_test.h"

#include <corten/assert.h>
#include <corten/pin_alternate.h>

CT_PIN_OUT(lamp, C, 12, PUSH_PULL, SLOW, HIGH);
CT_PIN_OPEN_DRAIN(data, B, 9, PULL_UP, FAST);
CT_PIN_IN(button, A, 0, PULL_DOWN);
CT_PIN_IN(contact, C, 13, FLOATING);
CT_PIN_ANALOG(sensor, A, 4);
CT_PIN_ALTERNATE(console_tx, B, 6, USART1_TX, PUSH_PULL, FLOATING, FASTEST);
CT_PIN_ALTERNATE(bus_scl, B, 8, I2C1_SCL, OPEN_DRAIN, PULL_UP, FAST);
CT_PIN_BUS(lanes, E, 0, 1, 2, 3, 15);
CT_EXTI(button_line, 0);
CT_EXTI(contact_line, 13);

static unsigned edges;
void EXTI0_Handler(void);
void EXTI0_Handler(void) { edges += ct_edge_take(CT_PIN_AS_EDGES(button)) == CT_OK; }
void EXTI15_10_Handler(void);
void EXTI15_10_Handler(void) { edges += 100u * ct_exti_take(contact.gpio); }

static void modes_are_set(void **state) {
    (void)state;
    ct_pin_start(lamp);
    assert_true(ct_model_pin_level(CT_MODEL_PIN('C', 12)));
    assert_true(reg_is(GPIOC->MODER, GPIO_MODER_MODER12_Output));
    ct_pin_set_low(lamp);
    assert_false(ct_model_pin_level(CT_MODEL_PIN('C', 12)));
    ct_pin_toggle(lamp);
    assert_true(ct_pin_is_set_high(lamp));
    ct_pin_set(lamp, false);
    assert_false(ct_pin_is_high(lamp));
    ct_pin_start(sensor);
    assert_true(reg_is(GPIOA->MODER, GPIO_MODER_MODER4_Analog));
    ct_pin_start(button);
    assert_false(ct_pin_is_high(button));
    CT_MUST(ct_output_set_high(CT_PIN_AS_OUTPUT(lamp)));
    assert_int_equal(ct_input_is_high(CT_PIN_AS_INPUT(lamp)), 1);
    assert_int_equal(reg_raw(GPIOC->MODER), 1u << 24); // nothing else
}

static void open_drain_lets_go(void **state) {
    (void)state;
    static struct ct_model_drive slave;
    const struct ct_bidirectional_pin pin = CT_PIN_AS_BIDIRECTIONAL(data);
    ct_pin_start(data);
    assert_int_equal(ct_bidirectional_is_high(pin), 1);
    CT_MUST(ct_bidirectional_drive(pin, false));
    assert_int_equal(ct_bidirectional_is_high(pin), 0);
    CT_MUST(ct_bidirectional_release(pin));
    assert_int_equal(ct_bidirectional_is_high(pin), 1);
    ct_model_attach(&slave, CT_MODEL_PIN('B', 9));
    ct_model_drive(&slave, CT_MODEL_LOW);
    assert_int_equal(ct_bidirectional_is_high(pin), 0);
}

static void functions_come_from_the_table(void **state) {
    (void)state;
    ct_pin_start(console_tx);
    ct_pin_start(bus_scl);
    assert_true(ct_model_pin_is(CT_MODEL_PIN('B', 6), 7));
    assert_true(ct_model_pin_is(CT_MODEL_PIN('B', 8), 4));
    assert_true(reg_is(GPIOB->OTYPER, GPIO_OTYPER_OT6_PushPull, GPIO_OTYPER_OT8_OpenDrain));
    assert_true(reg_is(GPIOB->OSPEEDR, GPIO_OSPEEDR_OSPEED6_VeryHigh, GPIO_OSPEEDR_OSPEED8_High));
    assert_int_equal(PA8_can_be_MCO1, 0);
    assert_int_equal(PC6_can_be_USART6_TX, 8);
}

static void a_bus_changes_in_one_store(void **state) {
    (void)state;
    ct_pin_bus_start(lanes, FAST);
    reg_write(GPIOE->BSRR, GPIO_BSRR_BS_Set(7)); // another's
    assert_int_equal(lanes_mask, 0x800F);
    ct_pin_bus_write(lanes, 0x7FF5);
    assert_int_equal(reg_raw(GPIOE->ODR), 0x0005 | 1u << 7);
    ct_pin_bus_write(lanes, 0x800A);
    assert_int_equal(ct_pin_bus_read(lanes), 0x800A);
    assert_int_equal(reg_raw(GPIOE->ODR), 0x800A | 1u << 7);
}

static void a_lock_holds_until_reset(void **state) {
    (void)state;
    ct_pin_start(lamp);
    assert_int_equal(ct_gpio_lock(lamp.gpio, 1u << 12), CT_OK);
    ct_gpio_make_input(lamp.gpio, CT_GPIO_FLOATING);
    assert_true(reg_is(GPIOC->MODER, GPIO_MODER_MODER12_Output));
    ct_pin_set_high(lamp);
    assert_true(ct_model_pin_level(CT_MODEL_PIN('C', 12)));
    assert_int_equal(ct_gpio_lock(lamp.gpio, 1u << 11), CT_INVALID);
}

static void edges_come_as_interrupts(void **state) {
    (void)state;
    static struct ct_model_drive finger, relay;
    edges = 0;
    ct_model_attach(&finger, CT_MODEL_PIN('A', 0));
    ct_model_attach(&relay, CT_MODEL_PIN('C', 13));
    ct_pin_start(button);
    ct_pin_start(contact);
    ct_port_enable(EXTI0_IRQn, 2);
    ct_port_enable(EXTI15_10_IRQn, 2);
    assert_int_equal(ct_edge_listen(CT_PIN_AS_EDGES(button), CT_EDGE_RISING), CT_OK);
    ct_exti_listen(contact.gpio, CT_EXTI_BOTH);
    ct_model_drive(&finger, CT_MODEL_HIGH);
    f4_pass_us(1);
    assert_int_equal(edges, 1);
    ct_model_drive(&finger, CT_MODEL_FLOATS); // falls, by the pull
    f4_pass_us(1);
    assert_int_equal(edges, 1);
    ct_model_drive(&relay, CT_MODEL_HIGH);
    f4_pass_us(1);
    ct_model_drive(&relay, CT_MODEL_LOW);
    f4_pass_us(1);
    assert_int_equal(edges, 201);
    assert_int_equal(ct_edge_ignore(CT_PIN_AS_EDGES(button)), CT_OK);
    ct_model_drive(&finger, CT_MODEL_HIGH);
    f4_pass_us(1);
    assert_int_equal(edges, 201);
    // a pin of another port with the same number is another's
    reg_modify(SYSCFG->EXTICR[0], SYSCFG_EXTICR_EXTI(0, 1));
    ct_exti_listen((struct ct_gpio){1, 0}, CT_EXTI_RISING);
    ct_model_drive(&finger, CT_MODEL_LOW);
    ct_model_drive(&finger, CT_MODEL_HIGH);
    f4_pass_us(1);
    assert_int_equal(edges, 201);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        F4_TEST(modes_are_set), F4_TEST(open_drain_lets_go), F4_TEST(functions_come_from_the_table),
        F4_TEST(a_bus_changes_in_one_store), F4_TEST(a_lock_holds_until_reset),
        F4_TEST(edges_come_as_interrupts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
