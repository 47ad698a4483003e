// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Every instance that a chip has: claimed and started, each answers with the clock that the HAL gave it.
// And the pins of the models, which were written down from the data sheets on their own, against the table
// by which the HAL checks pins.
#include "f4_test.h"

#include "../model/src/tim.h"

#include <corten/adc_unit.h>
#include <corten/i2c_port.h>
#include <corten/spi_port.h>
#include <corten/tim_input.h>

#ifdef ON_F405
#define TIMERS(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14)
#define SPIS(X)   X(1) X(2) X(3)
#define ADCS(X)   X(1) X(2) X(3)
#else
#define TIMERS(X) X(1) X(2) X(3) X(4) X(5) X(9) X(10) X(11)
#define SPIS(X)   X(1) X(2) X(3) X(4)
#define ADCS(X)   X(1)
#endif

#define CLAIM_TIMER(n) CT_TIM(tim##n, TIM##n);
TIMERS(CLAIM_TIMER)
#define CLAIM_SPI(n) CT_SPI_PORT(spi##n, SPI##n);
SPIS(CLAIM_SPI)
#define CLAIM_ADC(n) CT_ADC_UNIT(adc##n, ADC##n);
ADCS(CLAIM_ADC)
CT_ADC_INPUT(knob, adc1, C, 0, 28);
#ifdef ON_F405
CT_ADC_INPUT(far, adc3, F, 10, 28);
CT_ADC_INPUT(second, adc2, C, 1, 28);
#endif
CT_PIN_ALTERNATE(scl1, B, 6, I2C1_SCL, OPEN_DRAIN, PULL_UP, FAST);
CT_PIN_ALTERNATE(sda1, B, 7, I2C1_SDA, OPEN_DRAIN, PULL_UP, FAST);
CT_PIN_ALTERNATE(scl2, B, 10, I2C2_SCL, OPEN_DRAIN, PULL_UP, FAST);
#ifdef ON_F405
CT_PIN_ALTERNATE(sda2, B, 11, I2C2_SDA, OPEN_DRAIN, PULL_UP, FAST);
#else
CT_PIN_ALTERNATE(sda2, B, 3, I2C2_SDA, OPEN_DRAIN, PULL_UP, FAST);
#endif
CT_PIN_ALTERNATE(scl3, A, 8, I2C3_SCL, OPEN_DRAIN, PULL_UP, FAST);
CT_PIN_ALTERNATE(sda3, C, 9, I2C3_SDA, OPEN_DRAIN, PULL_UP, FAST);
CT_I2C_PORT(i2c1, I2C1, scl1, sda1);
CT_I2C_PORT(i2c2, I2C2, scl2, sda2);
CT_I2C_PORT(i2c3, I2C3, scl3, sda3);

static void every_timer_counts(void **state) {
    (void)state;
#define TRY(n)                                                                                     \
    ct_tim_start_periodic(tim##n, 16000000, 1000);                                                 \
    f4_pass_us(1001);                                                                              \
    assert_true(ct_tim_take(tim##n));                                                              \
    assert_int_equal((uintptr_t)tim##n.registers, (uintptr_t)TIM##n);
    TIMERS(TRY)
}

static void every_spi_moves_frames(void **state) {
    (void)state;
#define EXCHANGE(n)                                                                                \
    ct_spi_port_start(spi##n, 16000000, 8000000);                                                  \
    assert_int_equal(ct_spi_port_exchange(spi##n, 1), 0xFF);                                       \
    assert_int_equal((uintptr_t)spi##n.registers, (uintptr_t)SPI##n);
    SPIS(EXCHANGE)
}

static void every_converter_converts(void **state) {
    (void)state;
#define START(n)                                                                                   \
    ct_adc_unit_start(adc##n, 16000000);                                                           \
    assert_int_equal((uintptr_t)adc##n.registers, (uintptr_t)ADC##n);
    ADCS(START)
    ct_model_pin_set_millivolts(CT_MODEL_PIN('C', 0), 1000);
    assert_int_equal(ct_adc_unit_read(knob), 1241);
#ifdef ON_F405
    ct_model_pin_set_millivolts(CT_MODEL_PIN('F', 10), 2000);
    assert_int_equal(ct_adc_unit_read(far), 2482);
    ct_model_pin_set_millivolts(CT_MODEL_PIN('C', 1), 3000);
    assert_int_equal(ct_adc_unit_read(second), 3723);
#endif
}

static void every_i2c_finds_nobody(void **state) {
    (void)state;
#define ASK(n)                                                                                     \
    ct_i2c_port_start(i2c##n, 16000000, 400000);                                                   \
    ct_model_i2c_wire(n, i2c##n.scl->gpio.port * 16u + i2c##n.scl->gpio.number,                    \
                      i2c##n.sda->gpio.port * 16u + i2c##n.sda->gpio.number);                      \
    assert_int_equal(ct_i2c_write(CT_I2C_PORT_AS_BUS(i2c##n), CT_I2C_7(9), NULL, 0), CT_NO_ACKNOWLEDGE_ADDRESS); \
    assert_int_equal((uintptr_t)i2c##n.registers, (uintptr_t)I2C##n);
    ASK(1) ASK(2) ASK(3)
}

/* ---- pins */

static const struct row {
    unsigned pin, function;
    const char *signal;
} map[] = {
#define ROW(port, number, function, signal) {CT_MODEL_PIN(#port[0], number), function, #signal},
    CT_PIN_MAP(ROW)
};

static void name_of(const struct ct_model_tim_pin *p, char *name, size_t room) {
    if (p->role == CT_MODEL_TIM_BREAK) snprintf(name, room, "TIM%u_BKIN", p->tim);
    else snprintf(name, room, "TIM%u_CH%u%s", p->tim, p->channel, p->role == CT_MODEL_TIM_COMPLEMENT ? "N" : "");
}

static void the_models_pins_of_timers_are_the_tables(void **state) {
    (void)state;
    unsigned in_both = 0, in_the_table = 0;
    for (size_t i = 0; i < CT_COUNT(map); i++) {
        char name[16];
        unsigned tim, channel;
        if (sscanf(map[i].signal, "TIM%u_CH%u", &tim, &channel) != 2 && !strstr(map[i].signal, "BKIN")) continue;
        bool found = false;
        for (const struct ct_model_tim_pin *p = ct_model_tim_pins; p->tim; p++) {
            name_of(p, name, sizeof name);
            found |= p->pin == map[i].pin && p->function == map[i].function && strcmp(name, map[i].signal) == 0;
        }
        if (!found) print_message("the model lacks %s on P%c%u\n", map[i].signal, 'A' + map[i].pin / 16, map[i].pin % 16);
        assert_true(found);
        in_the_table++;
    }
    for (const struct ct_model_tim_pin *p = ct_model_tim_pins; p->tim; p++) {
        char name[16], part[8];
        name_of(p, name, sizeof name);
        snprintf(part, sizeof part, "TIM%u", p->tim);
        bool found = false;
        for (size_t i = 0; i < CT_COUNT(map); i++)
            found |= p->pin == map[i].pin && p->function == map[i].function && strcmp(name, map[i].signal) == 0;
#ifdef ON_F405
        if (!found) print_message("the table lacks %s on P%c%u\n", name, 'A' + p->pin / 16, p->pin % 16);
        assert_true(found);
#endif
        in_both += found;
    }
    assert_int_equal(in_both, in_the_table);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        F4_TEST(every_timer_counts),     F4_TEST(every_spi_moves_frames), F4_TEST(every_converter_converts),
        F4_TEST(every_i2c_finds_nobody), F4_TEST(the_models_pins_of_timers_are_the_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
