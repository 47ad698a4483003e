// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/hal/spi.h>

#include <assert.h>
#include <string.h>

static unsigned selected, sent;
static enum ct_error transaction(void *object, const struct ct_spi_operation *operations, size_t count) {
    (void)object;
    selected++;
    assert(count == 2 && operations[0].write[0] == 0x9F && !operations[0].read && operations[0].length == 1);
    assert(!operations[1].write && operations[1].length == 3);
    memcpy(operations[1].read, "\xEF\x40\x18", 3);
    return CT_OK;
}
static enum ct_error transfer(void *object, const uint8_t *write, uint8_t *read, size_t length) {
    (void)object;
    assert(write[0] == 0xEF && !read);
    sent += (unsigned)length;
    return CT_OK;
}
int main(void) {
    static const struct ct_spi_device_ops ops = {transaction};
    static const struct ct_spi_bus_ops bus_ops = {.transfer = transfer};
    const struct ct_spi_device flash = {&ops, NULL};
    const struct ct_spi_bus bus = {&bus_ops, NULL};
    //@ 1-5
    assert(id[2] == 0x18 && selected == 2 && sent == 3);
    assert(ct_spi_bus_flush(bus) == CT_OK && ct_spi_bus_configure(bus, (struct ct_spi_config){400000, CT_SPI_MODE_0}) == CT_UNSUPPORTED);
}
