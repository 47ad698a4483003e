// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mock_text.h"

CT_WEAK void ct_mock_failed(const char *text) {
    fprintf(stderr, "%s\n", text);
    abort();
}

void ct_mock_begin(struct ct_mock *mock, const struct ct_mock_step *steps, size_t count) {
    *mock = (struct ct_mock){.steps = steps, .count = count};
}

void ct_mock_end(struct ct_mock *mock) {
    while (mock->next < mock->count && mock->steps[mock->next].times == 0) mock->next++;
    if (mock->failed || mock->next == mock->count) return;
    mock->failed = true;
    struct ct_mock_text_ text = {.length = 0};
    ct_mock_say_(&text, "mock: step %zu of %zu never came\n  expected: ", mock->next + 1, mock->count);
    ct_mock_say_step_(&text, &mock->steps[mock->next]);
    if (mock->taken)
        ct_mock_say_(&text, "\n  actual:   %u of %u times", (unsigned)mock->taken,
                     (unsigned)mock->steps[mock->next].times);
    ct_mock_failed(text.text);
}

void ct_mock_then(struct ct_mock *mock, const struct ct_mock_step *steps, size_t count) {
    ct_mock_end(mock);
    mock->steps = steps;
    mock->count = count;
    mock->next = 0;
    mock->taken = 0;
}

/* ---- whether an act is the step that is expected */

// One byte on a bus, or a pause: segments are compared by what is on the wire.
struct atom {
    enum ct_mock_segment_kind kind;
    size_t out; // a pause: ns
};
static bool atom_of(const struct ct_mock_step *step, size_t index, struct atom *atom,
                    const struct ct_mock_segment **segment, size_t *offset) {
    for (size_t n = 0; n < step->count; n++) {
        const struct ct_mock_segment *one = &step->segments[n];
        const bool pauses = one->kind == CT_MOCK_PAUSE_;
        const size_t atoms = pauses ? 1 : one->length;
        if (index >= atoms) {
            index -= atoms;
            continue;
        }
        *segment = one;
        *offset = index;
        // nothing is sent: the line idles at FF, and sending FF is the same
        const uint8_t out = one->out ? one->out[index] : 0xFF;
        atom->out = pauses ? one->length : out;
        atom->kind = one->kind == CT_MOCK_BOTH_ && out == 0xFF ? CT_MOCK_IN_ : one->kind;
        return true;
    }
    return false;
}

static bool same_segments(const struct ct_mock_step *expected, const struct ct_mock_step *actual) {
    for (size_t index = 0;; index++) {
        struct atom a, b;
        const struct ct_mock_segment *segment;
        size_t offset;
        const bool more = atom_of(expected, index, &a, &segment, &offset);
        if (more != atom_of(actual, index, &b, &segment, &offset)) return false;
        if (!more) return true;
        if (a.kind != b.kind || a.out != b.out) return false;
    }
}

static bool same_frame(const struct ct_can_frame *a, const struct ct_can_frame *b) {
    return a->id.bits == b->id.bits && a->id.is_extended == b->id.is_extended &&
           a->is_remote == b->is_remote && a->length == b->length &&
           (a->is_remote || memcmp(a->data, b->data, a->length) == 0);
}

static bool fits(const struct ct_mock_step *expected, const struct ct_mock_step *actual) {
    if (strcmp(expected->name, actual->name) != 0) return false;
    if (expected->kind == CT_MOCK_DELAY_AT_LEAST_ && actual->kind == CT_MOCK_DELAY_)
        return actual->argument >= expected->argument;
    if (expected->kind != actual->kind) return false;
    if (actual->kind == CT_MOCK_STREAM_READ_) // room for at least as much
        return actual->segments[0].length >= expected->segments[0].length;
    if (actual->kind == CT_MOCK_CAN_SEND_ && !same_frame(expected->frame, actual->frame)) return false;
    return expected->argument == actual->argument && same_segments(expected, actual);
}

