// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/pool.c
// skip: 8-9
#include <corten/pool.h>

#include <assert.h>

struct frame {
    unsigned length;
};
//@ 1

int main(void) {
    //@ 2
    assert(f && ct_pool_used(&frames) == 1);
    //@ 3
    assert(ct_pool_used(&frames) == 0);
    //@ 4-7
    assert(ct_pool_used(&frames) == 0 && f->length == 4);
}
