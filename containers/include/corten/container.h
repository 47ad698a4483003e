// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What all containers have in common. Users include the header of a container, not this one.
///
/// Every container comes in three forms, and every operation takes a pointer to any of them:
///
///     static CT_VEC(T, N) vec;                          // owns N slots; all zero is empty: .bss
///     static CT_VEC_OVER(T) over = CT_VEC_ON(array);    // works on an array of yours
///     typedef CT_VEC_VIEW(T) view;                      // refers to one of the above,
///     use(ct_vec_view(view, &vec));                     // its capacity erased
///
/// The three have members of the same names. An owner's `slots_` is an array and a view's is a
/// pointer, both decay to `T *`, and so the operations are written once. Numbers (lengths,
/// indices) are in `state_`, in the smallest type that holds the capacity; `width_` tells a view
/// how wide they are. Members that a form does not need have size 0.
///
/// An operation is a macro that adds the element's type and the slot's access around plain
/// functions over integers, which compute where the slot is. Its arguments are evaluated once; a
/// value that is put in is evaluated only when there is room for it.
#ifndef CORTEN_CONTAINER_H
#define CORTEN_CONTAINER_H

#include <corten/assert.h>
#include <corten/compiler.h>
#include <corten/error.h>

/// The smallest unsigned type that holds 0 … limit (a constant).
#define CT_UINT_FOR(limit)                                                                         \
    __typeof__(__builtin_choose_expr(                                                              \
        (limit) <= 0xFF, (uint8_t)0,                                                               \
        __builtin_choose_expr((limit) <= 0xFFFF, (uint16_t)0, (uint32_t)0)))

// The two mistakes in a capacity, each a sentence.
#define CT_CHECK_CAPACITY_(capacity)                                                               \
    _Static_assert((capacity) > 0, "a container needs room for at least one element");             \
    _Static_assert((capacity) <= 0x7FFFFFFF, "the capacity is beyond the largest index type");

// An array, not a pointer and nothing else. The comma makes an array decay and promotes nothing.
#define ct_is_array_(x) (!__builtin_types_compatible_p(__typeof__(x), __typeof__(((void)0, (x)))))

// 1 integer, 5 pointer or array, 8 floating, 12 struct, 13 union: GCC's numbers, Clang's too.
#define ct_kind_(x)       __builtin_classify_type(x)
#define ct_pointer_of_(x) __builtin_choose_expr(ct_kind_(x) == 5, (x), (void *)0)
#define ct_is_void_pointer_(x)                                                                     \
    __builtin_types_compatible_p(__typeof__(*ct_pointer_of_(x)), void)

// May `value` be assigned to `element`? As C says for numbers, but a fraction is not cut off and
// a pointer is not reinterpreted. A struct of another type is the compiler's own error.
#define ct_fits_(element, value)                                                                   \
    (ct_is_array_(element) ? __builtin_types_compatible_p(__typeof__(element), __typeof__(value))  \
     : ct_kind_(element) == 5 ? ct_fits_pointer_(element, value) : ct_fits_number_(element, value))
#define ct_fits_pointer_(element, value)                                                           \
    (ct_kind_(value) == 5 && (ct_is_void_pointer_(element) || ct_is_void_pointer_(value) ||        \
                              __builtin_types_compatible_p(__typeof__(*ct_pointer_of_(element)),   \
                                                           __typeof__(*ct_pointer_of_(value)))))
#define ct_fits_number_(element, value)                                                            \
    (ct_kind_(element) == ct_kind_(value) || (ct_kind_(element) == 8 && ct_kind_(value) == 1))

#define ct_check_fits_(element, value)                                                             \
    _Static_assert(ct_fits_(element, value), "the value is not of the container's element type")
#define ct_check_same_(a, b)                                                                       \
    _Static_assert(__builtin_types_compatible_p(__typeof__(a), __typeof__(b)),                     \
                   "the object is not of the container's element type")

// *slot = value, for arrays too. No temporary: the value is evaluated into the slot.
#define ct_put_(slot, value)                                                                       \
    do {                                                                                           \
        ct_check_fits_(*(slot), value);                                                            \
        ct_set_(slot, value);                                                                      \
    } while (0)
#define ct_set_(slot, value)                                                                       \
    do {                                                                                           \
        const void *ct_array_ = 0;                                                                 \
        *__builtin_choose_expr(ct_is_array_(*(slot)), &ct_array_, (slot)) = (value);               \
        if (ct_is_array_(*(slot))) __builtin_memcpy((slot), ct_array_, sizeof *(slot));            \
    } while (0)