static int differs(struct ct_mock *mock, const struct ct_mock_step *expected,
                   const struct ct_mock_step *actual) {
    struct ct_mock_text_ text = {.length = 0};
    if (expected) {
        ct_mock_say_(&text, "mock: step %zu of %zu differs\n  expected: ", mock->next + 1, mock->count);
        ct_mock_say_step_(&text, expected);
    } else {
        ct_mock_say_(&text, "mock: all %zu steps have been\n  expected: nothing more", mock->count);
    }
    ct_mock_say_(&text, "\n  actual:   ");
    ct_mock_say_step_(&text, actual);
    mock->failed = true;
    ct_mock_failed(text.text);
    return CT_INVALID;
}

// The step that the act is, or NULL: then it has been reported.
static const struct ct_mock_step *take(struct ct_mock *mock, const struct ct_mock_step *actual) {
    if (mock->failed) return NULL;
    const struct ct_mock_step *expected = NULL;
    for (size_t next = mock->next; next < mock->count; next++) {
        const struct ct_mock_step *step = &mock->steps[next];
        if (!expected || step->times) expected = step;
        if (fits(step, actual)) {
            if (next != mock->next) mock->taken = 0;
            mock->next = next;
            if (step->times && ++mock->taken == step->times) {
                mock->next++;
                mock->taken = 0;
            }
            return step;
        }
        if (step->times) break; // only what may come any number of times may be left out
    }
    (void)differs(mock, expected, actual);
    return NULL;
}

static int act(void *object, struct ct_mock_step actual) {
    const struct ct_mock_part *part = object;
    actual.name = part->name;
    const struct ct_mock_step *step = take(part->mock, &actual);
    return step ? step->result : CT_INVALID;
}

// What is read comes from the step, byte by byte to where the act wants it.
static int act_on_bytes(void *object, struct ct_mock_step actual, uint8_t *const *reads) {
    const struct ct_mock_part *part = object;
    actual.name = part->name;
    const struct ct_mock_step *step = take(part->mock, &actual);
    if (!step) return CT_INVALID;
    if (step->result < 0) return step->result;
    for (size_t index = 0;; index++) {
        struct atom atom;
        const struct ct_mock_segment *from, *to;
        size_t from_offset, to_offset;
        if (!atom_of(&actual, index, &atom, &to, &to_offset)) break;
        if (!atom_of(step, index, &atom, &from, &from_offset)) break; // a short answer of a stream
        uint8_t *into = reads[to - actual.segments];
        if (into) into[to_offset] = from->in ? from->in[from_offset] : 0xFF;
    }
    return step->result;
}

static struct ct_mock_part *part(struct ct_mock *mock, const char *name) {
    for (size_t n = 0; n < CT_MOCK_MOST_PARTS; n++) {
        if (!mock->parts[n].name) mock->parts[n] = (struct ct_mock_part){mock, name};
        if (strcmp(mock->parts[n].name, name) == 0) return &mock->parts[n];
    }
    ct_mock_failed("mock: more than CT_MOCK_MOST_PARTS parts");
    abort();
}

/* ---- parts */

// An operation without arguments, and one with a number.
#define PLAIN(function, kind_)                                                                     \
    static enum ct_error function(void *object) {                                                  \
        return (enum ct_error)act(object, (struct ct_mock_step){.kind = (kind_)});                 \
    }
#define ASKS(function, kind_)                                                                      \
    static int function(void *object) { return act(object, (struct ct_mock_step){.kind = (kind_)}); }
#define SAYS(function, kind_, type)                                                                \
    static enum ct_error function(void *object, type value) {                                      \
        return (enum ct_error)act(object, (struct ct_mock_step){.kind = (kind_), .argument = value}); \
    }

