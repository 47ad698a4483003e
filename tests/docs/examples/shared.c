// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/shared.h>

#include <assert.h>

int main(void) {
    struct {
        uint16_t tail;
    } own = {0}, *queue = &own;
    ct_shared_store(&queue->tail, sizeof queue->tail, 700);
    //@ 1
    assert(tail == 700);
}
