// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/hal/i2c.h>

#include <assert.h>

static enum ct_error transaction(void *object, struct ct_i2c_address address,
                                 const struct ct_i2c_operation *operations, size_t count) {
    (void)object;
    assert(address.bits == 0x50 && !address.is_ten && count == 2 && operations[0].length == 2);
    if (operations[1].read)
        operations[1].read[0] = 7;
    else
        assert(operations[1].write[0] == 7 && operations[0].write[1] == 16);
    return CT_OK;
}
int main(void) {
    static const struct ct_i2c_ops ops = {.transaction = transaction};
    const struct ct_i2c bus = {&ops, NULL};
    //@ 1-5
    assert(byte == 7 && ct_i2c_recover(bus) == CT_UNSUPPORTED);
    assert(CT_I2C_10(0x3FF).is_ten && ct_i2c_is_no_acknowledge(CT_NO_ACKNOWLEDGE_DATA));
}
