// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/index_map.c
#include <corten/index_map.h>

#include <assert.h>
#include <string.h>

struct name {
    char text[8];
};
static CT_INDEX_MAP(struct name, int, 4) m;
static void drop(void) { assert(0); }

//@ 3-4
uint32_t hash_name(const struct name *n) { return ct_hash_bytes(n->text, strlen(n->text)); }
bool same_name(const struct name *a, const struct name *b) { return !strcmp(a->text, b->text); }

int main(void) {
    struct name const name = {"key"}, other = {"key\0..."};
    int const value = 5;
    //@ 1-2
    assert(entry.key == 7 && entry.value == 1.5f && h == hash_name(&name));
    //@ 5
    assert(*ct_index_map_get(&m, other, hash_name, same_name) == 5);
}