PLAIN(set_high, CT_MOCK_SET_HIGH_)
PLAIN(set_low, CT_MOCK_SET_LOW_)
PLAIN(toggle, CT_MOCK_TOGGLE_)
ASKS(is_set_high, CT_MOCK_IS_SET_HIGH_)
ASKS(is_high, CT_MOCK_IS_HIGH_)
SAYS(drive, CT_MOCK_DRIVE_, bool)
PLAIN(release, CT_MOCK_RELEASE_)
SAYS(listen, CT_MOCK_LISTEN_, enum ct_edges)
PLAIN(take_edge, CT_MOCK_TAKE_EDGE_)
PLAIN(ignore_edges, CT_MOCK_IGNORE_)
SAYS(start, CT_MOCK_START_, uint32_t)
PLAIN(wait, CT_MOCK_WAIT_)
PLAIN(cancel, CT_MOCK_CANCEL_)
PLAIN(spi_flush, CT_MOCK_SPI_FLUSH_)
PLAIN(recover, CT_MOCK_RECOVER_)
ASKS(serial_read, CT_MOCK_SERIAL_READ_)
SAYS(serial_write, CT_MOCK_SERIAL_WRITE_, uint8_t)
PLAIN(serial_flush, CT_MOCK_SERIAL_FLUSH_)
PLAIN(stream_flush, CT_MOCK_STREAM_FLUSH_)
SAYS(set_duty, CT_MOCK_DUTY_, uint16_t)
SAYS(set_period, CT_MOCK_PERIOD_, uint32_t)
PLAIN(adc_start, CT_MOCK_ADC_START_)
ASKS(adc_take, CT_MOCK_ADC_TAKE_)
ASKS(random_take, CT_MOCK_RANDOM_)
SAYS(watchdog_start, CT_MOCK_WATCHDOG_START_, uint32_t)

static void watchdog_feed(void *object) {
    (void)act(object, (struct ct_mock_step){.kind = CT_MOCK_WATCHDOG_FEED_});
}
static void delay_ns(void *object, uint32_t ns) {
    (void)act(object, (struct ct_mock_step){.kind = CT_MOCK_DELAY_, .argument = ns});
}
static void delay_us(void *object, uint32_t us) {
    (void)act(object, (struct ct_mock_step){.kind = CT_MOCK_DELAY_, .argument = us * INT64_C(1000)});
}
static uint16_t most(void *object) { return (void)object, 1000; }

enum { MOST_OPERATIONS = 32 };

static enum ct_error spi_transaction(void *object, const struct ct_spi_operation *operations, size_t count) {
    struct ct_mock_segment segments[MOST_OPERATIONS];
    uint8_t *reads[MOST_OPERATIONS];
    if (count > MOST_OPERATIONS) return CT_OUT_OF_RANGE;
    for (size_t n = 0; n < count; n++) {
        const struct ct_spi_operation *one = &operations[n];
        reads[n] = one->kind == CT_SPI_DELAY_KIND ? NULL : one->read;
        segments[n] = (struct ct_mock_segment){
            one->kind == CT_SPI_DELAY_KIND ? CT_MOCK_PAUSE_
            : !one->read                   ? CT_MOCK_OUT_
            : one->write                   ? CT_MOCK_BOTH_
                                           : CT_MOCK_IN_,
            one->write, NULL, one->length};
    }
    const struct ct_mock_step actual = {.kind = CT_MOCK_SPI_, .segments = segments, .count = count};
    return (enum ct_error)act_on_bytes(object, actual, reads);
}

static enum ct_error spi_transfer(void *object, const uint8_t *write, uint8_t *read, size_t length) {
    const struct ct_mock_segment segment = {
        !read ? CT_MOCK_OUT_ : write ? CT_MOCK_BOTH_ : CT_MOCK_IN_, write, NULL, length};
    const struct ct_mock_step actual = {.kind = CT_MOCK_SPI_BUS_, .segments = &segment, .count = 1};
    return (enum ct_error)act_on_bytes(object, actual, &read);
}

