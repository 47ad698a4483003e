// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/hal/serial_stream.h>

#include <assert.h>

static int left = 3;
static int take(void *object) { return (void)object, left-- > 0 ? 'x' : CT_WOULD_BLOCK; }
static enum ct_error flush(void *object) { return (void)object, CT_OK; }
static const struct ct_serial_ops ops = {.read = take, .flush = flush};
#define PORT {&ops, NULL}
int main(void) {
    char buffer[8];
    //@ 1-4
    assert(n == 3);
}
