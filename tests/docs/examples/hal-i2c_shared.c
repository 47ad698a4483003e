// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/assert.h>
#include <corten/hal/i2c_shared.h>
#include <corten/semihosting.h>

#include <assert.h>

static unsigned addresses;
static enum ct_error transaction(void *bus, struct ct_i2c_address address,
                                 const struct ct_i2c_operation *operations, size_t count) {
    (void)bus, (void)operations, (void)count;
    addresses = addresses << 8 | address.bits;
    return CT_OK;
}
static const struct ct_i2c_ops ops = {.transaction = transaction};
static uint8_t data[4];
#define BUS ((struct ct_i2c){&ops, NULL})
CT_TASK(measure, 1);
CT_TASK(store, 2);
static void tried(void) {
    //@ 1-3
    assert(!e && addresses == 0x50);
}
//@ 4-6
CT_APP(DISPATCHERS(EXTI0, EXTI1), TASKS(measure, store));

void init(struct init_task self) {
    (void)self;
    tried();
    CT_MUST(measure_spawn());
}
void measure(struct measure_task self) {
    //@ 7
    CT_MUST(store_spawn());
}
void store(struct store_task self) {
    CT_MUST(ct_i2c_read(memory_bus(self), CT_I2C_7(0x51), data, 4));
    assert(addresses == 0x507651 && ct_i2c_recover(memory_bus(self)) == CT_UNSUPPORTED);
    ct_semihosting_exit(0);
}
