// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// LED, button, encoder, buzzer, thermistor, HD44780.
#include "mocked.h"

#include <corten/drivers/button.h>
#include <corten/drivers/buzzer.h>
#include <corten/drivers/encoder.h>
#include <corten/drivers/hd44780.h>
#include <corten/drivers/led.h>
#include <corten/drivers/thermistor.h>

static void test_led(void **state) {
    (void)state;
    for (int low = 0; low < 2; low++) {
        const struct ct_led led = {ct_mock_output(&mock, "led"), low};
#define LED ((struct ct_led){ct_mock_output(&mock, "led"), low})
        EXPECT_EACH_FAILURE(ct_led_on(LED), low ? CT_MOCK_LOW("led") : CT_MOCK_HIGH("led"));
        EXPECT_EACH_FAILURE(ct_led_off(LED), low ? CT_MOCK_HIGH("led") : CT_MOCK_LOW("led"));
        EXPECT_EACH_FAILURE(ct_led_set(LED, true), low ? CT_MOCK_LOW("led") : CT_MOCK_HIGH("led"));
        EXPECT_EACH_FAILURE(ct_led_toggle(LED), CT_MOCK_TOGGLES("led"));
        EXPECT(!low, ct_led_is_on(LED), CT_MOCK_IS_SET_HIGH("led", 1));
        EXPECT(low, ct_led_is_on(LED), CT_MOCK_IS_SET_HIGH("led", 0));
        EXPECT(CT_UNSUPPORTED, ct_led_is_on(LED), CT_MOCK_IS_SET_HIGH("led", CT_UNSUPPORTED));
        (void)led;
    }
}

CT_BUTTON_DEFINE(key, .pin = ct_mock_input(&mock, "key"), .is_pressed_when_low = true,
                 .settle_ms = 5, .hold_ms = 100)

static void test_button(void **state) {
    (void)state;
    enum ct_click click = CT_CLICK_LONG;
    EXPECT(CT_OK, key_update(0, &click), CT_MOCK_IS_HIGH("key", 1));
    assert_int_equal(click, CT_CLICK_NONE);
    EXPECT(CT_OK, key_update(10, &click), CT_MOCK_IS_HIGH("key", 0));
    assert_false(key_is_pressed());
    EXPECT(CT_BUS, key_update(14, &click), CT_MOCK_IS_HIGH("key", CT_BUS)); // changes nothing
    EXPECT(CT_OK, key_update(15, &click), CT_MOCK_IS_HIGH("key", 0));
    assert_true(key_is_pressed());
    EXPECT(CT_OK, key_update(115, &click), CT_MOCK_IS_HIGH("key", 0));
    assert_int_equal(click, CT_CLICK_LONG);
    // the defaults, and clicks that are reported at once
    static struct ct_button_state plain_state;
#define PLAIN                                                                                      \
    ((struct ct_button){.pin = ct_mock_input(&mock, "key"), .has_no_double = true,                 \
                        .state = &plain_state})
    EXPECT(CT_OK, ct_button_update(PLAIN, 0, &click), CT_MOCK_IS_HIGH("key", 1));
    EXPECT(CT_OK, ct_button_update(PLAIN, 19, &click), CT_MOCK_IS_HIGH("key", 1));
    assert_false(ct_button_is_pressed(PLAIN));
    EXPECT(CT_OK, ct_button_update(PLAIN, 20, &click), CT_MOCK_IS_HIGH("key", 1));
    assert_true(ct_button_is_pressed(PLAIN));
    EXPECT(CT_OK, ct_button_update(PLAIN, 30, &click), CT_MOCK_IS_HIGH("key", 0));
    EXPECT(CT_OK, ct_button_update(PLAIN, 50, &click), CT_MOCK_IS_HIGH("key", 0));
    assert_int_equal(click, CT_CLICK_SINGLE);
}

CT_ENCODER_DEFINE(knob, .a = ct_mock_input(&mock, "a"), .b = ct_mock_input(&mock, "b"),
                  .steps_a_detent = 2, .is_reversed = true)

