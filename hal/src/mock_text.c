// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <stdarg.h>
#include <stdio.h>
#include <inttypes.h>

#include "mock_text.h"

void ct_mock_say_(struct ct_mock_text_ *to, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int n = vsnprintf(to->text + to->length, sizeof to->text - to->length, format, arguments);
    va_end(arguments);
    if (n > 0) to->length += (size_t)n;
    if (to->length >= sizeof to->text) to->length = sizeof to->text - 1;
}

static void say_bytes(struct ct_mock_text_ *to, const uint8_t *data, size_t length) {
    enum { MOST = 24 };
    for (size_t n = 0; n < length && n < MOST; n++) ct_mock_say_(to, " %02X", data[n]);
    if (length > MOST) ct_mock_say_(to, " … (%zu bytes)", length);
    if (length == 0) ct_mock_say_(to, " nothing");
}

static void say_segments(struct ct_mock_text_ *to, const struct ct_mock_step *step) {
    for (size_t n = 0; n < step->count; n++) {
        const struct ct_mock_segment *segment = &step->segments[n];
        if (n) ct_mock_say_(to, ",");
        if (segment->kind == CT_MOCK_PAUSE_) {
            ct_mock_say_(to, " pause %zu ns", segment->length);
            continue;
        }
        ct_mock_say_(to, segment->kind == CT_MOCK_OUT_  ? " write"
                         : segment->kind == CT_MOCK_IN_ ? " read"
                                                        : " transfer");
        if (segment->out) say_bytes(to, segment->out, segment->length);
        if (segment->kind == CT_MOCK_BOTH_ && segment->in) ct_mock_say_(to, " for");
        if (segment->in) say_bytes(to, segment->in, segment->length);
        if (!segment->in && !segment->out)
            ct_mock_say_(to, segment->length == 1 ? " 1 byte" : " %zu bytes", segment->length);
    }
}

static void say_frame(struct ct_mock_text_ *to, const struct ct_can_frame *frame) {
    if (!frame) return;
    ct_mock_say_(to, " %0*" PRIX32 "%s%s:", frame->id.is_extended ? 8 : 3, (uint32_t)frame->id.bits,
                 frame->id.is_extended ? " (29 bits)" : "", frame->is_remote ? " remote" : "");
    say_bytes(to, frame->data, frame->is_remote ? 0 : frame->length);
}

