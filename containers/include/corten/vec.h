// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A vector of up to N elements in an array: the list to take unless there is a reason for another.
///
///     typedef CT_VEC(uint8_t, 32) packet;
///     static packet p;                                          // empty, in .bss
///     if (ct_vec_push(&p, 0x7E)) drop();                        // CT_FULL: must be looked at
///     ct_vec_at(&p, 0) = 0x7F;                                  // panics when there is no element 0
///     CT_VEC_EACH(&p, byte) sum += *byte;
///
/// Its invariant: the first `length` slots are elements, in order.
///
///     slots   │ a │ b │ c │   │   │       length 3 ≤ capacity 5
///               0   1   2
///
/// Any vector of bytes, whatever its capacity:
///
///     typedef CT_VEC_VIEW(uint8_t) bytes;
///     void append_checksum(bytes to) { if (ct_vec_push(&to, sum)) drop(); }
///     append_checksum(ct_vec_view(bytes, &p));
///
/// For one context at a time. An element's index and address change when one before it is
/// inserted or removed.
#ifndef CORTEN_VEC_H
#define CORTEN_VEC_H

#include <corten/container.h>
#include <corten/sequence.h>

/// A vector of up to `capacity` (1 … 0x7FFFFFFF) elements of type T. All zero is empty.
#define CT_VEC(T, capacity)                                                                        \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_(capacity)                                                               \
        CT_OWNER_(T, capacity, capacity, 1)                                                        \
    }
/// A vector in an array of yours: static CT_VEC_OVER(int) v = CT_VEC_ON(array);
#define CT_VEC_OVER(T)                                                                             \
    struct {                                                                                       \
        CT_OVER_(T, 1)                                                                             \
    }
#define CT_VEC_ON(array) CT_ON_(array)
/// Any vector of T, its capacity erased.
#define CT_VEC_VIEW(T)                                                                             \
    struct {                                                                                       \
        CT_VIEW_(T)                                                                                \
    }
#define ct_vec_view(view_type, vec) ((view_type){CT_VIEW_OF_(vec)})
/// Static initialiser with elements: static packet p = CT_VEC_OF(3, 1, 2, 3);
#define CT_VEC_OF(count, ...) {.slots_ = {__VA_ARGS__}, .state_ = {count}}

#define ct_vec_length(vec)   ct_state_get_((vec)->state_, ct_width_(vec), 0)
#define ct_vec_capacity(vec) ct_capacity_(vec)
#define ct_vec_is_empty(vec) (ct_vec_length(vec) == 0u)
#define ct_vec_is_full(vec)  (ct_vec_length(vec) == ct_capacity_(vec))
#define ct_vec_set_length_(vec, length)                                                            \
    ct_state_set_((vec)->state_, ct_width_(vec), 0, (length))

/// The elements (T *), ct_vec_length() of them, in one piece.
#define ct_vec_data(vec) (&(vec)->slots_[0])

/// Appends a value, which is evaluated only when there is room. CT_FULL.
#define ct_vec_push(vec, value) ct_result_(ct_vec_push_(vec, value))
#define ct_vec_push_(vec, value)                                                                   \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        ct_one_base_(ct_v_);                                                                       \
        uint32_t const ct_length_ = ct_vec_length(ct_v_);                                          \
        bool const ct_room_ = ct_length_ < ct_capacity_(ct_v_);                                    \
        if (ct_room_) {                                                                            \
            ct_put_(&ct_v_->slots_[ct_length_], value);                                            \
            ct_vec_set_length_(ct_v_, ct_length_ + 1u);                                            \
        }                                                                                          \
        ct_room_ ? CT_OK : CT_FULL;                                                                \
    })

/// Takes the last element into *into (T *). CT_EMPTY.
#define ct_vec_pop(vec, into) ct_result_(ct_vec_pop_(vec, into))
#define ct_vec_pop_(vec, into)                                                                     \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        ct_one_base_(ct_v_);                                                                       \
        uint32_t const ct_length_ = ct_vec_length(ct_v_);                                          \
        if (ct_length_) {                                                                          \
            ct_take_(into, &ct_v_->slots_[ct_length_ - 1u]);                                       \
            ct_vec_set_length_(ct_v_, ct_length_ - 1u);                                            \
        }                                                                                          \
        ct_length_ ? CT_OK : CT_EMPTY;                                                             \
    })