static void test_encoder_pins(void **state) {
    (void)state;
    const int levels[][2] = {{0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}};
    for (size_t i = 0; i < CT_COUNT(levels); i++)
        EXPECT(CT_OK, knob_update(), CT_MOCK_IS_HIGH("a", levels[i][0]),
               CT_MOCK_IS_HIGH("b", levels[i][1]));
    EXPECT(CT_BUS, knob_update(), CT_MOCK_IS_HIGH("a", CT_BUS), CT_MOCK_IS_HIGH("b", 1));
    EXPECT(CT_BUS, knob_update(), CT_MOCK_IS_HIGH("a", 1), CT_MOCK_IS_HIGH("b", CT_BUS));
    assert_int_equal(knob_take(), 2);
    assert_int_equal(knob_take(), 0);
    assert_int_equal(knob_skipped(), 0);
    EXPECT(CT_OK, knob_update(), CT_MOCK_IS_HIGH("a", 1), CT_MOCK_IS_HIGH("b", 1));
    assert_int_equal(knob_skipped(), 1);
}

CT_BUZZER_DEFINE(buzzer, .pwm = ct_mock_pwm(&mock, "tone"), .delay = ct_mock_delay(&mock, "delay"))

static void test_buzzer(void **state) {
    (void)state;
    EXPECT_EACH_FAILURE(buzzer_on(440), CT_MOCK_PERIOD_NS("tone", 2272727), CT_MOCK_DUTY("tone", 500));
    EXPECT_EACH_FAILURE(buzzer_off(), CT_MOCK_DUTY("tone", 0));
    assert_int_equal(buzzer_on(0), CT_OUT_OF_RANGE);
    const struct ct_note notes[] = {{1000, 20}, {0, 5}, {2000, 10}};
    EXPECT(CT_OK, buzzer_play(notes, 3), CT_MOCK_PERIOD_NS("tone", 1000000),
           CT_MOCK_DUTY("tone", 500), CT_MOCK_DELAY_MS("delay", 20), CT_MOCK_DUTY("tone", 0),
           CT_MOCK_DELAY_MS("delay", 5), CT_MOCK_PERIOD_NS("tone", 500000),
           CT_MOCK_DUTY("tone", 500), CT_MOCK_DELAY_MS("delay", 10), CT_MOCK_DUTY("tone", 0));
    // silent after an error too
    EXPECT(CT_OUT_OF_RANGE, buzzer_play(notes, 3),
           CT_MOCK_FAILS(CT_OUT_OF_RANGE, CT_MOCK_PERIOD_NS("tone", 1000000)),
           CT_MOCK_DUTY("tone", 0));
}

#define NTC                                                                                        \
    ((struct ct_thermistor){.adc = ct_mock_adc(&mock, "adc", 12),                                  \
                            .delay = ct_mock_delay(&mock, "delay"),                                \
                            .fixed_ohm = 10000,                                                    \
                            .ohm_at_25 = 10000,                                                    \
                            .beta = 3950,                                                          \
                            .timeout_us = 25})

static void test_thermistor_pin(void **state) {
    (void)state;
    int32_t t = 0;
    EXPECT(CT_OK, ct_thermistor_read(NTC, &t), CT_MOCK_ADC_STARTS("adc"),
           CT_MOCK_ADC_TAKES("adc", CT_WOULD_BLOCK), CT_MOCK_DELAY_US("delay", 10),
           CT_MOCK_ADC_TAKES("adc", 3000));
    assert_in_range(t, 3910, 3930); // 27.397 kilohms: 3.92 degrees by the equation
    EXPECT(CT_OUT_OF_RANGE, ct_thermistor_read(NTC, &t), CT_MOCK_ADC_STARTS("adc"),
           CT_MOCK_ADC_TAKES("adc", 4095));
    EXPECT(CT_OUT_OF_RANGE, ct_thermistor_read(NTC, &t), CT_MOCK_ADC_STARTS("adc"),
           CT_MOCK_ADC_TAKES("adc", 0));
    EXPECT(CT_OVERRUN, ct_thermistor_read(NTC, &t), CT_MOCK_ADC_STARTS("adc"),
           CT_MOCK_ADC_TAKES("adc", CT_OVERRUN));
    EXPECT(CT_BUSY, ct_thermistor_read(NTC, &t), CT_MOCK_FAILS(CT_BUSY, CT_MOCK_ADC_STARTS("adc")));
    EXPECT(CT_TIMEOUT, ct_thermistor_read(NTC, &t), CT_MOCK_ADC_STARTS("adc"),
           CT_MOCK_ADC_TAKES("adc", CT_WOULD_BLOCK), CT_MOCK_DELAY_US("delay", 10),
           CT_MOCK_ADC_TAKES("adc", CT_WOULD_BLOCK), CT_MOCK_DELAY_US("delay", 10),
           CT_MOCK_ADC_TAKES("adc", CT_WOULD_BLOCK), CT_MOCK_DELAY_US("delay", 5),
           CT_MOCK_ADC_TAKES("adc", CT_WOULD_BLOCK));
}