static enum ct_error spi_configure(void *object, struct ct_spi_config config) {
    return (enum ct_error)act(object, (struct ct_mock_step){
        .kind = CT_MOCK_SPI_CONFIGURE_, .argument = (int64_t)config.hz << 8 | config.mode});
}

static enum ct_error i2c_transaction(void *object, struct ct_i2c_address address,
                                     const struct ct_i2c_operation *operations, size_t count) {
    struct ct_mock_segment segments[MOST_OPERATIONS];
    uint8_t *reads[MOST_OPERATIONS];
    if (count > MOST_OPERATIONS) return CT_OUT_OF_RANGE;
    for (size_t n = 0; n < count; n++) {
        const struct ct_i2c_operation *one = &operations[n];
        if (one->read && one->length == 0) return CT_INVALID;
        reads[n] = one->read;
        segments[n] = (struct ct_mock_segment){one->read ? CT_MOCK_IN_ : CT_MOCK_OUT_, one->write,
                                               NULL, one->length};
    }
    if (count == 0) return CT_OK; // no traffic
    const struct ct_mock_step actual = {
        .kind = CT_MOCK_I2C_,
        .argument = address.bits + (address.is_ten ? CT_MOCK_TEN_BITS : 0),
        .segments = segments,
        .count = count};
    return (enum ct_error)act_on_bytes(object, actual, reads);
}

static int stream_read(void *object, uint8_t *data, size_t room) {
    const struct ct_mock_part *self = object;
    const struct ct_mock_segment segment = {CT_MOCK_IN_, NULL, NULL, room};
    const struct ct_mock_step actual = {
        .name = self->name, .kind = CT_MOCK_STREAM_READ_, .segments = &segment, .count = 1};
    const struct ct_mock_step *step = take(self->mock, &actual);
    if (!step) return CT_INVALID;
    if (step->result < 0) return step->result;
    memcpy(data, step->segments[0].in, step->segments[0].length);
    return (int)step->segments[0].length;
}

static int stream_write(void *object, const uint8_t *data, size_t length) {
    const struct ct_mock_segment segment = {CT_MOCK_OUT_, data, NULL, length};
    const struct ct_mock_step actual = {.kind = CT_MOCK_STREAM_WRITE_, .segments = &segment, .count = 1};
    const int result = act(object, actual);
    return result < 0 ? result : (int)length;
}

static int can_transmit(void *object, const struct ct_can_frame *frame, struct ct_can_frame *displaced) {
    const struct ct_mock_part *self = object;
    const struct ct_mock_step actual = {.name = self->name, .kind = CT_MOCK_CAN_SEND_, .frame = frame};
    const struct ct_mock_step *step = take(self->mock, &actual);
    if (!step) return CT_INVALID;
    if (step->result < 0 || !step->displaced) return step->result;
    *displaced = *step->displaced;
    return CT_CAN_DISPLACED;
}

static enum ct_error can_receive(void *object, struct ct_can_frame *frame) {
    const struct ct_mock_part *self = object;
    const struct ct_mock_step actual = {.name = self->name, .kind = CT_MOCK_CAN_RECEIVE_};
    const struct ct_mock_step *step = take(self->mock, &actual);
    if (!step) return CT_INVALID;
    if (step->result == 0) *frame = *step->frame;
    return (enum ct_error)step->result;
}

// What is answered beside the result, an int64_t.
static int act_for(void *object, struct ct_mock_step actual, int64_t *answer) {
    const struct ct_mock_part *self = object;
    actual.name = self->name;
    const struct ct_mock_step *step = take(self->mock, &actual);
    if (step) *answer = step->answer;
    return step ? step->result : CT_INVALID;
}