static const struct {
    const char *words;
    enum { NOTHING, NUMBER, LEVEL, EDGES, NANOSECONDS, MICROSECONDS, SEGMENTS, CONFIG, AT, BYTE, FRAME, PLACE, RANGE } then;
} said[CT_MOCK_KINDS_] = {
    [CT_MOCK_SET_HIGH_] = {"set high", NOTHING},
    [CT_MOCK_SET_LOW_] = {"set low", NOTHING},
    [CT_MOCK_TOGGLE_] = {"toggle", NOTHING},
    [CT_MOCK_IS_SET_HIGH_] = {"is set high?", NOTHING},
    [CT_MOCK_IS_HIGH_] = {"is high?", NOTHING},
    [CT_MOCK_DRIVE_] = {"drive", LEVEL},
    [CT_MOCK_RELEASE_] = {"release", NOTHING},
    [CT_MOCK_LISTEN_] = {"listen to", EDGES},
    [CT_MOCK_TAKE_EDGE_] = {"take edge", NOTHING},
    [CT_MOCK_IGNORE_] = {"ignore edges", NOTHING},
    [CT_MOCK_DELAY_] = {"delay", NANOSECONDS},
    [CT_MOCK_DELAY_AT_LEAST_] = {"delay at least", NANOSECONDS},
    [CT_MOCK_START_] = {"start", MICROSECONDS},
    [CT_MOCK_WAIT_] = {"wait", NOTHING},
    [CT_MOCK_CANCEL_] = {"cancel", NOTHING},
    [CT_MOCK_SPI_] = {"SPI:", SEGMENTS},
    [CT_MOCK_SPI_BUS_] = {"SPI bus:", SEGMENTS},
    [CT_MOCK_SPI_FLUSH_] = {"SPI bus: flush", NOTHING},
    [CT_MOCK_SPI_CONFIGURE_] = {"SPI bus: configure", CONFIG},
    [CT_MOCK_I2C_] = {"I2C at", AT},
    [CT_MOCK_RECOVER_] = {"I2C: recover", NOTHING},
    [CT_MOCK_SERIAL_READ_] = {"serial read", NOTHING},
    [CT_MOCK_SERIAL_WRITE_] = {"serial write", BYTE},
    [CT_MOCK_SERIAL_FLUSH_] = {"serial flush", NOTHING},
    [CT_MOCK_STREAM_READ_] = {"stream", SEGMENTS},
    [CT_MOCK_STREAM_WRITE_] = {"stream", SEGMENTS},
    [CT_MOCK_STREAM_FLUSH_] = {"stream flush", NOTHING},
    [CT_MOCK_DUTY_] = {"duty", NUMBER},
    [CT_MOCK_PERIOD_] = {"period", NANOSECONDS},
    [CT_MOCK_ADC_START_] = {"converter: start", NOTHING},
    [CT_MOCK_ADC_TAKE_] = {"converter: take", NOTHING},
    [CT_MOCK_CAN_SEND_] = {"CAN transmit", FRAME},
    [CT_MOCK_CAN_RECEIVE_] = {"CAN receive", NOTHING},
    [CT_MOCK_RANDOM_] = {"take random byte", NOTHING},
    [CT_MOCK_WATCHDOG_START_] = {"watchdog: start", MICROSECONDS},
    [CT_MOCK_WATCHDOG_FEED_] = {"watchdog: feed", NOTHING},
    [CT_MOCK_STORAGE_READ_] = {"storage at", PLACE},
    [CT_MOCK_STORAGE_WRITE_] = {"storage at", PLACE},
    [CT_MOCK_STORAGE_ERASE_] = {"storage: erase", RANGE},
    [CT_MOCK_CAPTURE_START_] = {"capture", EDGES},
    [CT_MOCK_CAPTURE_TAKE_] = {"capture: take", NOTHING},
    [CT_MOCK_CAPTURE_STOP_] = {"capture: stop", NOTHING},
    [CT_MOCK_POSITION_] = {"position?", NOTHING},
    [CT_MOCK_DIRECTION_] = {"direction?", NOTHING},
    [CT_MOCK_SET_POSITION_] = {"set position", NUMBER},
    [CT_MOCK_TIME_GET_] = {"what time?", NOTHING},
    [CT_MOCK_TIME_SET_] = {"set time", NUMBER},
    [CT_MOCK_ALARM_SET_] = {"set alarm", NUMBER},
    [CT_MOCK_ALARM_TAKE_] = {"take alarm", NOTHING},
    [CT_MOCK_ALARM_CANCEL_] = {"cancel alarm", NOTHING},
};

void ct_mock_say_step_(struct ct_mock_text_ *to, const struct ct_mock_step *step) {
    static const char *const edges[] = {"no edges", "rising edges", "falling edges", "both edges"};
    const int64_t argument = step->argument;
    ct_mock_say_(to, "%s: %s", step->name, said[step->kind].words);
    switch (said[step->kind].then) {
    case NOTHING: break;
    case NUMBER: ct_mock_say_(to, " %" PRIi64, argument); break;
    case LEVEL: ct_mock_say_(to, argument ? " high" : " low"); break;
    case EDGES: ct_mock_say_(to, " %s", edges[argument & 3]); break;
    case NANOSECONDS: ct_mock_say_(to, " %" PRIi64 " ns", argument); break;
    case MICROSECONDS: ct_mock_say_(to, " %" PRIi64 " us", argument); break;
    case SEGMENTS: say_segments(to, step); break;
    case CONFIG: ct_mock_say_(to, " %" PRIi64 " Hz, mode %d", argument >> 8, (int)(argument & 0xFF)); break;
    case AT:
        ct_mock_say_(to, " %02X%s:", (unsigned)argument & 0xFFFFu,
                     argument & CT_MOCK_TEN_BITS ? " (10 bits)" : "");
        say_segments(to, step);
        break;
    case PLACE:
        ct_mock_say_(to, " %" PRIX32 ":", (uint32_t)argument);
        say_segments(to, step);
        break;
    case RANGE:
        ct_mock_say_(to, " %" PRIu32 " bytes at %" PRIX32, (uint32_t)(argument >> 32), (uint32_t)argument);
        break;
    case BYTE: ct_mock_say_(to, " %02X", (unsigned)argument); break;
    case FRAME: say_frame(to, step->frame); break;
    }
}