CT_HD44780_DEFINE(lcd, .rs = ct_mock_output(&mock, "rs"), .e = ct_mock_output(&mock, "e"),
                  .data = {ct_mock_output(&mock, "d4"), ct_mock_output(&mock, "d5"),
                           ct_mock_output(&mock, "d6"), ct_mock_output(&mock, "d7")},
                  .delay = ct_mock_delay(&mock, "delay"), .columns = 20, .lines = 4)

#define LEVEL(name, high) ((high) ? CT_MOCK_HIGH(name) : CT_MOCK_LOW(name))
#define NIBBLE(n)                                                                                  \
    LEVEL("d4", (n) & 1), LEVEL("d5", (n) & 2), LEVEL("d6", (n) & 4), LEVEL("d7", (n) & 8),        \
        CT_MOCK_HIGH("e"), CT_MOCK_DELAY_NS("delay", 450), CT_MOCK_LOW("e"),                       \
        CT_MOCK_DELAY_NS("delay", 550)
#define BYTE(text, b)                                                                              \
    LEVEL("rs", text), NIBBLE((b) >> 4), NIBBLE((b) & 15), CT_MOCK_DELAY_US("delay", 53)

static void test_hd44780(void **state) {
    (void)state;
    EXPECT(CT_OK, lcd_start(), CT_MOCK_LOW("e"), CT_MOCK_LOW("rs"), CT_MOCK_DELAY_MS("delay", 40),
           NIBBLE(3), CT_MOCK_DELAY_US("delay", 4100), NIBBLE(3), CT_MOCK_DELAY_US("delay", 100),
           NIBBLE(3), CT_MOCK_DELAY_US("delay", 100), NIBBLE(2), CT_MOCK_DELAY_US("delay", 100),
           BYTE(false, 0x28), BYTE(false, 0x08), BYTE(false, 0x06), BYTE(false, 0x0C),
           BYTE(false, 0x01), CT_MOCK_DELAY_US("delay", 2200));
    EXPECT(CT_OK, lcd_write("H\xDF"), BYTE(true, 'H'), BYTE(true, 0xDF));
    const uint8_t places[][3] = {{0, 0, 0x80}, {19, 1, 0xD3}, {0, 2, 0x94}, {5, 3, 0xD9}};
    for (size_t i = 0; i < CT_COUNT(places); i++)
        EXPECT(CT_OK, lcd_at(places[i][0], places[i][1]), BYTE(false, places[i][2]));
    assert_int_equal(lcd_at(20, 0), CT_OUT_OF_RANGE);
    assert_int_equal(lcd_at(0, 4), CT_OUT_OF_RANGE);
    EXPECT(CT_OK, lcd_draw(3, (const uint8_t[]){1, 2, 4, 8, 16, 31, 0xFF, 0}), BYTE(false, 0x58),
           BYTE(true, 1), BYTE(true, 2), BYTE(true, 4), BYTE(true, 8), BYTE(true, 16),
           BYTE(true, 31), BYTE(true, 31), BYTE(true, 0));
    assert_int_equal(lcd_draw(8, NULL), CT_OUT_OF_RANGE);
    // a pin of an expander fails in the middle of the second half byte; the time is waited for
    EXPECT(CT_BUS, lcd_write("AB"), LEVEL("rs", true), NIBBLE(4), CT_MOCK_HIGH("d4"),
           CT_MOCK_LOW("d5"), CT_MOCK_FAILS(CT_BUS, CT_MOCK_LOW("d6")), CT_MOCK_DELAY_US("delay", 53));
    EXPECT(CT_BUS, lcd_clear(), CT_MOCK_FAILS(CT_BUS, CT_MOCK_LOW("rs")),
           CT_MOCK_DELAY_US("delay", 53), CT_MOCK_DELAY_US("delay", 2200));
    EXPECT(CT_BUS, lcd_start(), CT_MOCK_FAILS(CT_BUS, CT_MOCK_LOW("e")), CT_MOCK_DELAY_MS("delay", 40));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_led),    cmocka_unit_test(test_button),
        cmocka_unit_test(test_buzzer), cmocka_unit_test(test_encoder_pins),
        cmocka_unit_test(test_hd44780), cmocka_unit_test(test_thermistor_pin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