static enum ct_error storage_read(void *object, uint32_t address, uint8_t *data, uint32_t length) {
    const struct ct_mock_segment segment = {CT_MOCK_IN_, NULL, NULL, length};
    const struct ct_mock_step actual = {
        .kind = CT_MOCK_STORAGE_READ_, .argument = address, .segments = &segment, .count = 1};
    return (enum ct_error)act_on_bytes(object, actual, &data);
}
static enum ct_error storage_write(void *object, uint32_t address, const uint8_t *data, uint32_t length) {
    const struct ct_mock_segment segment = {CT_MOCK_OUT_, data, NULL, length};
    const struct ct_mock_step actual = {
        .kind = CT_MOCK_STORAGE_WRITE_, .argument = address, .segments = &segment, .count = 1};
    return (enum ct_error)act(object, actual);
}
static enum ct_error storage_erase(void *object, uint32_t address, uint32_t length) {
    return (enum ct_error)act(object, (struct ct_mock_step){
        .kind = CT_MOCK_STORAGE_ERASE_, .argument = (int64_t)length << 32 | address});
}

SAYS(capture_start, CT_MOCK_CAPTURE_START_, enum ct_edges)
PLAIN(capture_stop, CT_MOCK_CAPTURE_STOP_)
static enum ct_error capture_take(void *object, struct ct_captured *captured) {
    int64_t answer = 0;
    const int result = act_for(object, (struct ct_mock_step){.kind = CT_MOCK_CAPTURE_TAKE_}, &answer);
    if (result == CT_OK) *captured = (struct ct_captured){(uint32_t)(answer >> 1), answer & 1};
    return (enum ct_error)result;
}

ASKS(direction, CT_MOCK_DIRECTION_)
SAYS(set_position, CT_MOCK_SET_POSITION_, int32_t)
static enum ct_error position(void *object, int32_t *counts) {
    int64_t answer = 0;
    const int result = act_for(object, (struct ct_mock_step){.kind = CT_MOCK_POSITION_}, &answer);
    if (result == CT_OK) *counts = (int32_t)answer;
    return (enum ct_error)result;
}

PLAIN(alarm_take, CT_MOCK_ALARM_TAKE_)
PLAIN(alarm_cancel, CT_MOCK_ALARM_CANCEL_)
static enum ct_error time_get(void *object, struct ct_date_time *now) {
    int64_t answer = 0;
    const int result = act_for(object, (struct ct_mock_step){.kind = CT_MOCK_TIME_GET_}, &answer);
    if (result == CT_OK) *now = ct_date_time_from_unix(answer);
    return (enum ct_error)result;
}
static enum ct_error time_set(void *object, const struct ct_date_time *now) {
    return (enum ct_error)act(object, (struct ct_mock_step){
        .kind = CT_MOCK_TIME_SET_, .argument = ct_date_time_to_unix(now)});
}
static enum ct_error alarm_set(void *object, const struct ct_date_time *at) {
    return (enum ct_error)act(object, (struct ct_mock_step){
        .kind = CT_MOCK_ALARM_SET_, .argument = ct_date_time_to_unix(at)});
}

#define PART(type, operations, function, ...)                                                      \
    struct type function(struct ct_mock *mock, const char *name) {                                 \
        static const struct operations ops = {__VA_ARGS__};                                        \
        return (struct type){&ops, part(mock, name)};                                              \
    }