/// The element at an index, to be read or assigned. Panics when there is none.
#define ct_vec_at(vec, index)                                                                      \
    (*({                                                                                           \
        __auto_type ct_v_ = (vec);                                                                 \
        uint32_t const ct_index_ = (index);                                                        \
        CT_REQUIRE(ct_index_ < ct_vec_length(ct_v_), "the index is beyond the vector's end");      \
        &ct_v_->slots_[ct_index_];                                                                 \
    }))
/// The element at an index (T *), or NULL.
#define ct_vec_get(vec, index)                                                                     \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        uint32_t const ct_index_ = (index);                                                        \
        ct_index_ < ct_vec_length(ct_v_) ? &ct_v_->slots_[ct_index_] : NULL;                       \
    })
/// The first and the last element (T *), or NULL.
#define ct_vec_first(vec) ct_vec_get(vec, 0)
#define ct_vec_last(vec)                                                                           \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        uint32_t const ct_length_ = ct_vec_length(ct_v_);                                          \
        ct_length_ ? &ct_v_->slots_[ct_length_ - 1u] : NULL;                                       \
    })

/// Inserts a value before index (0 … length), moving those behind it up. It is evaluated first
/// moved into place last, so it may be one of the elements. CT_FULL, CT_OUT_OF_RANGE.
#define ct_vec_insert(vec, index, value) ct_result_(ct_vec_insert_at_(vec, index, value))
#define ct_vec_insert_at_(vec, index, value)                                                       \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        uint32_t const ct_index_ = (index);                                                        \
        ct_check_fits_(ct_v_->slots_[0], value);                                                   \
        __typeof__(ct_v_->slots_[0]) ct_new_;                                                      \
        ct_set_(&ct_new_, value);                                                                  \
        ct_vec_insert_(ct_slice_of_(ct_v_), ct_index_, &ct_new_);                                  \
    })

/// Takes the element at index into *into, moving those behind it down. CT_OUT_OF_RANGE.
#define ct_vec_remove(vec, index, into) ct_result_(ct_vec_remove_at_(vec, index, into))
#define ct_vec_remove_at_(vec, index, into)                                                        \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        uint32_t const ct_index_ = (index);                                                        \
        bool const ct_there_ = ct_index_ < ct_vec_length(ct_v_);                                   \
        if (ct_there_) {                                                                           \
            ct_take_(into, &ct_v_->slots_[ct_index_]);                                             \
            (void)ct_vec_erase_(ct_slice_of_(ct_v_), ct_index_, 1);                                \
        }                                                                                          \
        ct_there_ ? CT_OK : CT_OUT_OF_RANGE;                                                       \
    })

/// Takes the element at index into *into and puts the last one in its place: constant time, the
/// order is lost. CT_OUT_OF_RANGE.
#define ct_vec_swap_remove(vec, index, into) ct_result_(ct_vec_swap_remove_(vec, index, into))
#define ct_vec_swap_remove_(vec, index, into)                                                      \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        uint32_t const ct_index_ = (index), ct_length_ = ct_vec_length(ct_v_);                     \
        bool const ct_there_ = ct_index_ < ct_length_;                                             \
        if (ct_there_) {                                                                           \
            ct_take_(into, &ct_v_->slots_[ct_index_]);                                             \
            ct_assign_(&ct_v_->slots_[ct_index_], &ct_v_->slots_[ct_length_ - 1u]);                \
            ct_vec_set_length_(ct_v_, ct_length_ - 1u);                                            \
        }                                                                                          \
        ct_there_ ? CT_OK : CT_OUT_OF_RANGE;                                                       \
    })

/// Removes `count` elements from index on. CT_OUT_OF_RANGE: not all of them are there.
#define ct_vec_erase(vec, index, count)                                                            \
    ct_result_(ct_vec_erase_(ct_slice_of_(vec), (index), (count)))

/// Shortens to `length`; a longer one changes nothing.
#define ct_vec_truncate(vec, length)                                                               \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        ct_vec_set_length_(ct_v_, ct_least((length), ct_vec_length(ct_v_)));                       \
    })
