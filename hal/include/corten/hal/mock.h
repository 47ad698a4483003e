// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Hardware that a test plays: a list of what a driver must do, and what it is answered. Native.
///
///     struct ct_mock mock;
///     CT_MOCK_BEGIN(&mock, CT_MOCK_LOW("reset"), CT_MOCK_DELAY_US("delay", 10), CT_MOCK_HIGH("reset"),
///                   CT_MOCK_I2C("bus", 0x76, CT_MOCK_WRITES(0xD0), CT_MOCK_READS(0x60)));
///     const int id = sensor_id(ct_mock_output(&mock, "reset"), ct_mock_delay(&mock, "delay"), ct_mock_i2c(&mock, "bus"));
///     ct_mock_end(&mock);                                // everything was done
///
/// One list for all parts, so that the order between a pin and a bus is checked too; parts are told
/// apart by name. What differs is shown beside what was expected:
///
///     mock: step 4 of 4 differs
///       expected: bus: I2C at 76: write D0, read 60
///       actual:   bus: I2C at 77: write D0, read 1 byte
///
/// Then ct_mock_failed() is called with the text, which aborts unless the test defines it (in
/// cmocka: `void ct_mock_failed(const char *text) { fail_msg("%s", text); }`). If that returns, the
/// driver's call returns CT_INVALID, and so do all that follow.
///
/// A step can fail: CT_MOCK_FAILS(CT_TIMEOUT, step); can be repeated: CT_MOCK_TIMES(3, step); can come any
/// number of times, none included, until the next one fits: CT_MOCK_ANY_TIMES(step).
#ifndef CORTEN_HAL_MOCK_H
#define CORTEN_HAL_MOCK_H

#include <corten/hal/adc.h>
#include <corten/hal/can.h>
#include <corten/hal/capture.h>
#include <corten/hal/delay.h>
#include <corten/hal/i2c.h>
#include <corten/hal/pin.h>
#include <corten/hal/pwm.h>
#include <corten/hal/qei.h>
#include <corten/hal/rng.h>
#include <corten/hal/rtc.h>
#include <corten/hal/serial.h>
#include <corten/hal/spi.h>
#include <corten/hal/storage.h>
#include <corten/hal/stream.h>
#include <corten/hal/timer.h>
#include <corten/hal/watchdog.h>

/* ---- steps; made by the macros below */

enum ct_mock_kind {
    CT_MOCK_SET_HIGH_, CT_MOCK_SET_LOW_, CT_MOCK_TOGGLE_, CT_MOCK_IS_SET_HIGH_, CT_MOCK_IS_HIGH_,
    CT_MOCK_DRIVE_, CT_MOCK_RELEASE_, CT_MOCK_LISTEN_, CT_MOCK_TAKE_EDGE_, CT_MOCK_IGNORE_,
    CT_MOCK_DELAY_, CT_MOCK_DELAY_AT_LEAST_,
    CT_MOCK_START_, CT_MOCK_WAIT_, CT_MOCK_CANCEL_,
    CT_MOCK_SPI_, CT_MOCK_SPI_BUS_, CT_MOCK_SPI_FLUSH_, CT_MOCK_SPI_CONFIGURE_,
    CT_MOCK_I2C_, CT_MOCK_RECOVER_,
    CT_MOCK_SERIAL_READ_, CT_MOCK_SERIAL_WRITE_, CT_MOCK_SERIAL_FLUSH_,
    CT_MOCK_STREAM_READ_, CT_MOCK_STREAM_WRITE_, CT_MOCK_STREAM_FLUSH_,
    CT_MOCK_DUTY_, CT_MOCK_PERIOD_, CT_MOCK_ADC_START_, CT_MOCK_ADC_TAKE_,
    CT_MOCK_CAN_SEND_, CT_MOCK_CAN_RECEIVE_, CT_MOCK_RANDOM_,
    CT_MOCK_WATCHDOG_START_, CT_MOCK_WATCHDOG_FEED_,
    CT_MOCK_STORAGE_READ_, CT_MOCK_STORAGE_WRITE_, CT_MOCK_STORAGE_ERASE_,
    CT_MOCK_CAPTURE_START_, CT_MOCK_CAPTURE_TAKE_, CT_MOCK_CAPTURE_STOP_,
    CT_MOCK_POSITION_, CT_MOCK_DIRECTION_, CT_MOCK_SET_POSITION_,
    CT_MOCK_TIME_GET_, CT_MOCK_TIME_SET_, CT_MOCK_ALARM_SET_, CT_MOCK_ALARM_TAKE_, CT_MOCK_ALARM_CANCEL_,
    CT_MOCK_KINDS_
};

