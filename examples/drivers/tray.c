// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "tray.h"

#include <corten/semihosting.h>

#include <string.h>

bool tray_levels[16];
uint32_t tray_trace;
static uint64_t now_ns;

// FNV-1a
static void trace(uint32_t value) {
    for (int i = 0; i < 4; i++, value >>= 8) tray_trace = (tray_trace ^ (value & 255)) * 16777619u;
}
static void trace_bytes(const uint8_t *bytes, size_t length) {
    while (length--) trace(*bytes++);
}

static enum ct_error set(void *wire, bool high) {
    trace((uint32_t)((bool *)wire - tray_levels) << 1 | high);
    *(bool *)wire = high;
    return CT_OK;
}
static enum ct_error set_high(void *wire) { return set(wire, true); }
static enum ct_error set_low(void *wire) { return set(wire, false); }
static enum ct_error toggle(void *wire) { return set(wire, !*(bool *)wire); }
static int level(void *wire) { return *(bool *)wire; }
const struct ct_output_ops tray_output_ops = {set_high, set_low, toggle, level};
const struct ct_input_ops tray_input_ops = {level};

static void wait_ns(void *object, uint32_t ns) {
    (void)object;
    now_ns += ns;
    trace(ns);
}
const struct ct_delay_ops tray_delay_ops = {.ns = wait_ns};

static uint16_t most(void *object) { return (void)object, 1000; }
static enum ct_error set_duty(void *object, uint16_t duty) { return (void)object, trace(duty), CT_OK; }
static enum ct_error set_period(void *object, uint32_t ns) { return (void)object, trace(ns), CT_OK; }
const struct ct_pwm_ops tray_pwm_ops = {most, set_duty, set_period};

static enum ct_error start(void *object) { return (void)object, CT_OK; }
static int take(void *object) { return (void)object, 1500; }
const struct ct_adc_ops tray_adc_ops = {start, take};

// A DS18B20 that is alone on the wire: it only counts slots. Reset, 8 of SKIP ROM, 8 of a command.
static uint64_t fell_ns, rose_ns, presence_ns;
static unsigned slots;
static uint32_t command;
static const uint8_t pad[9] = {0x91, 0x01, 0x4B, 0x46, 0x7F, 0xFF, 0x0C, 0x10, 0x70};
static enum ct_error drive(void *object, bool high) {
    (void)object, (void)high;
    fell_ns = now_ns;
    return CT_OK;
}
static enum ct_error release(void *object) {
    (void)object;
    if (fell_ns == 0) return CT_OK;
    const uint64_t low = now_ns - fell_ns;
    fell_ns = 0;
    rose_ns = now_ns;
    slots++;
    trace((uint32_t)low);
    if (low >= 480000) {
        presence_ns = now_ns;
        slots = 0;
        command = 0;
    } else if (slots > 8 && slots <= 16 && low <= 15000) {
        command |= 1u << (slots - 9);
    }
    return CT_OK;
}
static int wire_level(void *object) {
    (void)object;
    if (now_ns - presence_ns < 120000) return 0;
    if (now_ns - rose_ns > 20000 || slots <= 16 || command != 0xBE || slots > 88) return 1;
    return pad[(slots - 17) / 8] >> (slots - 17) % 8 & 1;
}
const struct ct_bidirectional_ops tray_wire_ops = {drive, release, wire_level};

// Devices on I2C: an EEPROM of 256 bytes, and registers that answer.
static uint8_t eeprom[256];
static const uint8_t trimming[26] = {0x70, 0x6B, 0x43, 0x67, 0x18, 0xFC, 0x7D, 0x8E, 0x43,
                                     0xD6, 0xD0, 0x0B, 0x27, 0x0B, 0x8C, 0x00, 0xF9, 0xFF,
                                     0x8C, 0x3C, 0xF8, 0xC6, 0x70, 0x17, 0x00, 0x4B};
