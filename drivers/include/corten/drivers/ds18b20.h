// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// DS18B20: thermometers on 1-Wire.
///
///     static const struct ct_onewire wire = {.pin = DATA_PIN, .delay = DELAY};
///     int32_t t = 0;                                     // thousandths of a degree Celsius
///     enum ct_error e = ct_ds18b20_convert(wire);        // all of them at a time; 0.75 s at most
///     if (!e) e = ct_ds18b20_read(wire, boiler, &t);     // the one with this address
///     if (!e) e = ct_ds18b20_read(wire, NULL, &t);       // or the only one on the wire
///
/// Facts: Maxim Integrated, DS18B20 data sheet (19-7487): "Operation - Measuring Temperature",
/// "Memory" (scratchpad), "DS18B20 Function Commands", "AC Electrical Characteristics" (t_CONV).
/// Devices have a supply of their own; parasite power is not for them. Contexts: see onewire.h.
#ifndef CORTEN_DRIVERS_DS18B20_H
#define CORTEN_DRIVERS_DS18B20_H

#include <corten/drivers/define.h>
#include <corten/drivers/onewire.h>

/// The temperature in a scratchpad of 9 bytes, in thousandths of a degree. CT_OK; CT_CORRUPT: the
/// checksum is wrong; CT_NO_ACKNOWLEDGE: only ones, nobody answered. Computation only.
ct_inline CT_MUST_USE enum ct_error ct_ds18b20_convert_pad(const uint8_t pad[9],
                                                           int32_t *millicelsius) {
    bool silent = true;
    for (int i = 0; i < 9; i++) silent = silent && pad[i] == 0xFF;
    if (silent) return CT_NO_ACKNOWLEDGE;
    // A wire at ground reads as zeros, whose checksum is right: the fifth byte is never 0.
    if (ct_crc8_maxim(0, pad, 9) || pad[4] == 0) return CT_CORRUPT;
    const int sixteenths = (int16_t)(pad[1] << 8 | pad[0]);
    *millicelsius = sixteenths * 125 / 2;
    return CT_OK;
}

/// Starts a conversion in all devices and does not wait. CT_OK or the errors of ct_onewire_reset().
ct_inline CT_MUST_USE enum ct_error ct_ds18b20_begin(struct ct_onewire wire) {
    const enum ct_error e = ct_onewire_select(wire, NULL);
    if (e) return e;
    const int answer = ct_onewire_byte(wire, 0x44);
    return answer < 0 ? (enum ct_error)answer : CT_OK;
}

/// Whether all devices have converted: CT_OK; CT_WOULD_BLOCK until then; or the pin's error. Nothing
/// else may be said on the wire in between.
ct_inline CT_MUST_USE enum ct_error ct_ds18b20_done(struct ct_onewire wire) {
    const int done = ct_onewire_bit(wire, true); // the wire reads 0 while any converts
    return done < 0 ? (enum ct_error)done : done ? CT_OK : CT_WOULD_BLOCK;
}

/// Starts a conversion in all devices and waits for it. CT_OK; CT_TIMEOUT: not ready after 0.8 s; or
/// the errors of ct_onewire_reset().
ct_inline CT_MUST_USE enum ct_error ct_ds18b20_convert(struct ct_onewire wire) {
    enum ct_error e = ct_ds18b20_begin(wire);
    if (e) return e;
    for (unsigned left = 80; (e = ct_ds18b20_done(wire)) == CT_WOULD_BLOCK; left--) {
        if (left == 0) return CT_TIMEOUT;
        ct_delay_ms(wire.delay, 10);
    }
    return e;
}

/// What the device with this address (8 bytes; NULL: the only one) converted last; 85 degrees when
/// it never did. CT_OK; CT_CORRUPT: a checksum was wrong; CT_NO_ACKNOWLEDGE; or the errors of
/// ct_onewire_reset().
ct_inline CT_MUST_USE enum ct_error ct_ds18b20_read(struct ct_onewire wire, const uint8_t *rom,
                                                    int32_t *millicelsius) {
    enum ct_error e = ct_onewire_select(wire, rom);
    if (e) return e;
    const int answer = ct_onewire_byte(wire, 0xBE);
    if (answer < 0) return (enum ct_error)answer;
    uint8_t pad[9];
    if ((e = ct_onewire_read(wire, pad, sizeof pad))) return e;
    return ct_ds18b20_convert_pad(pad, millicelsius);
}

/// Sets the resolution of the device (NULL: of all): 9 to 12 bits take 94, 188, 375, 750 ms; until
/// its supply goes away. The alarm limits become -55 and 125 degrees, which never ring. CT_OK,
/// CT_OUT_OF_RANGE, or the errors of ct_onewire_reset().
ct_inline CT_MUST_USE enum ct_error ct_ds18b20_set_bits(struct ct_onewire wire, const uint8_t *rom,
                                                        uint8_t bits) {
    if (bits < 9 || bits > 12) return CT_OUT_OF_RANGE;
    const uint8_t command[] = {0x4E, 125, (uint8_t)-55, (uint8_t)((bits - 9) << 5 | 0x1F)};
    const enum ct_error e = ct_onewire_select(wire, rom);
    return e ? e : ct_onewire_write(wire, command, sizeof command);
}

/// At file scope: NAME_convert(), NAME_begin(), NAME_done(), NAME_read(rom, &millicelsius) and NAME_set_bits(rom, bits) for one
/// wire, not inlined.
#define CT_DS18B20_DEFINE(name, ...)                                                               \
    CT_ONEWIRE_DEFINE_(name, __VA_ARGS__);                                                         \
    CT_DRIVER_FUNCTION(enum ct_error, name##_convert, (void),                                      \
                       ct_ds18b20_convert(CT_ONEWIRE_(name, __VA_ARGS__)))                       \
    CT_DRIVER_FUNCTION(enum ct_error, name##_begin, (void),                                        \
                       ct_ds18b20_begin(CT_ONEWIRE_(name, __VA_ARGS__)))                           \
    CT_DRIVER_FUNCTION(enum ct_error, name##_done, (void),                                         \
                       ct_ds18b20_done(CT_ONEWIRE_(name, __VA_ARGS__)))                            \
    CT_DRIVER_FUNCTION(enum ct_error, name##_read, (const uint8_t *rom, int32_t *millicelsius),    \
                       ct_ds18b20_read(CT_ONEWIRE_(name, __VA_ARGS__), rom, millicelsius))       \
    CT_DRIVER_FUNCTION(enum ct_error, name##_set_bits, (const uint8_t *rom, uint8_t bits),         \
                       ct_ds18b20_set_bits(CT_ONEWIRE_(name, __VA_ARGS__), rom, bits))

#endif
