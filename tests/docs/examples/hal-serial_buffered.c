// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: board
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/hal/serial_buffered.h>

#include <assert.h>

static int come = 'a', gone;
static int take(void *object) {
    (void)object;
    const int byte = come;
    come = CT_WOULD_BLOCK;
    return byte;
}
static enum ct_error put(void *object, uint8_t byte) { return (void)object, gone = byte, CT_OK; }
static const struct ct_serial_ops ops = {.read = take, .write = put};
#define PORT ((struct ct_serial){&ops, NULL})
static void port_interrupt_when_room(bool has_room) { assert(!has_room); }
static int woken;
static void wake(void) { woken++; }
//@ 1
int main(void) {
    //@ 2-5
    assert(byte == 'a' && gone == 'x' && woken == 1);
}