/// Bytes of one direction within a step.
struct ct_mock_segment {
    enum ct_mock_segment_kind { CT_MOCK_OUT_ = 1, CT_MOCK_IN_ = 2, CT_MOCK_BOTH_ = 3, CT_MOCK_PAUSE_ = 4 } kind;
    const uint8_t *out, *in;
    size_t length; ///< a pause: nanoseconds
};

struct ct_mock_step {
    const char *name;
    enum ct_mock_kind kind;
    int64_t argument;  ///< what the driver must say
    int result;        ///< what it is answered: an error or a byte
    int64_t answer;    ///< and beside it: a position, a time
    uint32_t times;    ///< 0: any number of times
    const struct ct_mock_segment *segments;
    size_t count;
    const struct ct_can_frame *frame, *displaced;
};

#define CT_MOCK_STEP_(name_, kind_, ...)                                                           \
    ((struct ct_mock_step){.name = (name_), .kind = (kind_), .times = 1, __VA_ARGS__})

/// The same step with this error for an answer: what it reads is not delivered.
#define CT_MOCK_FAILS(error, ...)      (ct_mock_with_(__VA_ARGS__, (error), 1))
/// The same step so many times, at least once.
#define CT_MOCK_TIMES(number, ...)     (ct_mock_repeated_(__VA_ARGS__, (number)))
/// The same step as often as it comes, until the next one of the list fits.
#define CT_MOCK_ANY_TIMES(...)         (ct_mock_repeated_(__VA_ARGS__, 0))

ct_inline struct ct_mock_step ct_mock_with_(struct ct_mock_step step, int result, uint32_t times) {
    step.result = result;
    step.times = times;
    return step;
}
ct_inline struct ct_mock_step ct_mock_repeated_(struct ct_mock_step step, uint32_t times) {
    step.times = times;
    return step;
}

/// Bytes that the driver sends.
#define CT_MOCK_WRITES(...)                                                                        \
    {CT_MOCK_OUT_, (const uint8_t[]){__VA_ARGS__}, NULL, sizeof((const uint8_t[]){__VA_ARGS__})}
/// Bytes that it receives (over SPI it sends 0xFF meanwhile).
#define CT_MOCK_READS(...)                                                                         \
    {CT_MOCK_IN_, NULL, (const uint8_t[]){__VA_ARGS__}, sizeof((const uint8_t[]){__VA_ARGS__})}
/// The same from memory.
#define CT_MOCK_WRITES_FROM(data, length) {CT_MOCK_OUT_, (data), NULL, (length)}
#define CT_MOCK_READS_FROM(data, length)  {CT_MOCK_IN_, NULL, (data), (length)}
/// SPI: sends from memory and receives as many bytes.
#define CT_MOCK_TRANSFERS(write, read, length) {CT_MOCK_BOTH_, (write), (read), (length)}
/// SPI: waits within the transaction, exactly so long.
#define CT_MOCK_PAUSES_NS(nanoseconds) {CT_MOCK_PAUSE_, NULL, NULL, (nanoseconds)}

#define CT_MOCK_SEGMENTS_(...)                                                                     \
    .segments = (const struct ct_mock_segment[]){__VA_ARGS__},                                     \
    .count = sizeof((const struct ct_mock_segment[]){__VA_ARGS__}) / sizeof(struct ct_mock_segment)

