// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/box.h>

uint32_t ct_pool_count_(struct ct_pool_ pool) {
    uint32_t const taken = ct_blocks_taken(ct_blocks_modulus(pool.capacity));
    uint32_t count = 0;
    for (uint32_t n = 0; n < pool.capacity; n++)
        count += ct_shared_load(ct_pool_link_at_(pool, n), pool.width) == taken;
    return count;
}

// A block's further owners, beside the one that every allocated block has.
void ct_counted_hold_(struct ct_pool_ pool, uint8_t *more_owners, const void *block) {
    uint32_t const n = ct_pool_number_(pool, block);
    uint32_t const taken = ct_blocks_taken(ct_blocks_modulus(pool.capacity));
    __auto_type const mask = ct_critical_enter();
    bool const allocated = ct_shared_own(ct_pool_link_at_(pool, n), pool.width) == taken;
    uint32_t const owners = ct_shared_own(&more_owners[n], 1);
    bool const fits = owners < 254;
    if (allocated && fits) ct_shared_store(&more_owners[n], 1, owners + 1);
    ct_critical_leave(mask);
    CT_REQUIRE(allocated, "this block was freed before");
    CT_REQUIRE(fits, "the block has 255 owners already");
}

void ct_counted_release_(struct ct_pool_ pool, uint8_t *more_owners, const void *block) {
    uint32_t const n = ct_pool_number_(pool, block);
    uint32_t const taken = ct_blocks_taken(ct_blocks_modulus(pool.capacity));
    __auto_type const mask = ct_critical_enter();
    bool const allocated = ct_shared_own(ct_pool_link_at_(pool, n), pool.width) == taken;
    uint32_t const owners = ct_shared_own(&more_owners[n], 1);
    if (allocated && owners) ct_shared_store(&more_owners[n], 1, owners - 1);
    ct_critical_leave(mask);
    CT_REQUIRE(allocated, "this block was freed before");
    // The last owner: nobody else has the block any more, so nothing can come between.
    if (!owners) ct_pool_free_(pool, block);
}
