// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What <corten/board.h> of every board offers, so that one application fits them all.
///
///     #include <corten/app.h>
///     #include <corten/board.h>
///     CT_INTERRUPT(typed, 1, BOARD_CONSOLE_INTERRUPT);
///     CT_APP(DISPATCHERS(BOARD_SPARE_INTERRUPTS), TASKS(typed),
///            MONOTONIC(BOARD_TICK, 1000, BOARD_TICK_CLOCK_HZ));
///
///     // in init
///     const struct ct_clock_result clocks = board_start_clocks();
///     board_console_start(115200);
///     if (clocks.error) board_console_print(clocks.flag);         // "HSERDY"
///
/// | name | what |
/// |---|---|
/// | BOARD_NAME | "olimex-h405" |
/// | BOARD_CORE_HZ | the core's rate after board_start_clocks() |
/// | BOARD_TICK, BOARD_TICK_CLOCK_HZ | what MONOTONIC of CT_APP takes |
/// | BOARD_SPARE_INTERRUPTS | three interrupts to lend to DISPATCHERS, with a comma between them |
/// | BOARD_LED, BOARD_HEATER | struct ct_output_pin, two different pins |
/// | BOARD_LED_IS_ON_WHEN_HIGH | 1, or 0 for a lamp between the supply and the pin |
/// | BOARD_TIMER | struct ct_countdown, of a timer that is not BOARD_TICK or, where that is the only one, of it |
/// | BOARD_TIMER_IS_THE_TICK | 1 when an application may use only one of BOARD_TIMER and BOARD_TICK |
/// | BOARD_CONSOLE_INTERRUPT, BOARD_ADC_INTERRUPT | names of interrupts, for CT_INTERRUPT |
/// | BOARD_ADC | struct ct_adc, see below |
/// | board_console_start(baud) | checks the rate at compile time, receive interrupt on |
///
/// The board's file claims its pins and its serial port.
#ifndef CORTEN_BOARD_COMMON_H
#define CORTEN_BOARD_COMMON_H

#include <corten/hal/adc.h>
#include <corten/hal/clock.h>
#include <corten/hal/pin.h>
#include <corten/hal/serial.h>
#include <corten/hal/timer.h>
#include <corten/room.h>

/// Brings the core to BOARD_CORE_HZ and makes BOARD_LED and BOARD_HEATER outputs, both off. First
/// thing in init. CT_TIMEOUT and the name of the flag when a clock did not start: the core goes on
/// with the oscillator that does run, at .core_hz; the console keeps its rate, time goes slower.
CT_MUST_USE struct ct_clock_result board_start_clocks(void);

/* ---- console: 8N1, one reader (the interrupt's handler), one writer at a time */

/// A received byte, 0 to 255, or -1 when there is none. In the handler of BOARD_CONSOLE_INTERRUPT,
/// until it returns -1.
int board_console_take(void);

/// Hands a byte to the port: CT_OK, or CT_WOULD_BLOCK; for CT_BLOCK. Any context, one at a time.
CT_MUST_USE enum ct_error board_console_try_put(char byte);

/// Sends a byte; waits for room, but not for ever: a byte that the port does not take within about
/// 100 ms is dropped and counted as unsent. Any context, one at a time.
void board_console_put(char byte);

/// Sends a text that ends with a zero.
void board_console_print(const char *text);

/// CT_OK when everything has left the port, else CT_WOULD_BLOCK.
CT_MUST_USE enum ct_error board_console_flush(void);

/// From now on BOARD_CONSOLE_INTERRUPT comes while there is room for a byte too, or does not. With
/// interrupts masked, or in its handler.
void board_console_interrupt_when_room(bool has_room);

/// The console as a serial port of hal/, for <corten/hal/serial_buffered.h> and drivers. What was wrong
/// with a byte is counted, not said.
extern const struct ct_serial_ops board_console_ops;
#define BOARD_CONSOLE ((struct ct_serial){&board_console_ops, NULL})

/// What went wrong on the console's line so far.
extern struct ct_serial_errors board_console_errors;

/* ---- converter. The emulators have no analog world, so BOARD_ADC is the sensor of a modelled
 * room (<corten/room.h>), which BOARD_HEATER heats; a finished conversion makes the converter's own
 * interrupt pending. 12 bits; room_millicelsius() knows the sensor. */

/// Starts a conversion; BOARD_ADC_INTERRUPT comes when it is done. Any context.
void board_adc_start(void);

/// The result, 0 to 4095, once; CT_WOULD_BLOCK (-1) when there is none. In the handler.
int board_adc_take(void);

extern const struct ct_adc_ops board_adc_ops;
#define BOARD_ADC ((struct ct_adc){&board_adc_ops, NULL, 12})

#endif
