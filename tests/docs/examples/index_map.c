// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/index_map.c
// skip: 5-6
#include <corten/index_map.h>

#include <assert.h>

struct peer {
    uint16_t port;
};
static unsigned used;
static void drop(void) { assert(0); }
static void use(uint32_t key, unsigned port) { used = key + port; }

int main(void) {
    struct peer const peer = {80};
    //@ 1-3
    assert(p && p->port == 80 && !ct_index_map_get(&peers, 0x4321));
    //@ 4
    assert(used == 0x1234 + 80);
}
