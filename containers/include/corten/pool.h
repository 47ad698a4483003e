// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Blocks of one type out of a fixed number, from any context, in constant time.
///
///     static CT_POOL(struct frame, 8) frames;                  // all free, in .bss
///     struct frame *f = ct_pool_alloc(&frames);                // NULL when all are taken
///     if (f) ct_pool_free(&frames, f);
///     {
///         CT_POOL_SCOPED(&frames, frame);                      // struct frame *frame, or NULL
///         if (frame) frame->length = 4;
///     }                                                        // given back here
///
/// Freeing a block twice, or one that is not the pool's, panics; so does the end of
/// CT_POOL_NO_LEAKS when blocks allocated inside are still out. CT_POOL_INTERFACE() declares a pair
/// of functions that GCC's -fanalyzer and -Wmismatched-dealloc know as an allocator's.
///
/// The free blocks are a list of links beside the blocks (blocks.h), so a freed block keeps its
/// contents and a stray write into one cannot break the pool:
///
///     slots   │ free │ mine │ free │ free │       head ─> 0 ─> 2 ─> 3 ─> end
///     links   │  2   │ taken│  3   │ end  │       (stored as distances: all zero is all free)
///
/// Alloc and free mask interrupts for about ten instructions (docs/containers.md) and repeat
/// nothing, so there is no ABA and the time is the same in every context. One core.
///
/// Place the pool as you like: static CT_POOL(buffer, 4) buffers CT_CCM_BSS; an over-aligned
/// element type aligns every block, for a DMA.
#ifndef CORTEN_POOL_H
#define CORTEN_POOL_H

#include <corten/blocks.h>
#include <corten/container.h>
#include <corten/critical.h>
#include <corten/shared.h>

/// A pool of `capacity` blocks of type T, 1 … 32767. All zero is all free.
#define CT_POOL(T, capacity)                                                                       \
    struct {                                                                                       \
        CT_CHECK_POOL_(capacity)                                                                   \
        CT_OWNER_(T, capacity, 2u * (capacity) + 1u, 1)                                            \
        CT_UINT_FOR(2u * (capacity) + 1u) links_[(capacity) > 0 ? (capacity) : 1];                 \
    }
/// A pool over an array of yours: static CT_POOL_OVER(T, 8) p = CT_POOL_ON(array_of_8);
#define CT_POOL_OVER(T, capacity)                                                                  \
    struct {                                                                                       \
        CT_CHECK_POOL_(capacity)                                                                   \
        __typeof__(T) (*array_)[capacity], *slots_;                                                \
        uint32_t capacity_;                                                                        \
        CT_UINT_FOR(2u * (capacity) + 1u) state_[1], links_[capacity];                             \
        char width_[0];                                                                            \
    }
#define CT_POOL_ON(array)                                                                          \
    {.array_ = &(array), .slots_ = (array), .capacity_ = ct_count_(array)}
/// Any pool of T, its capacity erased.
#define CT_POOL_VIEW(T)                                                                            \
    struct {                                                                                       \
        CT_VIEW_(T)                                                                                \
        void *links_;                                                                              \
    }
#define ct_pool_view(view_type, pool) ((view_type){CT_VIEW_OF_(pool), .links_ = (pool)->links_})

#define CT_CHECK_POOL_(capacity)                                                                   \
    CT_CHECK_CAPACITY_(capacity)                                                                   \
    _Static_assert((capacity) <= CT_BLOCKS_MAX, "a pool has at most 32767 blocks");

// A pool of any form and element type: what alloc and free compute with. Constants for an owner.
struct ct_pool_ {
    void *slots, *state, *links;
    uint32_t capacity, size, width;
};
#define ct_pool_of_(p)                                                                             \
    ((struct ct_pool_){(p)->slots_, (p)->state_, (p)->links_, ct_capacity_(p),                     \
                       (uint32_t)sizeof((p)->slots_[0]), ct_width_(p)})

ct_inline void *ct_pool_link_at_(struct ct_pool_ pool, uint32_t block) {
    return (uint8_t *)pool.links + block * pool.width;
}

// The number of the block, or panics: a pointer that is no block of this pool.
ct_inline uint32_t ct_pool_number_(struct ct_pool_ pool, const void *block) {
    uintptr_t const offset = (uintptr_t)block - (uintptr_t)pool.slots;
    CT_REQUIRE(offset <= UINT32_MAX &&
                   ct_blocks_begins((uint32_t)offset, pool.size, pool.capacity),
               "this is not a block of the pool");
    return (uint32_t)offset / pool.size;
}

// The number of a block that was free, or `capacity`.
ct_inline uint32_t ct_pool_take_(struct ct_pool_ pool) {
    uint32_t const modulus = ct_blocks_modulus(pool.capacity);
    __auto_type const mask = ct_critical_enter();
    uint32_t const head = ct_shared_own(pool.state, pool.width);
    if (CT_UNLIKELY(head >= pool.capacity)) {
        ct_critical_leave(mask);
        return pool.capacity;
    }
    void *const link = ct_pool_link_at_(pool, head);
    ct_shared_store(pool.state, pool.width,
                    ct_blocks_next(head, ct_shared_own(link, pool.width), modulus));
    ct_shared_store(link, pool.width, ct_blocks_taken(modulus));
    ct_critical_leave(mask);
    return head;
}