// pins
#define CT_MOCK_HIGH(name)                 CT_MOCK_STEP_(name, CT_MOCK_SET_HIGH_)
#define CT_MOCK_LOW(name)                  CT_MOCK_STEP_(name, CT_MOCK_SET_LOW_)
#define CT_MOCK_TOGGLES(name)              CT_MOCK_STEP_(name, CT_MOCK_TOGGLE_)
#define CT_MOCK_IS_SET_HIGH(name, level)   CT_MOCK_STEP_(name, CT_MOCK_IS_SET_HIGH_, .result = (level))
#define CT_MOCK_IS_HIGH(name, level)       CT_MOCK_STEP_(name, CT_MOCK_IS_HIGH_, .result = (level))
#define CT_MOCK_DRIVES(name, level)        CT_MOCK_STEP_(name, CT_MOCK_DRIVE_, .argument = (level))
#define CT_MOCK_RELEASES(name)             CT_MOCK_STEP_(name, CT_MOCK_RELEASE_)
#define CT_MOCK_LISTENS(name, edges)       CT_MOCK_STEP_(name, CT_MOCK_LISTEN_, .argument = (edges))
#define CT_MOCK_TAKES_EDGE(name, error)    CT_MOCK_STEP_(name, CT_MOCK_TAKE_EDGE_, .result = (error))
#define CT_MOCK_IGNORES(name)              CT_MOCK_STEP_(name, CT_MOCK_IGNORE_)
// time
#define CT_MOCK_DELAY_NS(name, ns)         CT_MOCK_STEP_(name, CT_MOCK_DELAY_, .argument = (ns))
#define CT_MOCK_DELAY_US(name, us)         CT_MOCK_DELAY_NS(name, (us) * INT64_C(1000))
#define CT_MOCK_DELAY_MS(name, ms)         CT_MOCK_DELAY_NS(name, (ms) * INT64_C(1000000))
#define CT_MOCK_DELAY_AT_LEAST_NS(name, ns) CT_MOCK_STEP_(name, CT_MOCK_DELAY_AT_LEAST_, .argument = (ns))
#define CT_MOCK_STARTS(name, us)           CT_MOCK_STEP_(name, CT_MOCK_START_, .argument = (us))
#define CT_MOCK_WAITS(name, error)         CT_MOCK_STEP_(name, CT_MOCK_WAIT_, .result = (error))
#define CT_MOCK_CANCELS(name)              CT_MOCK_STEP_(name, CT_MOCK_CANCEL_)
// SPI: a whole transaction of a device; one transfer of a bus. Segments as they come on the wire:
// how a driver cuts them into operations does not matter.
#define CT_MOCK_SPI(name, ...)             CT_MOCK_STEP_(name, CT_MOCK_SPI_, CT_MOCK_SEGMENTS_(__VA_ARGS__))
#define CT_MOCK_SPI_BUS(name, ...)         CT_MOCK_STEP_(name, CT_MOCK_SPI_BUS_, CT_MOCK_SEGMENTS_(__VA_ARGS__))
#define CT_MOCK_SPI_FLUSH(name)            CT_MOCK_STEP_(name, CT_MOCK_SPI_FLUSH_)
#define CT_MOCK_SPI_CONFIGURES(name, hz, mode)                                                     \
    CT_MOCK_STEP_(name, CT_MOCK_SPI_CONFIGURE_, .argument = (int64_t)(hz) << 8 | (mode))
// I2C: a whole transaction; segments as above. 10 bits: address + CT_MOCK_TEN_BITS.
#define CT_MOCK_TEN_BITS 0x10000
#define CT_MOCK_I2C(name, address, ...)                                                            \
    CT_MOCK_STEP_(name, CT_MOCK_I2C_, .argument = (address), CT_MOCK_SEGMENTS_(__VA_ARGS__))
#define CT_MOCK_RECOVERS(name)             CT_MOCK_STEP_(name, CT_MOCK_RECOVER_)
// serial and streams
#define CT_MOCK_SERIAL_READS(name, byte_or_error) CT_MOCK_STEP_(name, CT_MOCK_SERIAL_READ_, .result = (byte_or_error))
#define CT_MOCK_SERIAL_WRITES(name, byte)  CT_MOCK_STEP_(name, CT_MOCK_SERIAL_WRITE_, .argument = (byte))
#define CT_MOCK_SERIAL_FLUSHES(name)       CT_MOCK_STEP_(name, CT_MOCK_SERIAL_FLUSH_)
/// The driver asks for at least as many bytes and gets these.
#define CT_MOCK_STREAM_READS(name, ...)                                                            \
    CT_MOCK_STEP_(name, CT_MOCK_STREAM_READ_, CT_MOCK_SEGMENTS_(CT_MOCK_READS(__VA_ARGS__)))
#define CT_MOCK_STREAM_WRITES(name, ...)                                                           \
    CT_MOCK_STEP_(name, CT_MOCK_STREAM_WRITE_, CT_MOCK_SEGMENTS_(CT_MOCK_WRITES(__VA_ARGS__)))
