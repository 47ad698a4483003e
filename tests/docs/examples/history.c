// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// skip: 6
#include <corten/history.h>

#include <assert.h>

int main(void) {
    //@ 1-5
    assert(sum == 215 && mean == 215);
    for (int16_t t = 1; t <= 9; t++) ct_history_write(&temperatures, t);
    assert(ct_history_length(&temperatures) == 8 && *ct_history_oldest(&temperatures) == 2);
}
