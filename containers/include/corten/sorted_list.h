// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A list of up to N elements that is always in order; links are indices, and elements never move.
///
///     struct alarm { uint32_t at; int id; };
///     static CT_SORTED_LIST(struct alarm, 8, CT_LEAST_BY(at)) alarms;       // empty, in .bss
///     if (ct_sorted_push(&alarms, ((struct alarm){20, 1}))) drop();         // CT_FULL
///     if (ct_sorted_push(&alarms, ((struct alarm){10, 2}))) drop();
///     CT_SORTED_EACH(&alarms, alarm) work_on(alarm->id);                    // 2, 1
///
/// Its invariant: the links from `head` on lead through the elements in order, those from `free`
/// on through all other slots. Elements of equal order stay in the order in which they came.
///
///     slots   │ 9 │   │ 1 │ 4 │   │       head ─> 2 ─> 3 ─> 0 ─> end
///               0   1   2   3   4         free ─> 1 ─> 4 ─> end
///
/// Push takes time proportional to the length, pop is constant. An element keeps its address
/// until it is removed. For one context at a time.
#ifndef CORTEN_SORTED_LIST_H
#define CORTEN_SORTED_LIST_H

#include <corten/blocks.h>
#include <corten/order.h>

/// A list of up to `capacity` (1 … 32767) elements of type T; the order: order.h.
#define CT_SORTED_LIST(T, capacity, ...)                                                           \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_(capacity)                                                               \
        _Static_assert((capacity) <= CT_BLOCKS_MAX, "a sorted list has at most 32767 elements");   \
        CT_OWNER_(T, capacity, 2u * (capacity) + 1u, 3)                                            \
        CT_UINT_FOR(2u * (capacity) + 1u) links_[(capacity) > 0 ? (capacity) : 1];                 \
        CT_ORDER_(T, __VA_ARGS__)                                                                  \
    }
/// Any sorted list of T in that order, its capacity erased.
#define CT_SORTED_LIST_VIEW(T, ...)                                                                \
    struct {                                                                                       \
        CT_VIEW_(T)                                                                                \
        void *links_;                                                                              \
        CT_ORDER_(T, __VA_ARGS__)                                                                  \
    }
#define ct_sorted_view(view_type, list) ((view_type){CT_VIEW_OF_(list), .links_ = (list)->links_})
/// A sorted list in an array of yours: static CT_SORTED_LIST_OVER(int, 8, CT_LEAST) l =
/// CT_SORTED_LIST_ON(array_of_8);
#define CT_SORTED_LIST_OVER(T, capacity, ...)                                                      \
    struct {                                                                                       \
        __typeof__(T) (*array_)[capacity], *slots_;                                                \
        uint32_t capacity_;                                                                        \
        CT_UINT_FOR(2u * (capacity) + 1u) state_[3], links_[capacity];                             \
        char width_[0];                                                                            \
        CT_ORDER_(T, __VA_ARGS__)                                                                  \
    }
#define CT_SORTED_LIST_ON(array)                                                                   \
    {.array_ = &(array), .slots_ = (array), .capacity_ = ct_count_(array)}

// The list without its elements. State: 0 head + 1 (0: empty), 1 first free slot, 2 length. The
// link of an element is the next one + 1 (0: end); free slots are linked as in blocks.h.
struct ct_links_ {
    void *state, *links;
    uint32_t capacity, width;
};
#define ct_links_of_(l)                                                                            \
    ((struct ct_links_){(l)->state_, (l)->links_, ct_capacity_(l), ct_width_(l)})
/// The element after `element` (a number + 1), or the first one after 0; 0 at the end.
ct_inline uint32_t ct_links_next_(struct ct_links_ list, uint32_t element) {
    return element ? ct_state_get_(list.links, list.width, element - 1)
                   : ct_state_get_(list.state, list.width, 0);
}
uint32_t ct_links_add_(struct ct_links_ list, uint32_t before);    // slot, linked in behind `before`
void ct_links_remove_(struct ct_links_ list, uint32_t before);     // what comes behind `before`
bool ct_links_find_(struct ct_links_ list, uint32_t element, uint32_t *before);

#define ct_sorted_length(list)   ct_state_get_((list)->state_, ct_width_(list), 2)
#define ct_sorted_capacity(list) ct_capacity_(list)
#define ct_sorted_is_empty(list) (ct_sorted_length(list) == 0u)
#define ct_sorted_is_full(list)  (ct_sorted_length(list) == ct_capacity_(list))

