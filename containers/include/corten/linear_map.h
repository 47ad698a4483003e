// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A map of up to N entries that is searched from end to end: smallest and, up to a dozen
/// entries, fastest.
///
///     static CT_LINEAR_MAP(uint8_t, float, 6) limits;                       // empty, in .bss
///     if (ct_linear_map_insert(&limits, 3, 4.5f)) drop();                   // CT_FULL
///     float *limit = ct_linear_map_get(&limits, 3);                         // NULL: no such key
///     CT_LINEAR_MAP_EACH(&limits, e) use(e->key, e->value);
///
/// Its invariant: the first `length` slots are entries, no two of the same key, in no order.
///
///     slots   │ 3: 4.5 │ 9: 0.1 │        │
///
/// Keys are compared as hash.h says, or by a function that comes last: bool same(const K *,
/// const K *). For one context at a time.
#ifndef CORTEN_LINEAR_MAP_H
#define CORTEN_LINEAR_MAP_H

#include <corten/hash.h>

/// A map of up to `capacity` (1 … 0x7FFFFFFF) entries. All zero is empty.
#define CT_LINEAR_MAP(K, V, capacity) CT_LINEAR_MAP_OF(CT_MAP_ENTRY(K, V), capacity)
/// The same of an entry type that has a name (typedef CT_MAP_ENTRY(K, V) …), for views.
#define CT_LINEAR_MAP_OF(entry, capacity)                                                          \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_(capacity)                                                               \
        CT_OWNER_(entry, capacity, capacity, 1)                                                    \
    }
/// A map in an array of entries of yours; any map of such entries.
#define CT_LINEAR_MAP_OVER(entry)                                                                  \
    struct {                                                                                       \
        CT_OVER_(entry, 1)                                                                         \
    }
#define CT_LINEAR_MAP_ON(array) CT_ON_(array)
#define CT_LINEAR_MAP_VIEW(entry)                                                                  \
    struct {                                                                                       \
        CT_VIEW_(entry)                                                                            \
    }
#define ct_linear_map_view(view_type, map) ((view_type){CT_VIEW_OF_(map)})

#define ct_linear_map_length(map)   ct_state_get_((map)->state_, ct_width_(map), 0)
#define ct_linear_map_capacity(map) ct_capacity_(map)
#define ct_linear_map_is_empty(map) (ct_linear_map_length(map) == 0u)
#define ct_linear_map_clear(map)    ct_state_set_((map)->state_, ct_width_(map), 0, 0u)

// Number of the entry with the key at `key_at`, or the length.
#define ct_linear_map_find_(map, key_at, ...)                                                      \
    ({                                                                                             \
        uint32_t const ct_entries_ = ct_linear_map_length(map);                                    \
        uint32_t ct_at_ = 0;                                                                       \
        while (ct_at_ < ct_entries_ &&                                                             \
               !(ct_same_key_((const __typeof__((map)->slots_[0].key) *)&(map)->slots_[ct_at_].key,\
                              (const __typeof__((map)->slots_[0].key) *)(key_at), ##__VA_ARGS__))) \
            ct_at_++;                                                                              \
        ct_at_;                                                                                    \
    })
#define ct_same_key_(a, b, ...)        ct_same_with_(a, b, ##__VA_ARGS__, ct_equal_own_)
#define ct_same_with_(a, b, equal, ...) (equal(a, b))

/// Sets the value of a key, new or not. CT_FULL.
#define ct_linear_map_insert(map, key_, ...) ct_result_(ct_linear_map_insert_(map, key_, __VA_ARGS__))
#define ct_linear_map_insert_(map, key_, value_, ...)                                              \
    ({                                                                                             \
        __auto_type ct_m_ = (map);                                                                 \
        ct_check_fits_(ct_m_->slots_[0].key, key_);                                                \
        ct_check_fits_(ct_m_->slots_[0].value, value_);                                            \
        __typeof__(ct_m_->slots_[0].key) ct_key_of_it_;                                            \
        ct_set_(&ct_key_of_it_, key_);                                                             \
        uint32_t const ct_it_ = ct_linear_map_find_(ct_m_, &ct_key_of_it_, ##__VA_ARGS__);         \
        bool const ct_new_ = ct_it_ == ct_linear_map_length(ct_m_);                                \
        bool const ct_room_ = !ct_new_ || ct_it_ < ct_capacity_(ct_m_);                            \
        if (ct_room_) {                                                                            \
            ct_set_(&ct_m_->slots_[ct_it_].value, value_);                                         \
            if (ct_new_) {                                                                         \
                ct_assign_(&ct_m_->slots_[ct_it_].key, &ct_key_of_it_);                            \
                ct_state_set_(ct_m_->state_, ct_width_(ct_m_), 0, ct_it_ + 1u);                    \
            }                                                                                      \
        }                                                                                          \
        ct_room_ ? CT_OK : CT_FULL;                                                                \
    })

/// The value of a key (V *), or NULL.
#define ct_linear_map_get(map, key_, ...)                                                          \
    ({                                                                                             \
        __auto_type ct_m_ = (map);                                                                 \
        ct_check_fits_(ct_m_->slots_[0].key, key_);                                                \
        __typeof__(ct_m_->slots_[0].key) ct_key_of_it_;                                            \
        ct_set_(&ct_key_of_it_, key_);                                                             \
        uint32_t const ct_it_ = ct_linear_map_find_(ct_m_, &ct_key_of_it_, ##__VA_ARGS__);         \
        ct_it_ < ct_linear_map_length(ct_m_) ? &ct_m_->slots_[ct_it_].value : NULL;                \
    })

/// Removes a key. CT_NOT_FOUND.
#define ct_linear_map_remove(map, ...) ct_result_(ct_linear_map_remove_(map, __VA_ARGS__))
#define ct_linear_map_remove_(map, key_, ...)                                                      \
    ({                                                                                             \
        __auto_type ct_m_ = (map);                                                                 \
        ct_check_fits_(ct_m_->slots_[0].key, key_);                                                \
        __typeof__(ct_m_->slots_[0].key) ct_key_of_it_;                                            \
        ct_set_(&ct_key_of_it_, key_);                                                             \
        uint32_t const ct_last_ = ct_linear_map_length(ct_m_) - 1u;                                \
        uint32_t const ct_it_ = ct_linear_map_find_(ct_m_, &ct_key_of_it_, ##__VA_ARGS__);         \
        bool const ct_found_ = ct_it_ <= ct_last_ && ct_last_ != UINT32_MAX;                       \
        if (ct_found_) {                                                                           \
            ct_assign_(&ct_m_->slots_[ct_it_], &ct_m_->slots_[ct_last_]);                          \
            ct_state_set_(ct_m_->state_, ct_width_(ct_m_), 0, ct_last_);                           \
        }                                                                                          \
        ct_found_ ? CT_OK : CT_NOT_FOUND;                                                          \
    })

/// for (E *entry: all, with entry->key and entry->value). The body must not insert or remove.
#define CT_LINEAR_MAP_EACH(map, entry)                                                             \
    for (__typeof__(&(map)->slots_[0]) entry = &(map)->slots_[0],                                  \
                                       entry##_end_ = entry + ct_linear_map_length(map);           \
         entry != entry##_end_; entry++)

#endif
