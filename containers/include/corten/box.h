// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Handles on a pool's blocks: one owner (box), or several (counted).
///
///     typedef CT_POOL(struct frame, 8) frame_pool;      static frame_pool frames;
///     typedef CT_BOX(frame_pool) frame_box;             // one word
///     CT_BOX_SCOPED(&frames, frame_box, box);           // dropped when the scope ends …
///     if (ct_box_is_some(box)) ct_box_get(box)->length = 4;
///     send(ct_box_move(box));                           // … unless it was moved out
///
/// A box is empty after ct_box_move(). Using an empty box is a compile error where the compiler
/// sees it ("this box was moved out or is empty", -O1 and up), and a panic where not. A queue of
/// boxes hands large elements over without copying them.
///
/// Counted blocks have several owners, the last of which frees:
///
///     static CT_COUNTED_POOL(struct frame, 8) shared;
///     struct frame *f = ct_counted_alloc(&shared);      // one owner, or NULL
///     ct_counted_hold(&shared, f);                      // two
///     ct_counted_release(&shared, f);                   // one
///     ct_counted_release(&shared, f);                   // freed
///
/// All from any context, in constant time, with interrupts masked for a few instructions.
#ifndef CORTEN_BOX_H
#define CORTEN_BOX_H

#include <corten/pool.h>

/// A handle on a block of that pool type, or on nothing. All zero is empty.
#define CT_BOX(pool_type)                                                                          \
    struct {                                                                                       \
        __typeof__(&((pool_type *)0)->slots_[0]) block_;                                           \
    }

__attribute__((error("this box was moved out or is empty"), cold)) void ct_box_is_empty_(void);
ct_inline void *ct_box_full_(void *block) {
    if (__builtin_constant_p(block == NULL) && block == NULL) ct_box_is_empty_();
    CT_REQUIRE(block != NULL, "this box was moved out or is empty");
    return block;
}

/// A box with a new block, empty when all are taken.
#define ct_box_new(pool, box_type) ((box_type){ct_pool_alloc(pool)})
#define ct_box_is_some(box)        ((box).block_ != NULL)

/// The block (T *). Panics, or does not compile, when the box is empty.
#define ct_box_get(box) ((__typeof__((box).block_))ct_box_full_((box).block_))

/// The box's value; `box` itself is empty from here on. Panics, or does not compile, when it was.
#define ct_box_move(box)                                                                           \
    ({                                                                                             \
        __auto_type const ct_moved_ = (box);                                                       \
        ct_box_full_(ct_moved_.block_);                                                            \
        (box).block_ = NULL;                                                                       \
        ct_moved_;                                                                                 \
    })

/// Frees the block and empties the box. Panics, or does not compile, when the box is empty.
#define ct_box_drop(pool, box)                                                                     \
    ({                                                                                             \
        ct_pool_free(pool, ct_box_get(box));                                                       \
        (box).block_ = NULL;                                                                       \
    })

/// Declares `box_type name` with a new block or empty, dropped when the scope ends.
#define CT_BOX_SCOPED(pool, box_type, name)                                                        \
    box_type name = ct_box_new(pool, box_type);                                                    \
    struct ct_pool_guard_ const name##_guard_                                                      \
        __attribute__((cleanup(ct_pool_end_), unused)) = {ct_pool_of_(pool), &name.block_}

/// A pool whose blocks count their owners, up to 255 each.
#define CT_COUNTED_POOL(T, capacity)                                                               \
    struct {                                                                                       \
        CT_CHECK_POOL_(capacity)                                                                   \
        CT_OWNER_(T, capacity, 2u * (capacity) + 1u, 1)                                            \
        CT_UINT_FOR(2u * (capacity) + 1u) links_[(capacity) > 0 ? (capacity) : 1];                 \
        uint8_t more_owners_[(capacity) > 0 ? (capacity) : 1];                                     \
    }

/// A block with one owner (T *), or NULL.
#define ct_counted_alloc(pool)                                                                     \
    ((void)sizeof((pool)->more_owners_), ct_pool_alloc(pool))

/// One owner more. Panics when the block is not the pool's or not allocated, and beyond 255.
#define ct_counted_hold(pool, block)                                                               \
    ({                                                                                             \
        __typeof__(&(pool)->slots_[0]) ct_block_ = (block);                                        \
        ct_check_fits_(ct_block_, block);                                                          \
        ct_counted_hold_(ct_pool_of_(pool), (pool)->more_owners_, ct_block_);                      \
    })

/// One owner less; the last one frees. Panics when the block is not the pool's or not allocated.
#define ct_counted_release(pool, block)                                                            \
    ({                                                                                             \
        __typeof__(&(pool)->slots_[0]) ct_block_ = (block);                                        \
        ct_check_fits_(ct_block_, block);                                                          \
        ct_counted_release_(ct_pool_of_(pool), (pool)->more_owners_, ct_block_);                   \
    })

void ct_counted_hold_(struct ct_pool_ pool, uint8_t *more_owners, const void *block);
void ct_counted_release_(struct ct_pool_ pool, uint8_t *more_owners, const void *block);

#endif
