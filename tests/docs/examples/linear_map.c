// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// skip: 5
#include <corten/linear_map.h>

#include <assert.h>

static void drop(void) { assert(0); }
static float used;
static void use(int key, float value) { used = (float)key * value; }

int main(void) {
    //@ 1-3
    assert(limit && *limit == 4.5f && !ct_linear_map_get(&limits, 4));
    //@ 4
    assert(used == 13.5f);
}
