// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/hal/rng.h>

#include <assert.h>

static int calls;
static int take(void *object) {
    (void)object;
    return ++calls % 2 ? CT_WOULD_BLOCK : calls / 2;
}
int main(void) {
    static const struct ct_rng_ops ops = {take};
    const struct ct_rng rng = {&ops, NULL};
    //@ 1-4
    assert(byte == 17 && ((uint8_t *)key)[15] == 16);
}