PART(ct_output_pin, ct_output_ops, ct_mock_output, set_high, set_low, toggle, is_set_high)
PART(ct_input_pin, ct_input_ops, ct_mock_input, is_high)
PART(ct_bidirectional_pin, ct_bidirectional_ops, ct_mock_bidirectional, drive, release, is_high)
PART(ct_edge_pin, ct_edge_ops, ct_mock_edge, is_high, listen, take_edge, ignore_edges)
PART(ct_delay, ct_delay_ops, ct_mock_delay, delay_ns, delay_us)
PART(ct_countdown, ct_countdown_ops, ct_mock_countdown, start, wait, cancel)
PART(ct_periodic, ct_periodic_ops, ct_mock_periodic, start, wait, cancel)
PART(ct_spi_device, ct_spi_device_ops, ct_mock_spi, spi_transaction)
PART(ct_spi_bus, ct_spi_bus_ops, ct_mock_spi_bus, spi_transfer, spi_flush, spi_configure)
PART(ct_i2c, ct_i2c_ops, ct_mock_i2c, i2c_transaction, recover)
PART(ct_serial, ct_serial_ops, ct_mock_serial, serial_read, serial_write, serial_flush)
PART(ct_stream, ct_stream_ops, ct_mock_stream, .read = stream_read, .write = stream_write, .flush = stream_flush)
PART(ct_pwm, ct_pwm_ops, ct_mock_pwm, most, set_duty, set_period)
PART(ct_can, ct_can_ops, ct_mock_can, can_transmit, can_receive)
PART(ct_rng, ct_rng_ops, ct_mock_rng, random_take)
PART(ct_watchdog, ct_watchdog_ops, ct_mock_watchdog, watchdog_start, watchdog_feed, NULL)
PART(ct_qei, ct_qei_ops, ct_mock_qei, position, direction, set_position)
PART(ct_rtc, ct_rtc_ops, ct_mock_rtc, time_get, time_set, alarm_set, alarm_take, alarm_cancel)

struct ct_capture ct_mock_capture(struct ct_mock *mock, const char *name) {
    static const struct ct_capture_ops ops = {capture_start, capture_take, capture_stop};
    return (struct ct_capture){&ops, part(mock, name), 1000000, 16};
}

struct ct_storage ct_mock_storage(struct ct_mock *mock, const char *name, uint32_t size,
                                  uint32_t write_unit, uint32_t erase_unit) {
    static const struct ct_storage_ops ops = {storage_read, storage_write, storage_erase};
    return (struct ct_storage){&ops, part(mock, name), size, 1, write_unit, erase_unit};
}

struct ct_adc ct_mock_adc(struct ct_mock *mock, const char *name, uint8_t bits) {
    static const struct ct_adc_ops ops = {adc_start, adc_take};
    return (struct ct_adc){&ops, part(mock, name), bits};
}

/* ---- time without a list */

static void pass(struct ct_mock_clock *clock, uint64_t ns) { clock->now_ns += ns; }
static void clock_ns(void *object, uint32_t ns) { pass(object, ns); }
static void clock_us(void *object, uint32_t us) { pass(object, us * UINT64_C(1000)); }
static enum ct_error clock_start(void *object, uint32_t us) {
    struct ct_mock_clock *clock = object;
    if (us == 0) return CT_OUT_OF_RANGE;
    clock->ends_ns = clock->now_ns + us * UINT64_C(1000);
    return CT_OK;
}
static enum ct_error clock_wait(void *object) {
    struct ct_mock_clock *clock = object;
    if (!clock->ends_ns) return CT_INVALID;
    pass(clock, clock->ns_a_look ? clock->ns_a_look : 1000);
    if (clock->now_ns < clock->ends_ns) return CT_WOULD_BLOCK;
    clock->ends_ns = 0;
    return CT_OK;
}
static enum ct_error clock_cancel(void *object) {
    struct ct_mock_clock *clock = object;
    const bool runs = clock->ends_ns != 0;
    clock->ends_ns = 0;
    return runs ? CT_OK : CT_INVALID;
}

struct ct_delay ct_mock_clock_delay(struct ct_mock_clock *clock) {
    static const struct ct_delay_ops ops = {clock_ns, clock_us};
    return (struct ct_delay){&ops, clock};
}
struct ct_countdown ct_mock_clock_countdown(struct ct_mock_clock *clock) {
    static const struct ct_countdown_ops ops = {clock_start, clock_wait, clock_cancel};
    return (struct ct_countdown){&ops, clock};
}