ct_inline void *ct_pool_alloc_(struct ct_pool_ pool) {
    uint32_t const block = ct_pool_take_(pool);
    return block < pool.capacity ? (uint8_t *)pool.slots + block * pool.size : NULL;
}

ct_inline void ct_pool_free_(struct ct_pool_ pool, const void *block) {
    uint32_t const modulus = ct_blocks_modulus(pool.capacity);
    uint32_t const n = ct_pool_number_(pool, block);
    void *const link = ct_pool_link_at_(pool, n);
    __auto_type const mask = ct_critical_enter();
    bool const taken = ct_shared_own(link, pool.width) == ct_blocks_taken(modulus);
    if (taken) {
        ct_shared_store(link, pool.width,
                        ct_blocks_link(n, ct_shared_own(pool.state, pool.width), modulus));
        ct_shared_store(pool.state, pool.width, n);
    }
    ct_critical_leave(mask);
    CT_REQUIRE(taken, "this block was freed before");
}

/// A free block (T *), its contents those of its last use (at first: zero), or NULL when all are
/// taken. Any context, constant time.
#define ct_pool_alloc(pool)                                                                        \
    ((__typeof__(&(pool)->slots_[0]))ct_result_block_(ct_pool_alloc_(ct_pool_of_(pool))))
ct_inline CT_MUST_USE void *ct_result_block_(void *block) { return block; }

/// Gives a block back. Panics when it is not one of the pool's, or not allocated. Any context,
/// constant time.
#define ct_pool_free(pool, block)                                                                  \
    ({                                                                                             \
        __typeof__(&(pool)->slots_[0]) ct_block_ = (block);                                        \
        ct_check_fits_(ct_block_, block);                                                          \
        ct_pool_free_(ct_pool_of_(pool), ct_block_);                                               \
    })

/// Number of blocks that are out. Counts them: for tests and diagnosis. Any context.
#define ct_pool_used(pool) ct_pool_count_(ct_pool_of_(pool))
uint32_t ct_pool_count_(struct ct_pool_ pool);
#define ct_pool_capacity(pool) ct_capacity_(pool)

/// Declares `T *name` with a new block or NULL; it goes back to the pool when the scope ends, by
/// return and break too, unless ct_pool_keep(name) took it away.
#define CT_POOL_SCOPED(pool, name)                                                                 \
    __typeof__(&(pool)->slots_[0]) name = ct_pool_alloc(pool);                                     \
    struct ct_pool_guard_ const name##_guard_                                                      \
        __attribute__((cleanup(ct_pool_end_), unused)) = {ct_pool_of_(pool), &name}

/// The block out of a scoped variable, which is NULL from here on: somebody else frees it.
#define ct_pool_keep(name)                                                                         \
    ({                                                                                             \
        __auto_type const ct_kept_ = (name);                                                       \
        (name) = NULL;                                                                             \
        ct_kept_;                                                                                  \
    })

struct ct_pool_guard_ {
    struct ct_pool_ pool;
    void *variable; // T **
};
ct_inline void ct_pool_end_(const struct ct_pool_guard_ *guard) {
    void *block;
    __builtin_memcpy(&block, guard->variable, sizeof block);
    if (block) ct_pool_free_(guard->pool, block);
}

/// The block behind it must give back what it allocates of this pool: panics at its end when more
/// blocks are out than at its beginning.
#define CT_POOL_NO_LEAKS(pool)                                                                     \
    for (struct ct_pool_watch_ ct_watch_ __attribute__((cleanup(ct_pool_watched_))) =              \
             {ct_pool_of_(pool), ct_pool_used(pool), true};                                        \
         ct_watch_.open; ct_watch_.open = false)
struct ct_pool_watch_ {
    struct ct_pool_ pool;
    uint32_t before;
    bool open;
};
ct_inline void ct_pool_watched_(const struct ct_pool_watch_ *watch) {
    CT_REQUIRE(ct_pool_count_(watch->pool) <= watch->before, "a block of the pool was leaked here");
}

/// In a header, at file scope: functions name_alloc() and name_free() for blocks of type T, which
/// GCC knows as an allocator of its own: -fanalyzer then reports double free, use after free and
/// leaks where they are called, and -Wmismatched-dealloc the block of another pool. To Clang they
/// are plain functions. They are defined in one other file, as the analyser must not look inside.
#define CT_POOL_INTERFACE(name, T)                                                                 \
    void name##_free(__typeof__(T) *block);                                                        \
    CT_ALLOCATOR_(name##_free) CT_MUST_USE __typeof__(T) *name##_alloc(void)
/// Defines them, for a pool: CT_POOL_FUNCTIONS(frame, struct frame, &frames)
#define CT_POOL_FUNCTIONS(name, T, pool)                                                           \
    void name##_free(__typeof__(T) *block) { ct_pool_free(pool, block); }                          \
    __typeof__(T) *name##_alloc(void) { return ct_pool_alloc(pool); }
#ifdef __clang__
#    define CT_ALLOCATOR_(free)
#else
#    define CT_ALLOCATOR_(free) __attribute__((malloc, malloc(free, 1)))
#endif

#endif
