// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/hal/serial.h>

#include <assert.h>

static int tries, sent;
static int read(void *port) { return port ? 'a' : CT_WOULD_BLOCK; }
static enum ct_error write(void *port, uint8_t byte) {
    if (!port || tries++ < 3) return CT_WOULD_BLOCK;
    sent = byte;
    return CT_OK;
}
int main(void) {
    static const struct ct_serial_ops ops = {.read = read, .write = write};
    const struct ct_serial port = {&ops, &tries};
    //@ 1-2
    assert(byte == 'a' && sent == 'x' && tries == 4);
}
