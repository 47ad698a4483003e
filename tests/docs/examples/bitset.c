// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/bitset.c
// skip: 6
#include <corten/bitset.h>

#include <assert.h>

static unsigned count, used;
static void use(unsigned n) { used = 100 * used + n; }

int main(void) {
    //@ 1-4
    assert(count == 1 && used == 17);
    //@ 5
    assert(ct_bitset_is_empty(&seen));
}
