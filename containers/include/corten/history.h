// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The last N elements: a write never fails, it overwrites the oldest.
///
///     static CT_HISTORY(int16_t, 8) temperatures;               // empty, in .bss
///     ct_history_write(&temperatures, 215);
///     int32_t sum = 0;
///     CT_HISTORY_EACH(&temperatures, t) sum += *t;              // oldest to newest
///     int16_t mean = (int16_t)(sum / (int32_t)ct_history_length(&temperatures));
///
/// Its invariant: `length` elements before `next`, around the end of the slots.
///
///     slots   │ f │ g │ c │ d │ e │       next 2, length 5: c d e f g
///
/// For one context at a time.
#ifndef CORTEN_HISTORY_H
#define CORTEN_HISTORY_H

#include <corten/container.h>
#include <corten/sequence.h>

/// The last `capacity` (1 … 0x7FFFFFFF) elements of type T. All zero is empty.
#define CT_HISTORY(T, capacity)                                                                    \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_(capacity)                                                               \
        CT_OWNER_(T, capacity, capacity, 2)                                                        \
        char only_a_history_overwrites[0];                                                         \
    }
/// A history in an array of yours: static CT_HISTORY_OVER(int) h = CT_HISTORY_ON(array);
#define CT_HISTORY_OVER(T)                                                                         \
    struct {                                                                                       \
        CT_OVER_(T, 2)                                                                             \
        char only_a_history_overwrites[0];                                                         \
    }
#define CT_HISTORY_ON(array) CT_ON_(array)
/// Any history of T, its capacity erased.
#define CT_HISTORY_VIEW(T)                                                                         \
    struct {                                                                                       \
        CT_VIEW_(T)                                                                                \
        char only_a_history_overwrites[0];                                                         \
    }
#define ct_history_view(view_type, history) ((view_type){CT_VIEW_OF_(history)})

#define ct_history_next_(h)                                                                        \
    ((void)sizeof((h)->only_a_history_overwrites), ct_state_get_((h)->state_, ct_width_(h), 0))
#define ct_history_length(history)   ct_state_get_((history)->state_, ct_width_(history), 1)
#define ct_history_capacity(history) ct_capacity_(history)
#define ct_history_is_empty(history) (ct_history_length(history) == 0u)
#define ct_history_is_full(history)  (ct_history_length(history) == ct_capacity_(history))
#define ct_history_clear(history)    ct_state_set_((history)->state_, ct_width_(history), 1, 0u)

/// Adds a value; when all slots are used, the oldest element makes room.
#define ct_history_write(history, value)                                                           \
    ({                                                                                             \
        __auto_type ct_h_ = (history);                                                             \
        ct_one_base_(ct_h_);                                                                       \
        uint32_t const ct_next_ = ct_history_next_(ct_h_);                                         \
        uint32_t const ct_length_ = ct_history_length(ct_h_);                                      \
        ct_put_(&ct_h_->slots_[ct_next_], value);                                                  \
        ct_state_set_(ct_h_->state_, ct_width_(ct_h_), 0,                                          \
                      ct_wrap(ct_next_, 1u, ct_capacity_(ct_h_)));                                 \
        if (ct_length_ < ct_capacity_(ct_h_))                                                      \
            ct_state_set_(ct_h_->state_, ct_width_(ct_h_), 1, ct_length_ + 1u);                    \
    })

/// The element at an index, 0 is the oldest (T *), or NULL.
#define ct_history_get(history, index)                                                             \
    ({                                                                                             \
        __auto_type ct_h_ = (history);                                                             \
        uint32_t const ct_index_ = (index), ct_length_ = ct_history_length(ct_h_);                 \
        ct_index_ < ct_length_                                                                     \
            ? &ct_h_->slots_[ct_wrap_back(ct_history_next_(ct_h_), ct_length_ - ct_index_,         \
                                          ct_capacity_(ct_h_))]                                    \
            : NULL;                                                                                \
    })
/// The oldest and the newest element (T *), or NULL.
#define ct_history_oldest(history) ct_history_get(history, 0u)
#define ct_history_newest(history) ct_history_get(history, ct_history_length(history) - 1u)

/// for (T *element: oldest to newest). Nothing must be written meanwhile.
#define CT_HISTORY_EACH(history, element)                                                          \
    for (uint32_t element##_index_ = 0, element##_once_ = 1; element##_once_; element##_once_ = 0) \
        for (__typeof__(&(history)->slots_[0]) element;                                            \
             (element = ct_history_get(history, element##_index_)) != NULL; element##_index_++)

#endif