#define CT_MOCK_STREAM_FLUSHES(name)       CT_MOCK_STEP_(name, CT_MOCK_STREAM_FLUSH_)
// the rest
#define CT_MOCK_DUTY(name, duty)           CT_MOCK_STEP_(name, CT_MOCK_DUTY_, .argument = (duty))
#define CT_MOCK_PERIOD_NS(name, ns)        CT_MOCK_STEP_(name, CT_MOCK_PERIOD_, .argument = (ns))
#define CT_MOCK_ADC_STARTS(name)           CT_MOCK_STEP_(name, CT_MOCK_ADC_START_)
#define CT_MOCK_ADC_TAKES(name, counts)    CT_MOCK_STEP_(name, CT_MOCK_ADC_TAKE_, .result = (counts))
/// `frame_` and `displaced_`: addresses; NULL: nothing is displaced.
#define CT_MOCK_CAN_SENDS(name, frame_, displaced_)                                                \
    CT_MOCK_STEP_(name, CT_MOCK_CAN_SEND_, .frame = (frame_), .displaced = (displaced_))
#define CT_MOCK_CAN_RECEIVES(name, frame_) CT_MOCK_STEP_(name, CT_MOCK_CAN_RECEIVE_, .frame = (frame_))
#define CT_MOCK_RANDOM(name, byte)         CT_MOCK_STEP_(name, CT_MOCK_RANDOM_, .result = (byte))
#define CT_MOCK_WATCHDOG_STARTS(name, us)  CT_MOCK_STEP_(name, CT_MOCK_WATCHDOG_START_, .argument = (us))
#define CT_MOCK_WATCHDOG_FEEDS(name)       CT_MOCK_STEP_(name, CT_MOCK_WATCHDOG_FEED_)
// storage: reads and writes as they reach the device, behind the checks of <corten/hal/storage.h>
#define CT_MOCK_STORAGE_READS(name, address, ...)                                                  \
    CT_MOCK_STEP_(name, CT_MOCK_STORAGE_READ_, .argument = (address), CT_MOCK_SEGMENTS_(CT_MOCK_READS(__VA_ARGS__)))
#define CT_MOCK_STORAGE_WRITES(name, address, ...)                                                 \
    CT_MOCK_STEP_(name, CT_MOCK_STORAGE_WRITE_, .argument = (address), CT_MOCK_SEGMENTS_(CT_MOCK_WRITES(__VA_ARGS__)))
#define CT_MOCK_STORAGE_ERASES(name, address, length)                                              \
    CT_MOCK_STEP_(name, CT_MOCK_STORAGE_ERASE_, .argument = (int64_t)(length) << 32 | (address))
// edges and shafts
#define CT_MOCK_CAPTURE_STARTS(name, edges) CT_MOCK_STEP_(name, CT_MOCK_CAPTURE_START_, .argument = (edges))
/// A rising or falling edge at a count of the capture's counter.
#define CT_MOCK_CAPTURES(name, at, rising)                                                         \
    CT_MOCK_STEP_(name, CT_MOCK_CAPTURE_TAKE_, .answer = (int64_t)(at) << 1 | ((rising) ? 1 : 0))
#define CT_MOCK_CAPTURE_STOPS(name)        CT_MOCK_STEP_(name, CT_MOCK_CAPTURE_STOP_)
#define CT_MOCK_POSITION(name, counts)     CT_MOCK_STEP_(name, CT_MOCK_POSITION_, .answer = (counts))
#define CT_MOCK_DIRECTION(name, direction) CT_MOCK_STEP_(name, CT_MOCK_DIRECTION_, .result = (direction))
#define CT_MOCK_SETS_POSITION(name, counts) CT_MOCK_STEP_(name, CT_MOCK_SET_POSITION_, .argument = (counts))
// clocks; times in seconds since 1970: ct_date_time_to_unix()
#define CT_MOCK_TIME_IS(name, seconds)     CT_MOCK_STEP_(name, CT_MOCK_TIME_GET_, .answer = (seconds))
#define CT_MOCK_SETS_TIME(name, seconds)   CT_MOCK_STEP_(name, CT_MOCK_TIME_SET_, .argument = (seconds))
#define CT_MOCK_SETS_ALARM(name, seconds)  CT_MOCK_STEP_(name, CT_MOCK_ALARM_SET_, .argument = (seconds))
#define CT_MOCK_TAKES_ALARM(name, error)   CT_MOCK_STEP_(name, CT_MOCK_ALARM_TAKE_, .result = (error))
#define CT_MOCK_CANCELS_ALARM(name)        CT_MOCK_STEP_(name, CT_MOCK_ALARM_CANCEL_)