/// Adds a value at its place. CT_FULL.
#define ct_sorted_push(list, value) ct_result_(ct_sorted_push_(list, value))
#define ct_sorted_push_(list, value)                                                               \
    ({                                                                                             \
        __auto_type ct_l_ = (list);                                                                \
        bool const ct_room_ = !ct_sorted_is_full(ct_l_);                                           \
        ct_check_fits_(ct_l_->slots_[0], value);                                                   \
        if (ct_room_) {                                                                            \
            __typeof__(ct_l_->slots_[0]) ct_new_;                                                  \
            ct_set_(&ct_new_, value);                                                              \
            uint32_t ct_before_it_ = 0;                                                            \
            for (uint32_t ct_at_; (ct_at_ = ct_links_next_(ct_links_of_(ct_l_), ct_before_it_)) && \
                                  !ct_before_(ct_l_, &ct_new_, &ct_l_->slots_[ct_at_ - 1u]);       \
                 ct_before_it_ = ct_at_) {                                                         \
            }                                                                                      \
            uint32_t const ct_slot_ = ct_links_add_(ct_links_of_(ct_l_), ct_before_it_);           \
            ct_assign_(&ct_l_->slots_[ct_slot_], &ct_new_);                                        \
        }                                                                                          \
        ct_room_ ? CT_OK : CT_FULL;                                                                \
    })

/// Takes the first element into *into (T *). CT_EMPTY.
#define ct_sorted_pop(list, into) ct_result_(ct_sorted_pop_(list, into))
#define ct_sorted_pop_(list, into)                                                                 \
    ({                                                                                             \
        __auto_type ct_l_ = (list);                                                                \
        uint32_t const ct_head_ = ct_links_next_(ct_links_of_(ct_l_), 0);                          \
        if (ct_head_) {                                                                            \
            ct_take_(into, &ct_l_->slots_[ct_head_ - 1u]);                                         \
            ct_links_remove_(ct_links_of_(ct_l_), 0);                                              \
        }                                                                                          \
        ct_head_ ? CT_OK : CT_EMPTY;                                                               \
    })

/// The first element (T *), or NULL. Keys must not be changed in place.
#define ct_sorted_first(list)                                                                      \
    ({                                                                                             \
        __auto_type ct_l_ = (list);                                                                \
        uint32_t const ct_head_ = ct_links_next_(ct_links_of_(ct_l_), 0);                          \
        ct_head_ ? &ct_l_->slots_[ct_head_ - 1u] : NULL;                                           \
    })

/// Removes an element by its address (T *). CT_NOT_FOUND: it is not, or no longer, in the list.
#define ct_sorted_remove(list, element) ct_result_(ct_sorted_remove_(list, element))
#define ct_sorted_remove_(list, element)                                                           \
    ({                                                                                             \
        __auto_type ct_l_ = (list);                                                                \
        uint32_t ct_before_it_;                                                                    \
        uintptr_t const ct_offset_ = (uintptr_t)(element) - (uintptr_t)&ct_l_->slots_[0];          \
        bool const ct_found_ = ct_offset_ / sizeof(ct_l_->slots_[0]) < ct_capacity_(ct_l_) &&      \
                               ct_links_find_(ct_links_of_(ct_l_),                                 \
                                              (uint32_t)(ct_offset_ / sizeof(ct_l_->slots_[0])) +  \
                                                  1u,                                              \
                                              &ct_before_it_);                                     \
        if (ct_found_) ct_links_remove_(ct_links_of_(ct_l_), ct_before_it_);                       \
        ct_found_ ? CT_OK : CT_NOT_FOUND;                                                          \
    })

/// for (T *element: in order). The body may remove `element`, nothing else.
#define CT_SORTED_EACH(list, element)                                                              \
    for (uint32_t element##_at_ = ct_links_next_(ct_links_of_(list), 0),                           \
                  element##_then_ = 0;                                                             \
         element##_at_; element##_at_ = element##_then_)                                           \
        for (__typeof__(&(list)->slots_[0]) element =                                              \
                 (element##_then_ = ct_links_next_(ct_links_of_(list), element##_at_),             \
                 &(list)->slots_[element##_at_ - 1u]);                                             \
             element; element = NULL)

#endif
