// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/vec.c
#include <corten/vec.h>

#include <assert.h>

typedef int T;
enum { N = 3 };
static T array[2];
//@ 1-3
static void use(view any) { assert(ct_vec_capacity(&any) == 3 && ct_vec_at(&any, 0) == 7); }

int main(void) {
    assert(ct_vec_capacity(&vec) == N && ct_vec_capacity(&over) == 2);
    assert(!ct_vec_push(&vec, 7) && !ct_vec_push(&over, 8) && array[0] == 8);
    //@ 4
}