// The type of a variable that holds a value for a slot until ct_set_(): an array's address.
#define ct_held_type_(slot)                                                                        \
    __typeof__(*__builtin_choose_expr(ct_is_array_(slot), (const void **)0, &(slot)))

// *to = *from, for arrays too. An assignment where C has one: with -Os a Cortex-M0 would call
// memcpy() for a word.
#define ct_assign_(to, from)                                                                       \
    do {                                                                                           \
        const void *ct_none_ = 0;                                                                  \
        *__builtin_choose_expr(ct_is_array_(*(to)), &ct_none_, (to)) =                             \
            *__builtin_choose_expr(ct_is_array_(*(to)), &ct_none_, (from));                        \
        if (ct_is_array_(*(to))) __builtin_memmove((to), (from), sizeof *(to));                    \
    } while (0)

// *into = *slot, into an object of the caller's.
#define ct_take_(into, slot)                                                                       \
    do {                                                                                           \
        __typeof__(*(slot)) *ct_into_ = (into);                                                    \
        ct_check_fits_(ct_into_, into);                                                            \
        ct_assign_(ct_into_, (slot));                                                              \
    } while (0)

// The container's address in one register: without it GCC loads one literal for the slots and
// another for the state. Emits nothing.
#define ct_one_base_(pointer) __asm__("" : "+r"(pointer))

// The result of an operation: dropping it warns.
ct_inline CT_MUST_USE enum ct_error ct_result_(enum ct_error error) { return error; }
ct_inline CT_MUST_USE uint32_t ct_result_count_(uint32_t count) { return count; }

// The three forms' members. `count` numbers of state, each up to `limit`.
#define CT_OWNER_(T, capacity, limit, count)                                                       \
    __typeof__(T) slots_[(capacity) > 0 ? (capacity) : 1];                                         \
    CT_UINT_FOR(limit) state_[count];                                                              \
    char capacity_[0], width_[0];
#define CT_OVER_(T, count)                                                                         \
    __typeof__(T) *slots_;                                                                         \
    uint32_t capacity_, state_[count];                                                             \
    char width_[0];
#define CT_VIEW_(T)                                                                                \
    __typeof__(T) *slots_;                                                                         \
    uint32_t capacity_;                                                                            \
    uint8_t *state_;                                                                               \
    uint32_t width_;
#define CT_ON_(array)      {.slots_ = (array), .capacity_ = ct_count_(array)}
#define CT_VIEW_OF_(c)                                                                             \
    .slots_ = (c)->slots_, .capacity_ = ct_capacity_(c), .state_ = (void *)(c)->state_,                    \
    .width_ = ct_width_(c)
// The number of elements of an array: a pointer does not tell, and must not get here.
#define ct_count_(array)                                                                           \
    (sizeof(array) / sizeof((array)[0]) +                                                          \
     0 * sizeof(struct { _Static_assert(ct_is_array_(array), "storage must be an array"); int i; }))

// Capacity and width: constants for an owner, members of the other forms.
#define ct_capacity_(c)                                                                            \
    ((uint32_t)__builtin_choose_expr(ct_is_array_((c)->slots_),                                    \
                                     sizeof((c)->slots_) * 1u / sizeof((c)->slots_[0]),            \
                                     (c)->capacity_))
#define ct_width_(c)                                                                               \
    ((uint32_t)__builtin_choose_expr(ct_is_array_((c)->state_),                                    \
                                     sizeof((c)->state_[0]), (c)->width_))

/// Number of state, of a known width. Not shared with other contexts: see shared.h.
ct_inline uint32_t ct_state_get_(const void *state, uint32_t width, uint32_t which) {
    switch (width) {
    case 1: return ((const uint8_t *)state)[which];
    case 2: return ((const uint16_t *)state)[which];
    default: return ((const uint32_t *)state)[which];
    }
}

ct_inline void ct_state_set_(void *state, uint32_t width, uint32_t which, uint32_t value) {
    switch (width) {
    case 1: ((uint8_t *)state)[which] = (uint8_t)value; break;
    case 2: ((uint16_t *)state)[which] = (uint16_t)value; break;
    default: ((uint32_t *)state)[which] = value; break;
    }
}

#endif
