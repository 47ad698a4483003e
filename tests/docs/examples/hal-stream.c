// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/hal/stream.h>

#include <assert.h>
#include <string.h>

static char memory[8];
static unsigned held, tries;
static int take(void *object, uint8_t *data, size_t room) {
    (void)object;
    const unsigned n = held < room ? held : (unsigned)room;
    memcpy(data, memory, n);
    return (int)n;
}
static int put(void *object, const uint8_t *data, size_t length) {
    (void)object, (void)length;
    if (++tries % 2) return CT_WOULD_BLOCK; // one byte every other time
    memory[held++] = (char)data[0];
    return 1;
}
int main(void) {
    static const struct ct_stream_ops ops = {.read = take, .write = put};
    const struct ct_stream in = {&ops, NULL}, out = {&ops, NULL};
    char buffer[4];
    //@ 1-4
    assert(done == 5 && tries == 10 && n == 4 && !memcmp(buffer, "hell", 4));
    assert(ct_stream_seek(in, CT_SEEK_START, 0, NULL) == CT_UNSUPPORTED);
}
