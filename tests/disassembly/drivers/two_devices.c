// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Two devices of one driver: each function knows its own bus and calls it directly, nothing is looked
// up at run time. Only a wiring that is a variable is.
// target: m3 m0 rv32
// forbid boiler_write: blx|bx r\d+|jalr [ast]\d
// forbid boiler_read: blx|bx r\d+|jalr [ast]\d
// forbid cellar_write: blx|bx r\d+|jalr [ast]\d
// forbid cellar_read: blx|bx r\d+|jalr [ast]\d
// count[m3] any(blx) >= 1
#include <corten/drivers/at24.h>

enum ct_error bus_1(void *object, struct ct_i2c_address address, const struct ct_i2c_operation *o, size_t count);
enum ct_error bus_2(void *object, struct ct_i2c_address address, const struct ct_i2c_operation *o, size_t count);
void wait_ns(void *object, uint32_t ns);
static const struct ct_i2c_ops ops_1 = {bus_1, NULL}, ops_2 = {bus_2, NULL};
static const struct ct_delay_ops delay_ops = {.ns = wait_ns};

CT_AT24_DEFINE(boiler, .bus = {&ops_1, NULL}, .delay = {&delay_ops, NULL}, .size = 32768, .page = 64)
CT_AT24_DEFINE(cellar, .bus = {&ops_2, NULL}, .delay = {&delay_ops, NULL}, .size = 1024, .page = 16)

enum ct_error both(uint32_t place, void *data, uint32_t length);
enum ct_error both(uint32_t place, void *data, uint32_t length) {
    enum ct_error e = boiler_read(place, data, length);
    if (!e) e = cellar_write(place, data, length);
    if (!e) e = cellar_read(place, data, length);
    return e ? e : boiler_write(place, data, length);
}

enum ct_error any(struct ct_at24 rom, void *data);
enum ct_error any(struct ct_at24 rom, void *data) { return ct_at24_read(rom, 0, data, 9); }
