// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// sources: drivers/src/canvas.c drivers/src/font.c
#include <corten/drivers/canvas.h>

#include <assert.h>

//@ 1
int main(void) {
    //@ 2-5
    assert(shade == 8 && ct_canvas_get(&screen, 4, 10) == 15); // the foot of the 2
}
