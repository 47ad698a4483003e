// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The STM32F401 and F405 as models: what is attached to the chip, and what goes wrong with it.
///
///     static struct ct_model_drive finger;
///     ct_model_stm32f4_start();                            // from now on the HAL talks to the model
///     ct_model_attach(&finger, CT_MODEL_PIN('C', 13));     // a button on PC13
///     ct_model_drive(&finger, CT_MODEL_LOW);               // pressed
///     ct_model_rcc.crystal_is_dead = true;                 // HSERDY will never come
///
/// Built for one chip, whose <corten/registers.h> is on the include path. devices/model/README.md
/// says how to write a model; each part is a file of devices/stm32f4/model/src. RM0090, RM0368.
#ifndef CORTEN_STM32F4_MODEL_H
#define CORTEN_STM32F4_MODEL_H

#include <corten/model.h>
#include <corten/model_bus.h>

/// A chip after power-up, with all models. Nothing is attached any more.
void ct_model_stm32f4_start(void);

/* ---- RCC: oscillators, PLL, clocks of the buses, gates, resets. src/rcc.c */

struct ct_model_rcc {
    struct ct_model_part part;
    // the board and its faults; ct_model_stm32f4_start() sets the defaults
    uint32_t crystal_hz;       ///< 8 MHz
    bool crystal_is_dead;      ///< HSERDY does not come
    bool pll_does_not_lock;    ///< PLLRDY does not come
    bool switch_is_stuck;      ///< SWS stays as it is
    bool watch_crystal_is_dead; ///< LSERDY does not come
    // state
    struct ct_host_event hsi, hse, pll, lse, lsi, change;
};
extern struct ct_model_rcc ct_model_rcc;

/// The crystal stops now: with the clock security system on, its NMI comes. RM0090, 7.2.7.
void ct_model_rcc_crystal_stops(void);

enum ct_model_clock {
    CT_MODEL_SYSCLK,
    CT_MODEL_AHB, ///< the core and the memories
    CT_MODEL_APB1,
    CT_MODEL_APB2,
    CT_MODEL_TIMERS1, ///< of the timers on APB1
    CT_MODEL_TIMERS2, ///< of the timers on APB2
};
/// What a clock runs at now, Hz.
uint32_t ct_model_clock_hz(enum ct_model_clock clock);
/// Nanoseconds that `cycles` of it take, rounded.
uint64_t ct_model_cycles_ns(enum ct_model_clock clock, uint64_t cycles);
/// Notes a cause in RCC.CSR: the bit number of its flag, 25 to 31.
void ct_model_rcc_note_reset(unsigned flag);

/* ---- pins. src/gpio.c */

/// A pin as a number: 16 to a port, from A.
#define CT_MODEL_PIN(letter, number) ((unsigned)((letter) - 'A') * 16u + (number))
enum { CT_MODEL_PINS = 9 * 16, CT_MODEL_PIN_NONE = CT_MODEL_PINS };

/// What somebody does to a wire. The strong ones fight (reported); then the pulls; else it keeps.
enum ct_model_level { CT_MODEL_LOW, CT_MODEL_HIGH, CT_MODEL_FLOATS, CT_MODEL_PULLS_DOWN, CT_MODEL_PULLS_UP };

/// A thing on the wire of a pin. In static storage; zero: not attached.
struct ct_model_drive {
    struct ct_model_drive *next;
    unsigned pin;
    enum ct_model_level level;
};
/// Attaches it; it floats. Each thing once.
void ct_model_attach(struct ct_model_drive *thing, unsigned pin);
void ct_model_drive(struct ct_model_drive *thing, enum ct_model_level level);

/// Connects the wires of two pins.
void ct_model_wire(unsigned pin, unsigned other);

/// The level of a pin's wire: 1 or 0.
bool ct_model_pin_level(unsigned pin);

/// Told of each change of a wire, at once. In static storage.
struct ct_model_watch {
    struct ct_model_watch *next;
    unsigned pin;
    void (*changed)(struct ct_model_watch *watch, bool high);
};
void ct_model_pin_watch(struct ct_model_watch *watch, unsigned pin,
                        void (*changed)(struct ct_model_watch *watch, bool high));

