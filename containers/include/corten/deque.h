// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A double-ended queue of up to N elements: add and take at both ends in constant time.
///
///     static CT_DEQUE(int, 5) jobs;                             // empty, in .bss
///     if (ct_deque_push_back(&jobs, 7)) drop();                 // CT_FULL: must be looked at
///     if (ct_deque_push_front(&jobs, 1)) drop();                // before all others
///     int job;
///     while (!ct_deque_pop_front(&jobs, &job)) work_on(job);    // 1, 7
///
/// Its invariant: `length` elements from `first` on, around the end of the slots.
///
///     slots   │ c │ d │   │ a │ b │       first 3, length 4: a b c d
///                           0   1         the index counts from the first
///
/// For one context at a time; between two contexts see spsc.h. An address stays valid as long as
/// the element is in the deque, ct_deque_make_contiguous() aside.
#ifndef CORTEN_DEQUE_H
#define CORTEN_DEQUE_H

#include <corten/container.h>
#include <corten/sequence.h>

/// A deque of up to `capacity` (1 … 0x7FFFFFFF) elements of type T. All zero is empty.
#define CT_DEQUE(T, capacity)                                                                      \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_(capacity)                                                               \
        CT_OWNER_(T, capacity, capacity, 2)                                                        \
        char only_a_deque_has_two_ends[0];                                                         \
    }
/// A deque in an array of yours: static CT_DEQUE_OVER(int) d = CT_DEQUE_ON(array);
#define CT_DEQUE_OVER(T)                                                                           \
    struct {                                                                                       \
        CT_OVER_(T, 2)                                                                             \
        char only_a_deque_has_two_ends[0];                                                         \
    }
#define CT_DEQUE_ON(array) CT_ON_(array)
/// Any deque of T, its capacity erased.
#define CT_DEQUE_VIEW(T)                                                                           \
    struct {                                                                                       \
        CT_VIEW_(T)                                                                                \
        char only_a_deque_has_two_ends[0];                                                         \
    }
#define ct_deque_view(view_type, deque) ((view_type){CT_VIEW_OF_(deque)})

#define ct_deque_first_(d)                                                                         \
    ((void)sizeof((d)->only_a_deque_has_two_ends), ct_state_get_((d)->state_, ct_width_(d), 0))
#define ct_deque_set_first_(d, n) ct_state_set_((d)->state_, ct_width_(d), 0, (n))
#define ct_deque_length(deque)    ct_state_get_((deque)->state_, ct_width_(deque), 1)
#define ct_deque_set_length_(d, n) ct_state_set_((d)->state_, ct_width_(d), 1, (n))
#define ct_deque_capacity(deque)  ct_capacity_(deque)
#define ct_deque_is_empty(deque)  (ct_deque_length(deque) == 0u)
#define ct_deque_is_full(deque)   (ct_deque_length(deque) == ct_capacity_(deque))

/// Appends a value, which is evaluated only when there is room. CT_FULL.
#define ct_deque_push_back(deque, value) ct_result_(ct_deque_push_back_(deque, value))
#define ct_deque_push_back_(deque, value)                                                          \
    ({                                                                                             \
        __auto_type ct_d_ = (deque);                                                               \
        ct_one_base_(ct_d_);                                                                       \
        uint32_t const ct_length_ = ct_deque_length(ct_d_);                                        \
        bool const ct_room_ = ct_length_ < ct_capacity_(ct_d_);                                    \
        if (ct_room_) {                                                                            \
            ct_put_(                                                                               \
                &ct_d_->slots_[ct_wrap(ct_deque_first_(ct_d_), ct_length_, ct_capacity_(ct_d_))],  \
                value);                                                                            \
            ct_deque_set_length_(ct_d_, ct_length_ + 1u);                                          \
        }                                                                                          \
        ct_room_ ? CT_OK : CT_FULL;                                                                \
    })

/// Puts a value before all others; it is evaluated only when there is room. CT_FULL.
#define ct_deque_push_front(deque, value) ct_result_(ct_deque_push_front_(deque, value))
#define ct_deque_push_front_(deque, value)                                                         \
    ({                                                                                             \
        __auto_type ct_d_ = (deque);                                                               \
        ct_one_base_(ct_d_);                                                                       \
        uint32_t const ct_length_ = ct_deque_length(ct_d_);                                        \
        bool const ct_room_ = ct_length_ < ct_capacity_(ct_d_);                                    \
        if (ct_room_) {                                                                            \
            uint32_t const ct_first_ =                                                             \
                ct_wrap_back(ct_deque_first_(ct_d_), 1u, ct_capacity_(ct_d_));                     \
            ct_put_(&ct_d_->slots_[ct_first_], value);                                             \
            ct_deque_set_first_(ct_d_, ct_first_);                                                 \
            ct_deque_set_length_(ct_d_, ct_length_ + 1u);                                          \
        }                                                                                          \
        ct_room_ ? CT_OK : CT_FULL;                                                                \
    })

