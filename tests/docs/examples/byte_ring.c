// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/byte_ring.c
// skip: 7-8
#include <corten/byte_ring.h>

#include <assert.h>

static uint32_t receive(uint8_t *to) {
    to[0] = 'a', to[1] = 'b';
    return 2;
}
static uint32_t send(const uint8_t *from, uint32_t count) {
    assert(count == 2 && from[0] == 'a' && from[1] == 'b');
    return 1;
}

int main(void) {
    //@ 1-6
    from = ct_byte_ring_read(&ring, &count);
    assert(count == 1 && *from == 'b');
}