/// What a peripheral puts out by an alternate function: seen while the pin is set to it.
void ct_model_pin_put(unsigned pin, unsigned function, enum ct_model_level level);
/// Whether the pin is set to an alternate function.
bool ct_model_pin_is(unsigned pin, unsigned function);

/// An analog voltage on a pin, in millivolts, or a function that is asked each time it is sampled.
/// Without either, 3300 or 0 by the wire's level.
void ct_model_pin_set_millivolts(unsigned pin, int millivolts);
void ct_model_pin_ask_millivolts(unsigned pin, int (*ask)(void *context), void *context);
int ct_model_pin_millivolts(unsigned pin);

/// What EXTI and others that see every pin have: called at each change of a wire, for each pin on it.
extern void (*ct_model_pin_changed[8])(unsigned pin, bool high);
/// Takes a free one of these.
void ct_model_on_pin_change(void (*changed)(unsigned pin, bool high));

/// An edge at a line of EXTI, 0 to 22: pins do it by themselves, RTC and others by this. src/exti.c
void ct_model_exti_edge(unsigned line, bool rises);

/* ---- power and the backup domain. src/rtc.c */

/// The supply falls below the level that PWR watches for, or rises above it.
void ct_model_supply(bool is_low);
// for the other parts
void ct_model_rtc_clock_changed(void);
void ct_model_rtc_keep(void);   // before a reset that the backup domain outlives
void ct_model_rtc_forget(void); // BDRST

/* ---- DMA. src/dma.c */

/// The level of a peripheral's request, by its name in <corten/dma_map.h>: "USART2_TX". Elements are
/// moved for as long as it is high: each access of the DMA to a data register should make it fall.
void ct_model_dma_line(const char *request, bool high);
/// A request for one element, kept until it is served: an update of a timer.
void ct_model_dma_pulse(const char *request);
/// How many elements are left to be moved for a request; 0: no stream serves it now.
uint32_t ct_model_dma_left(const char *request);
/// The `after`th element from now of a stream (1, 2; 0 to 7) ends in a bus error.
void ct_model_dma_fail(unsigned controller, unsigned stream, unsigned after);

/* ---- timers, whose pins are wires: edges on them are counted, measured, captured. src/tim.c */

/// An edge at an input of timer 1 to 14, as if a pin had it: channel 1 to 4, or 0 for the break input.
void ct_model_tim_input(unsigned number, unsigned channel, bool high);

/* ---- serial ports. src/usart.c */

/// A character on the wire.
struct ct_model_frame {
    uint16_t bits;  ///< lowest first, parity included
    uint8_t count;  ///< of bits, 7 to 9
    bool is_broken; ///< its stop bit is 0
    bool is_noisy;
    uint32_t baud;
};
/// What is at the other end of the port.
struct ct_model_serial {
    void (*received)(struct ct_model_serial *end, const struct ct_model_frame *frame);
    // filled in
    struct ct_model_serial *next;
    unsigned usart;
    uint64_t free_at;
};
/// Attaches it to USART (or UART) 1 to 6. It is heard while a pin is set to the port's function.
void ct_model_serial_attach(struct ct_model_serial *end, unsigned usart);
/// Sends a character to the chip, after those that are on their way.
void ct_model_serial_put(struct ct_model_serial *end, struct ct_model_frame frame);

/// A terminal of 8N1: what it has shown, and typing.
struct ct_model_terminal {
    struct ct_model_serial end;
    uint32_t baud;
    unsigned garbled; ///< characters of another rate
    unsigned count;
    char text[1024];
};
void ct_model_terminal_attach(struct ct_model_terminal *terminal, unsigned usart, uint32_t baud);
void ct_model_terminal_type(struct ct_model_terminal *terminal, const char *text);

/* ---- SPI. src/spi.c */