/// Takes the first element into *into (T *). CT_EMPTY.
#define ct_deque_pop_front(deque, into) ct_result_(ct_deque_pop_front_(deque, into))
#define ct_deque_pop_front_(deque, into)                                                           \
    ({                                                                                             \
        __auto_type ct_d_ = (deque);                                                               \
        ct_one_base_(ct_d_);                                                                       \
        uint32_t const ct_length_ = ct_deque_length(ct_d_);                                        \
        if (ct_length_) {                                                                          \
            uint32_t const ct_first_ = ct_deque_first_(ct_d_);                                     \
            ct_take_(into, &ct_d_->slots_[ct_first_]);                                             \
            ct_deque_set_first_(ct_d_, ct_wrap(ct_first_, 1u, ct_capacity_(ct_d_)));               \
            ct_deque_set_length_(ct_d_, ct_length_ - 1u);                                          \
        }                                                                                          \
        ct_length_ ? CT_OK : CT_EMPTY;                                                             \
    })

/// Takes the last element into *into (T *). CT_EMPTY.
#define ct_deque_pop_back(deque, into) ct_result_(ct_deque_pop_back_(deque, into))
#define ct_deque_pop_back_(deque, into)                                                            \
    ({                                                                                             \
        __auto_type ct_d_ = (deque);                                                               \
        ct_one_base_(ct_d_);                                                                       \
        uint32_t const ct_length_ = ct_deque_length(ct_d_);                                        \
        if (ct_length_) {                                                                          \
            ct_take_(into, &ct_d_->slots_[ct_wrap(ct_deque_first_(ct_d_), ct_length_ - 1u,         \
                                                  ct_capacity_(ct_d_))]);                          \
            ct_deque_set_length_(ct_d_, ct_length_ - 1u);                                          \
        }                                                                                          \
        ct_length_ ? CT_OK : CT_EMPTY;                                                             \
    })

/// The element at an index from the first on (T *), or NULL.
#define ct_deque_get(deque, index)                                                                 \
    ({                                                                                             \
        __auto_type ct_d_ = (deque);                                                               \
        uint32_t const ct_index_ = (index);                                                        \
        ct_index_ < ct_deque_length(ct_d_)                                                         \
            ? &ct_d_->slots_[ct_wrap(ct_deque_first_(ct_d_), ct_index_, ct_capacity_(ct_d_))]      \
            : NULL;                                                                                \
    })
/// The element at an index, to be read or assigned. Panics when there is none.
#define ct_deque_at(deque, index)                                                                  \
    (*({                                                                                           \
        __auto_type const ct_element_ = ct_deque_get(deque, index);                                \
        CT_REQUIRE(ct_element_ != NULL, "the index is beyond the deque's end");                    \
        ct_element_;                                                                               \
    }))
/// The first and the last element (T *), or NULL.
#define ct_deque_first(deque) ct_deque_get(deque, 0u)
#define ct_deque_last(deque)  ct_deque_get(deque, ct_deque_length(deque) - 1u)

#define ct_deque_clear(deque) ct_deque_set_length_(deque, 0u)

/// The elements in two pieces, each in one run: *count of them from the result (T *) on.
/// piece 0 is the older one, piece 1 may be of 0 elements.
#define ct_deque_piece(deque, piece, count)                                                        \
    ({                                                                                             \
        __auto_type ct_d_ = (deque);                                                               \
        uint32_t const ct_run_ = ct_first_run(ct_deque_first_(ct_d_), ct_deque_length(ct_d_),      \
                                              ct_capacity_(ct_d_));                                \
        bool const ct_second_ = (piece) != 0;                                                      \
        *(count) = ct_second_ ? ct_deque_length(ct_d_) - ct_run_ : ct_run_;                        \
        &ct_d_->slots_[ct_second_ ? 0u : ct_deque_first_(ct_d_)];                                  \
    })

/// Moves the elements so that they lie in one piece, from the result (T *) on.
#define ct_deque_make_contiguous(deque)                                                            \
    ({                                                                                             \
        __auto_type ct_d_ = (deque);                                                               \
        ct_deque_rotate_(&ct_d_->slots_[0], ct_capacity_(ct_d_), sizeof(ct_d_->slots_[0]),         \
                         ct_deque_first_(ct_d_));                                                  \
        ct_deque_set_first_(ct_d_, 0u);                                                            \
        &ct_d_->slots_[0];                                                                         \
    })
void ct_deque_rotate_(void *slots, uint32_t capacity, size_t size, uint32_t first);

/// for (T *element: the elements, first to last). The deque must not change meanwhile.
#define CT_DEQUE_EACH(deque, element)                                                              \
    for (uint32_t element##_index_ = 0, element##_once_ = 1; element##_once_; element##_once_ = 0) \
        for (__typeof__(&(deque)->slots_[0]) element;                                              \
             (element = ct_deque_get(deque, element##_index_)) != NULL; element##_index_++)

#endif
