// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// skip: 1-2
#include <corten/app/fifo.h>

#include <assert.h>

int main(void) { // what the picture shows
    struct ct_fifo fifo = {.head = 2, .tail = 5};
    assert(ct_fifo_count(&fifo, 4) == 3 && ct_fifo_oldest(&fifo, 4) == 2);
    assert(ct_fifo_free_slot(&fifo, 4) == 1);
}