#define ct_vec_clear(vec) ct_vec_set_length_(vec, 0u)

/// Shortens to `length`, or lengthens with copies of value. CT_FULL.
#define ct_vec_resize(vec, length, value) ct_result_(ct_vec_resize_to_(vec, length, value))
#define ct_vec_resize_to_(vec, length, value)                                                      \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        uint32_t const ct_wanted_ = (length);                                                      \
        ct_check_fits_(ct_v_->slots_[0], value);                                                   \
        __typeof__(ct_v_->slots_[0]) ct_new_;                                                      \
        ct_set_(&ct_new_, value);                                                                  \
        ct_vec_resize_(ct_slice_of_(ct_v_), ct_wanted_, &ct_new_);                                 \
    })

/// Appends `count` elements of an array (which may be the vector's own): all, or none and CT_FULL.
#define ct_vec_extend(vec, from, count) ct_result_(ct_vec_extend_from_(vec, from, count))
#define ct_vec_extend_from_(vec, from, count)                                                      \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        const __typeof__(ct_v_->slots_[0]) *const ct_from_ = (from);                               \
        ct_vec_extend_(ct_slice_of_(ct_v_), ct_from_, (count));                                    \
    })

/// Keeps the elements for which `condition`, an expression with `element` (T *), is true; order
/// stays: ct_vec_retain(&v, e, *e != 0).
#define ct_vec_retain(vec, element, condition)                                                     \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        uint32_t const ct_length_ = ct_vec_length(ct_v_);                                          \
        uint32_t ct_kept_ = 0;                                                                     \
        for (uint32_t ct_i_ = 0; ct_i_ < ct_length_; ct_i_++) {                                    \
            __typeof__(&ct_v_->slots_[0]) const element = &ct_v_->slots_[ct_i_];                   \
            if (!(condition)) continue;                                                            \
            if (ct_kept_ != ct_i_)                                                                 \
                ct_assign_(&ct_v_->slots_[ct_kept_], element);                                     \
            ct_kept_++;                                                                            \
        }                                                                                          \
        ct_vec_set_length_(ct_v_, ct_kept_);                                                       \
    })

/// A slice: elements from index on as a view, which may be written and shortened, and grown up to
/// `count`. Panics when they are not all there. typedef CT_VEC_OVER(T) is the type to assign to.
#define ct_vec_slice(slice_type, vec, index, count)                                                \
    ({                                                                                             \
        __auto_type ct_v_ = (vec);                                                                 \
        uint32_t const ct_index_ = (index), ct_count_of_ = (count);                                \
        CT_REQUIRE(ct_range_fits(ct_index_, ct_count_of_, ct_vec_length(ct_v_)),                   \
                   "the slice is beyond the vector's end");                                        \
        (slice_type){.slots_ = &ct_v_->slots_[0] + ct_index_,                                      \
                     .capacity_ = ct_count_of_,                                                    \
                     .state_ = {ct_count_of_}};                                                    \
    })

/// for (T *element: the elements, first to last). The vector must not change its length meanwhile.
#define CT_VEC_EACH(vec, element)                                                                  \
    for (__typeof__(&(vec)->slots_[0]) element = &(vec)->slots_[0],                                \
                                       element##_end_ = element + ct_vec_length(vec);              \
         element != element##_end_; element++)

// A vector of any element type, for the functions that move elements (vec.c).
struct ct_slice_ {
    void *slots, *state;
    uint32_t capacity, width, size;
};
#define ct_slice_of_(v)                                                                            \
    ((struct ct_slice_){&(v)->slots_[0], (v)->state_, ct_capacity_(v), ct_width_(v),               \
                        (uint32_t)sizeof((v)->slots_[0])})
enum ct_error ct_vec_insert_(struct ct_slice_ vec, uint32_t index, const void *element);
enum ct_error ct_vec_erase_(struct ct_slice_ vec, uint32_t index, uint32_t count);
enum ct_error ct_vec_resize_(struct ct_slice_ vec, uint32_t length, const void *element);
enum ct_error ct_vec_extend_(struct ct_slice_ vec, const void *from, uint32_t count);

#endif