/// The place of a thing on an SPI. In static storage.
struct ct_model_spi_place {
    struct ct_model_watch watch;
    struct ct_model_spi_thing *thing;
    struct ct_model_spi_place *next;
};
/// Puts a thing on SPI1 to 4, selected while the pin is low; CT_MODEL_PIN_NONE: always. The SPI must have
/// pins for its clock and data: what has none is not heard.
void ct_model_spi_attach(unsigned number, struct ct_model_spi_place *place, struct ct_model_spi_thing *thing,
                         unsigned select_pin);
/// The master on the other side moves a frame: what the chip sends as slave, or -1 when it is off or not
/// selected.
int ct_model_spi_clock(unsigned number, uint16_t frame);

struct ct_model_spi_faults {
    bool is_stuck;           ///< frames do not end
    unsigned overruns_after; ///< the how manieth frame received is lost; 0: none
    unsigned flips_after;    ///< of the how manieth the last bit is wrong
};
extern struct ct_model_spi_faults ct_model_spi_faults[5]; ///< [1] to [4]

/* ---- I2C. src/i2c.c */

/// The bus of I2C1 to 3 is on these two pins, with a resistor to the supply each.
void ct_model_i2c_wire(unsigned number, unsigned scl, unsigned sda);
/// Puts a thing on the bus.
void ct_model_i2c_attach(unsigned number, struct ct_model_i2c_thing *thing);
/// A device holds the data line low, as after a reset in the middle of a byte, until it has seen so many
/// clocks.
void ct_model_i2c_hold_data(unsigned number, unsigned clocks);
/// A device holds the clock low, or lets go.
void ct_model_i2c_hold_clock(unsigned number, bool holds);

/// Each happens once, with the how manieth byte of a transfer, the address counted; 0: not.
struct ct_model_i2c_faults {
    bool is_stuck; ///< ct_model_i2c_hold_clock()
    unsigned arbitration_lost_at, bus_error_at, overrun_at;
};
extern struct ct_model_i2c_faults ct_model_i2c_faults[4]; ///< [1] to [3]

/* ---- flash. src/flash.c */

struct ct_model_flash {
    struct ct_model_part part;
    bool is_stuck; ///< BSY never falls
    struct ct_host_event ready;
};
extern struct ct_model_flash ct_model_flash;
/// Protects a sector, as an option byte does.
void ct_model_flash_protect(unsigned sector);
/// What the memory holds at an address of the chip, to look at and to set.
uint8_t *ct_model_flash_content(uint32_t address);

/* ---- watchdogs, trace, resets. src/system.c */

extern uint32_t ct_model_lsi_hz;    ///< of the oscillator of IWDG and RTC: 17 to 47 kHz, default 32
extern bool ct_model_iwdg_is_slow;  ///< PVU and RVU never fall
extern void (*ct_model_itm_heard)(unsigned channel, uint32_t value); ///< the debugger's end of the trace
/// The chip is reset, with a flag (its bit, 25 to 31) in RCC.CSR; the program ends as
/// ct_model_reset_by() says.
void ct_model_chip_resets(unsigned flag, const char *cause);
/* ---- Converters, which ask pins for their millivolts. src/adc.c */

struct ct_model_adc {
    uint32_t supply_mv;   ///< 3300: the full scale
    uint32_t battery_mv;  ///< 3000
    int32_t millicelsius; ///< of the chip, 25000
    bool is_stuck;        ///< fault: conversions do not end
};
extern struct ct_model_adc ct_model_adc;
/// An edge of what can start conversions, by its number in field EXTSEL: timers and EXTI do it by themselves.
void ct_model_adc_trigger(unsigned extsel, bool rises);

/* ---- for the parts themselves: each adds itself at ct_model_stm32f4_start() */

void ct_model_add_rcc(void);
void ct_model_add_gpio(void);
void ct_model_add_dma(void);
void ct_model_add_tim(void);
void ct_model_add_usart(void);
void ct_model_add_spi(void);
void ct_model_add_exti(void);
void ct_model_add_flash(void);
void ct_model_add_rtc(void);
void ct_model_add_system(void); // flash, watchdogs, power, clock, CRC and what the core has
void ct_model_add_i2c(void);
void ct_model_add_adc(void);

#endif
