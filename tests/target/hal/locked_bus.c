// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A bus shared by the application's lock: a task of higher priority that wants it in the middle of
// another's transaction comes when that is over, and not before.

#include <corten/app.h>
#include <corten/hal/i2c_shared.h>
#include <corten/hal/spi_shared.h>

#include "../check.h"

CT_TASK(slow, 1);
CT_INTERRUPT(urgent, 2, GPIOB);
CT_INTERRUPT(stranger, 3, GPIOC); // does not share the bus: is not kept waiting

static volatile unsigned open, collisions, strangers, urgents, bytes;

static enum ct_error select(void *pin) {
    (void)pin;
    if (open++) collisions++;
    return CT_OK;
}
static enum ct_error release(void *pin) {
    (void)pin;
    open--;
    return CT_OK;
}
static volatile bool intrude;
static enum ct_error transfer(void *bus, const uint8_t *write, uint8_t *read, size_t length) {
    (void)bus, (void)write, (void)read;
    if (intrude) {
        intrude = false;
        ct_port_pend(GPIOB_IRQn);
        ct_port_pend(GPIOC_IRQn);
        CHECK_EQUAL(strangers, 1);
        CHECK_EQUAL(urgents, 0);
    }
    bytes += (unsigned)length;
    return CT_OK;
}
static enum ct_error transaction(void *bus, struct ct_i2c_address address,
                                 const struct ct_i2c_operation *operations, size_t count) {
    (void)address, (void)count;
    (void)select(bus);
    (void)transfer(bus, NULL, NULL, operations[0].length);
    return release(bus);
}
static const struct ct_output_ops pin_ops = {.set_high = release, .set_low = select};
static const struct ct_spi_bus_ops bus_ops = {.transfer = transfer};
static const struct ct_i2c_ops i2c_ops = {.transaction = transaction};
#define BUS    ((struct ct_spi_bus){&bus_ops, NULL})
#define SELECT ((struct ct_output_pin){&pin_ops, NULL})

CT_SHARED(struct ct_spi_owner, bus, slow, urgent);
CT_SPI_LOCKED(memory, slow, bus, BUS, SELECT, CT_NO_DELAY, NULL);
CT_SPI_LOCKED(radio, urgent, bus, BUS, SELECT, CT_NO_DELAY, NULL);
CT_SHARED(struct ct_i2c_owner, wires, slow, urgent);
CT_I2C_LOCKED(sensor, slow, wires, ((struct ct_i2c){&i2c_ops, NULL}));
CT_I2C_LOCKED(clock_chip, urgent, wires, ((struct ct_i2c){&i2c_ops, NULL}));

CT_APP(DISPATCHERS(GPIOA), TASKS(slow, urgent, stranger));

void init(struct init_task self) {
    (void)self;
    CT_IGNORE(slow_spawn());
}

void stranger(struct stranger_task self) {
    (void)self;
    strangers++;
}

static uint8_t data[4];
static bool by_wires;
void urgent(struct urgent_task self) {
    CHECK_EQUAL(open, 0);
    urgents++;
    CHECK_EQUAL(by_wires ? ct_i2c_read(clock_chip(self), CT_I2C_7(0x68), data, 1)
                         : ct_spi_write(radio(self), data, 1),
                CT_OK);
}

void slow(struct slow_task self) {
    intrude = true;
    CHECK_EQUAL(ct_spi_write(memory(self), data, 4), CT_OK);
    CHECK_EQUAL(urgents, 1);
    CHECK_EQUAL(bytes, 5);
    by_wires = true;
    strangers = urgents = 0;
    intrude = true;
    CHECK_EQUAL(ct_i2c_write(sensor(self), CT_I2C_7(0x76), data, 4), CT_OK);
    CHECK_EQUAL(urgents, 1);
    CHECK_EQUAL(bytes, 10);
    CHECK_EQUAL(collisions, 0);
    DONE();
}
