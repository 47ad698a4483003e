// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/layout.h>

#include <assert.h>

//@ 1-5
_Static_assert(sizeof(struct reading) == 9, "");
void program_page(void) { table[0] = 1.0f; }
int main(void) {
    program_page();
    assert((uintptr_t)line % 4 == 0 && boots == 0 && table[0] > 0);
}
