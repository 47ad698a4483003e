// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A priority queue of up to N elements in a binary heap: the first by order is always at hand.
///
///     struct job { uint32_t deadline; int id; };
///     static CT_HEAP(struct job, 8, CT_LEAST_BY(deadline)) jobs;            // empty, in .bss
///     if (ct_heap_push(&jobs, ((struct job){20, 1}))) drop();               // CT_FULL
///     if (ct_heap_push(&jobs, ((struct job){10, 2}))) drop();
///     struct job next;
///     while (!ct_heap_pop(&jobs, &next)) work_on(next.id);                  // 2, 1
///
/// Its invariant: no element comes before its parent.
///
///     slots   │ 1 │ 4 │ 2 │ 9 │ 5 │   │        1          parent of n: (n-1)/2
///               0   1   2   3   4            4   2        children: 2n+1, 2n+2
///                                           9 5
///
/// Push and pop take time proportional to log2(length). Elements of equal order come in any order
/// (sorted_list.h keeps theirs). For one context at a time.
#ifndef CORTEN_HEAP_H
#define CORTEN_HEAP_H

#include <corten/order.h>
#include <corten/sequence.h>

/// A heap of up to `capacity` (1 … 0x7FFFFFFF) elements of type T; the order: order.h.
#define CT_HEAP(T, capacity, ...)                                                                  \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_(capacity)                                                               \
        CT_OWNER_(T, capacity, capacity, 1)                                                        \
        CT_ORDER_(T, __VA_ARGS__)                                                                  \
    }
/// A heap in an array of yours: static CT_HEAP_OVER(int, CT_LEAST) h = CT_HEAP_ON(array);
#define CT_HEAP_OVER(T, ...)                                                                       \
    struct {                                                                                       \
        CT_OVER_(T, 1)                                                                             \
        CT_ORDER_(T, __VA_ARGS__)                                                                  \
    }
#define CT_HEAP_ON(array) CT_ON_(array)
/// Any heap of T in that order, its capacity erased.
#define CT_HEAP_VIEW(T, ...)                                                                       \
    struct {                                                                                       \
        CT_VIEW_(T)                                                                                \
        CT_ORDER_(T, __VA_ARGS__)                                                                  \
    }
#define ct_heap_view(view_type, heap)                                                              \
    ({                                                                                             \
        _Static_assert(sizeof(((view_type *)0)->direction_[0]) == sizeof((heap)->direction_[0]) && \
                           sizeof(((view_type *)0)->key_offset_[0]) ==                             \
                               sizeof((heap)->key_offset_[0]),                                     \
                       "the view is for another order");                                           \
        (view_type){CT_VIEW_OF_(heap)};                                                            \
    })

#define ct_heap_length(heap)   ct_state_get_((heap)->state_, ct_width_(heap), 0)
#define ct_heap_capacity(heap) ct_capacity_(heap)
#define ct_heap_is_empty(heap) (ct_heap_length(heap) == 0u)
#define ct_heap_is_full(heap)  (ct_heap_length(heap) == ct_capacity_(heap))
#define ct_heap_clear(heap)    ct_state_set_((heap)->state_, ct_width_(heap), 0, 0u)

#define ct_heap_move_(slots, to, from) ct_assign_(&(slots)[to], &(slots)[from])

/// Adds a value, which is evaluated only when there is room. CT_FULL.
#define ct_heap_push(heap, value) ct_result_(ct_heap_push_(heap, value))
#define ct_heap_push_(heap, value)                                                                 \
    ({                                                                                             \
        __auto_type ct_h_ = (heap);                                                                \
        ct_one_base_(ct_h_);                                                                       \
        __auto_type ct_slots_ = &ct_h_->slots_[0];                                                 \
        ct_one_base_(ct_slots_);                                                                   \
        uint32_t ct_hole_ = ct_heap_length(ct_h_);                                                 \
        bool const ct_room_ = ct_hole_ < ct_capacity_(ct_h_);                                      \
        ct_check_fits_(ct_slots_[0], value);                                                       \
        if (ct_room_) {                                                                            \
            __typeof__(ct_slots_[0]) ct_new_;                                                      \
            ct_set_(&ct_new_, value);                                                              \
            ct_state_set_(ct_h_->state_, ct_width_(ct_h_), 0, ct_hole_ + 1u);                      \
            while (ct_hole_) { /* its parents go down until the new one may stay */                \
                uint32_t const ct_parent_ = ct_heap_parent(ct_hole_);                              \
                if (!ct_before_(ct_h_, &ct_new_, &ct_slots_[ct_parent_])) break;                   \
                ct_heap_move_(ct_slots_, ct_hole_, ct_parent_);                                    \
                ct_hole_ = ct_parent_;                                                             \
            }                                                                                      \
            ct_assign_(&ct_slots_[ct_hole_], &ct_new_);                                            \
        }                                                                                          \
        ct_room_ ? CT_OK : CT_FULL;                                                                \
    })

/// Takes the first element by order into *into (T *). CT_EMPTY.
#define ct_heap_pop(heap, into) ct_result_(ct_heap_pop_(heap, into))
#define ct_heap_pop_(heap, into)                                                                   \
    ({                                                                                             \
        __auto_type ct_h_ = (heap);                                                                \
        ct_one_base_(ct_h_);                                                                       \
        __auto_type ct_slots_ = &ct_h_->slots_[0];                                                 \
        ct_one_base_(ct_slots_);                                                                   \
        uint32_t const ct_length_ = ct_heap_length(ct_h_);                                         \
        if (ct_length_) {                                                                          \
            ct_take_(into, &ct_slots_[0]);                                                         \
            uint32_t const ct_last_ = ct_length_ - 1u; /* it looks for a place from the root on */ \
            __typeof__(ct_slots_[0]) ct_moved_;                                                    \
            ct_assign_(&ct_moved_, &ct_slots_[ct_last_]);                                          \
            uint32_t ct_hole_ = 0;                                                                 \
            for (uint32_t ct_child_; (ct_child_ = ct_heap_child(ct_hole_)) < ct_last_;             \
                 ct_hole_ = ct_child_) {                                                           \
                if (ct_child_ + 1u < ct_last_ &&                                                   \
                    ct_before_(ct_h_, &ct_slots_[ct_child_ + 1u], &ct_slots_[ct_child_]))          \
                    ct_child_++;                                                                   \
                if (!ct_before_(ct_h_, &ct_slots_[ct_child_], &ct_moved_)) break;                  \
                ct_heap_move_(ct_slots_, ct_hole_, ct_child_);                                     \
            }                                                                                      \
            ct_assign_(&ct_slots_[ct_hole_], &ct_moved_);                                          \
            ct_state_set_(ct_h_->state_, ct_width_(ct_h_), 0, ct_last_);                           \
        }                                                                                          \
        ct_length_ ? CT_OK : CT_EMPTY;                                                             \
    })

/// The first element by order (const T *), or NULL. Its key must not be changed in place.
#define ct_heap_first(heap)                                                                        \
    ((const __typeof__((heap)->slots_[0]) *)(ct_heap_length(heap) ? &(heap)->slots_[0] : NULL))

/// for (const T *element: all of them, in no order).
#define CT_HEAP_EACH(heap, element)                                                                \
    for (const __typeof__((heap)->slots_[0]) *element = &(heap)->slots_[0],                        \
                                             *element##_end_ = element + ct_heap_length(heap);     \
         element != element##_end_; element++)

#endif