/* ---- the mock */

enum { CT_MOCK_MOST_PARTS = 16 };

struct ct_mock {
    const struct ct_mock_step *steps;
    size_t count, next;
    uint32_t taken; ///< how often the next step has been
    bool failed;
    struct ct_mock_part {
        struct ct_mock *mock;
        const char *name;
    } parts[CT_MOCK_MOST_PARTS];
};

/// Begins with a list of steps, which lives as long as the block in which this stands.
#define CT_MOCK_BEGIN(mock, ...)                                                                   \
    ct_mock_begin((mock), (const struct ct_mock_step[]){__VA_ARGS__},                              \
                  sizeof((const struct ct_mock_step[]){__VA_ARGS__}) / sizeof(struct ct_mock_step))
/// Everything so far has been done; from now on these are expected. The parts stay as they are.
#define CT_MOCK_THEN(mock, ...)                                                                    \
    ct_mock_then((mock), (const struct ct_mock_step[]){__VA_ARGS__},                               \
                 sizeof((const struct ct_mock_step[]){__VA_ARGS__}) / sizeof(struct ct_mock_step))

void ct_mock_begin(struct ct_mock *mock, const struct ct_mock_step *steps, size_t count);
void ct_mock_then(struct ct_mock *mock, const struct ct_mock_step *steps, size_t count);

/// Everything was done; fails otherwise, with the first step that was not.
void ct_mock_end(struct ct_mock *mock);

/// Is called with what went wrong. A test may define it; else the text is printed, and abort().
void ct_mock_failed(const char *text);

/* ---- parts, as hal/ has them; the name is kept as a pointer */

struct ct_output_pin ct_mock_output(struct ct_mock *mock, const char *name);
struct ct_input_pin ct_mock_input(struct ct_mock *mock, const char *name);
struct ct_bidirectional_pin ct_mock_bidirectional(struct ct_mock *mock, const char *name);
struct ct_edge_pin ct_mock_edge(struct ct_mock *mock, const char *name);
struct ct_delay ct_mock_delay(struct ct_mock *mock, const char *name);
struct ct_countdown ct_mock_countdown(struct ct_mock *mock, const char *name);
struct ct_periodic ct_mock_periodic(struct ct_mock *mock, const char *name);
struct ct_spi_device ct_mock_spi(struct ct_mock *mock, const char *name);
struct ct_spi_bus ct_mock_spi_bus(struct ct_mock *mock, const char *name);
struct ct_i2c ct_mock_i2c(struct ct_mock *mock, const char *name);
struct ct_serial ct_mock_serial(struct ct_mock *mock, const char *name);
struct ct_stream ct_mock_stream(struct ct_mock *mock, const char *name);
/// Its ct_pwm_most() is 1000, which no step is needed for.
struct ct_pwm ct_mock_pwm(struct ct_mock *mock, const char *name);
struct ct_adc ct_mock_adc(struct ct_mock *mock, const char *name, uint8_t bits);
struct ct_can ct_mock_can(struct ct_mock *mock, const char *name);
struct ct_rng ct_mock_rng(struct ct_mock *mock, const char *name);
struct ct_watchdog ct_mock_watchdog(struct ct_mock *mock, const char *name);
struct ct_qei ct_mock_qei(struct ct_mock *mock, const char *name);
struct ct_rtc ct_mock_rtc(struct ct_mock *mock, const char *name);
/// A counter of 16 bits at 1 MHz.
struct ct_capture ct_mock_capture(struct ct_mock *mock, const char *name);
/// Of `size` bytes, in units of one byte for reading, of these for writing and erasing.
struct ct_storage ct_mock_storage(struct ct_mock *mock, const char *name, uint32_t size,
                                  uint32_t write_unit, uint32_t erase_unit);

/* ---- time that passes without a list: for time-outs, and where delays do not matter */

/// Virtual time. Delays advance it; so does each look at a count-down, by `ns_a_look` (all zero:
/// 1000), so that everything that waits comes to an end.
struct ct_mock_clock {
    uint64_t now_ns;
    uint64_t ends_ns; ///< of the count-down; 0: it does not run
    uint32_t ns_a_look;
};
struct ct_delay ct_mock_clock_delay(struct ct_mock_clock *clock);
struct ct_countdown ct_mock_clock_countdown(struct ct_mock_clock *clock);

#endif
