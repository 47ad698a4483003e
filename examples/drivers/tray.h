// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A tray of parts that are not there: pins, buses and time in memory, for the examples of drivers to
/// run on every board as they are. Your program has its board's parts in their places:
///
///     CT_AT24_DEFINE(rom, .bus = TRAY_I2C, …)        // here
///     CT_AT24_DEFINE(rom, .bus = board_i2c, …)       // there
///
/// Whatever a driver does is added up in a checksum (tray_trace), which must be the same on every chip.
#ifndef TRAY_H
#define TRAY_H

#include <corten/hal/adc.h>
#include <corten/hal/delay.h>
#include <corten/hal/i2c.h>
#include <corten/hal/pin.h>
#include <corten/hal/pwm.h>
#include <corten/hal/spi.h>

extern const struct ct_output_ops tray_output_ops;
extern const struct ct_input_ops tray_input_ops;
extern const struct ct_bidirectional_ops tray_wire_ops;
extern const struct ct_delay_ops tray_delay_ops;
extern const struct ct_pwm_ops tray_pwm_ops;
extern const struct ct_adc_ops tray_adc_ops;
extern const struct ct_i2c_ops tray_i2c_ops;
extern const struct ct_spi_device_ops tray_can_ops, tray_flash_ops, tray_oled_ops;
extern const struct ct_spi_bus_ops tray_bus_ops;

extern bool tray_levels[16]; ///< of the wires 0 to 15
#define TRAY_OUTPUT(wire) {&tray_output_ops, &tray_levels[wire]}
#define TRAY_INPUT(wire)  {&tray_input_ops, &tray_levels[wire]}
#define TRAY_WIRE         {&tray_wire_ops, NULL} ///< 1-Wire, with a thermometer on it
#define TRAY_DELAY        {&tray_delay_ops, NULL}
#define TRAY_PWM          {&tray_pwm_ops, NULL}
#define TRAY_ADC          {&tray_adc_ops, NULL, 12}
#define TRAY_I2C          {&tray_i2c_ops, NULL}  ///< AT24, BME280, LM75, MPU-6050, SSD1306
#define TRAY_CAN          {&tray_can_ops, NULL}  ///< MCP2515
#define TRAY_FLASH        {&tray_flash_ops, NULL} ///< W25Q
#define TRAY_OLED         {&tray_oled_ops, NULL} ///< SSD0323
#define TRAY_BUS          {&tray_bus_ops, NULL}  ///< an SPI on which nobody answers

extern uint32_t tray_trace;

/// What came of it: the example's result, or a negative enum ct_error.
void tray_say(const char *what, int32_t result);

#endif
