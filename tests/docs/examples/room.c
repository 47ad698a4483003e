// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: board
// skip: 4
#include <corten/room.h>

#include <assert.h>

int main(void) {
    //@ 1-3
    assert(t > ROOM_START - 200 && t < ROOM_START + 200);
}