static const uint8_t humidity[7] = {0x6A, 0x01, 0x00, 0x14, 0x24, 0x03, 0x1E};
static const uint8_t weather[8] = {0x65, 0x5A, 0xC0, 0x7E, 0xED, 0x00, 0x75, 0x30};
static const uint8_t motion[14] = {0x10, 0, 0xF0, 0, 0x40, 0, 0x01, 0x54, 0, 0x80, 0, 0, 0xFF, 0x80};
static const struct {
    uint8_t address, place;
    const uint8_t *bytes;
    size_t length;
} answers[] = {
    {0x76, 0xD0, (const uint8_t[]){0x60}, 1}, {0x76, 0x88, trimming, sizeof trimming},
    {0x76, 0xE1, humidity, sizeof humidity},  {0x76, 0xF7, weather, sizeof weather},
    {0x48, 0x00, (const uint8_t[]){0xE7, 0x00}, 2},
    {0x68, 0x75, (const uint8_t[]){0x68}, 1}, {0x68, 0x3B, motion, sizeof motion},
};
static enum ct_error i2c(void *object, struct ct_i2c_address address,
                         const struct ct_i2c_operation *o, size_t count) {
    (void)object;
    uint8_t place = 0;
    trace(address.bits);
    for (size_t i = 0; i < count; i++) {
        if (o[i].write) {
            trace_bytes(o[i].write, o[i].length);
            if (i == 0 && o[i].length) place = o[i].write[0];
            for (size_t b = 0; i == 1 && address.bits == 0x50 && b < o[i].length; b++)
                eeprom[place++] = o[i].write[b];
        } else if (o[i].length) {
            memset(o[i].read, 0, o[i].length);
            if (address.bits == 0x50) memcpy(o[i].read, eeprom + place, o[i].length);
            for (size_t a = 0; a < CT_COUNT(answers); a++)
                if (answers[a].address == address.bits && answers[a].place == place)
                    memcpy(o[i].read, answers[a].bytes, answers[a].length);
        }
    }
    return CT_OK;
}
const struct ct_i2c_ops tray_i2c_ops = {.transaction = i2c};

// Devices on SPI. All take what they are sent; what they answer begins with the second operation.
static void trace_spi(const struct ct_spi_operation *o, size_t count) {
    for (; count--; o++)
        if (o->write && o->kind == CT_SPI_TRANSFER_KIND) trace_bytes(o->write, o->length);
}
static enum ct_error oled(void *object, const struct ct_spi_operation *o, size_t count) {
    (void)object;
    trace_spi(o, count);
    return CT_OK;
}
const struct ct_spi_device_ops tray_oled_ops = {oled};

static uint8_t sector[256]; // the first page of a large chip, the others are not there
static enum ct_error flash(void *object, const struct ct_spi_operation *o, size_t count) {
    (void)object;
    trace_spi(o, count);
    const uint8_t *const command_ = o[0].write;
    if (command_[0] == 0x9F) memcpy(o[1].read, "\xEF\x40\x18", 3);
    if (command_[0] == 0x05) *o[1].read = 2;
    if (command_[0] == 0x20) memset(sector, 0xFF, sizeof sector);
    if (command_[0] == 0x02 || command_[0] == 0x03)
        for (size_t i = 0; i < o[1].length; i++) {
            uint8_t *const byte = &sector[(command_[3] + i) % sizeof sector];
            if (o[1].write) *byte &= o[1].write[i];
            else o[1].read[i] = *byte;
        }
    return CT_OK;
}
const struct ct_spi_device_ops tray_flash_ops = {flash};

static uint8_t registers[128] = {[0x0E] = 0x80};
static enum ct_error can(void *object, const struct ct_spi_operation *o, size_t count) {
    (void)object;
    trace_spi(o, count);
    const uint8_t *const command_ = o[0].write;
    if (command_[0] == 0x03) memcpy(o[1].read, registers + command_[1], o[1].length);
    if (command_[0] == 0x02) {
        memcpy(registers + command_[1], command_ + 2, o[0].length - 2);
        registers[0x0E] = registers[0x0F];
    }
    if (command_[0] == 0x40) memcpy(registers + 0x31, command_ + 1, o[0].length - 1);
    if (command_[0] == 0x81) registers[0x2C] = 1; // looped back
    if (command_[0] == 0x90) memcpy(o[1].read, registers + 0x31, 13);
    return CT_OK;
}
const struct ct_spi_device_ops tray_can_ops = {can};

static enum ct_error nobody(void *object, const uint8_t *write, uint8_t *read, size_t length) {
    (void)object;
    if (write) trace_bytes(write, length);
    if (read) memset(read, 0xFF, length);
    return CT_OK;
}
const struct ct_spi_bus_ops tray_bus_ops = {.transfer = nobody};

static void say_number(uint32_t number) {
    char digits[11], *at = digits + sizeof digits;
    *--at = 0;
    do *--at = (char)('0' + number % 10);
    while (number /= 10);
    ct_semihosting_print(at);
}

void tray_say(const char *what, int32_t result) {
    ct_semihosting_print(what);
    ct_semihosting_print(result < 0 ? ": -" : ": ");
    say_number(result < 0 ? 0u - (uint32_t)result : (uint32_t)result);
    ct_semihosting_print(", trace ");
    say_number(tray_trace);
    ct_semihosting_print("\n");
    tray_trace = 2166136261u;
}
