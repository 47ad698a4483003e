// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/vec.c
// skip: 6-7
#include <corten/vec.h>

#include <assert.h>

static uint8_t sum;
static void drop(void) { assert(0); }

//@ 1-2
//@ 8-9

int main(void) {
    //@ 3
    assert(*ct_vec_last(&p) == 0x7E);
    //@ 4-5
    assert(sum == 0x7F);
    //@ 10
    assert(ct_vec_length(&p) == 2 && ct_vec_at(&p, 1) == 0x7F);
}
