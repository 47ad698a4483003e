// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/index_map.h>

#include <string.h>

// Takes entry `entry` (a number + 1, out of the table already) out of the entries, by moving the
// last one (the caller has renumbered it) or all behind it; their numbers in the table follow.
void ct_index_map_close_(struct ct_table_ map, uint32_t entry, bool swap) {
    uint32_t const length = ct_state_get_(map.state, map.width, 0);
    char *const at = (char *)map.slots + (size_t)(entry - 1) * map.entry;
    if (swap) memmove(at, (char *)map.slots + (size_t)(length - 1) * map.entry, map.entry);
    else memmove(at, at + map.entry, (size_t)(length - entry) * map.entry);
    ct_state_set_(map.state, map.width, 0, length - 1);
    for (uint32_t place = 0; !swap && place < map.size; place++) {
        uint32_t const number = ct_state_get_(map.table, map.width, place);
        if (number > entry) ct_state_set_(map.table, map.width, place, number - 1);
    }
}
