// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A hash map (and set) of up to N entries that keeps the order of insertion.
///
///     static CT_INDEX_MAP(uint32_t, struct peer, 32) peers;                 // empty, in .bss
///     if (ct_index_map_insert(&peers, 0x1234, peer)) drop();                // CT_FULL
///     struct peer *p = ct_index_map_get(&peers, 0x1234);                    // NULL: no such key
///     CT_INDEX_MAP_EACH(&peers, e) use(e->key, e->value.port);              // in order
///
/// Its invariant: the entries lie as in a vector, and every one can be found from the table slot
/// of its hash on before an empty table slot comes.
///
///     table   │   │ 2 │   │ 3 │ 1 │   │   │ …      1 + the entry's number; 0: empty
///     slots   │ a │ b │ c │   │                    table is a power of two, at least 4/3 N
///
/// Search and insertion take constant time on average. The user's hash and equality come last
/// (hash.h): uint32_t hash(const K *), bool same(const K *, const K *); always give the same
/// ones. For one context at a time.
#ifndef CORTEN_INDEX_MAP_H
#define CORTEN_INDEX_MAP_H

#include <corten/hash.h>

/// A map of up to `capacity` (1 … 2^29) entries. All zero is empty.
#define CT_INDEX_MAP(K, V, capacity) CT_INDEX_MAP_OF(CT_MAP_ENTRY(K, V), capacity)
/// A set: entries have a key only.
#define CT_INDEX_SET(K, capacity)                                                                  \
    CT_INDEX_MAP_OF(struct { __typeof__(K) key; }, capacity)
/// A map of an entry type that has a name (typedef CT_MAP_ENTRY(K, V) …), for views.
#define CT_INDEX_MAP_OF(entry, capacity)                                                           \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_(capacity)                                                               \
        _Static_assert((capacity) <= 0x20000000, "an index map has at most 2^29 entries");         \
        CT_OWNER_(entry, capacity, capacity, 1)                                                    \
        CT_UINT_FOR(capacity) table_[CT_TABLE_SIZE_(capacity)];                                    \
        char table_size_[0];                                                                       \
    }
/// Any map of such entries, its capacity erased.
#define CT_INDEX_MAP_VIEW(entry)                                                                   \
    struct {                                                                                       \
        CT_VIEW_(entry)                                                                            \
        uint8_t *table_;                                                                           \
        uint32_t table_size_;                                                                      \
    }
#define ct_index_map_view(view_type, map)                                                          \
    ((view_type){CT_VIEW_OF_(map), .table_ = (void *)(map)->table_,                                \
                 .table_size_ = ct_table_size_(map)})
/// A map in an array of entries of yours: static CT_INDEX_MAP_OVER(entry, 8) m =
/// CT_INDEX_MAP_ON(array_of_8);
#define CT_INDEX_MAP_OVER(entry, capacity)                                                         \
    struct {                                                                                       \
        __typeof__(entry) (*array_)[capacity], *slots_;                                            \
        uint32_t capacity_;                                                                        \
        CT_UINT_FOR(capacity) state_[1], table_[CT_TABLE_SIZE_(capacity)];                         \
        char width_[0], table_size_[0];                                                            \
    }
#define CT_INDEX_MAP_ON(array)                                                                     \
    {.array_ = &(array), .slots_ = (array), .capacity_ = ct_count_(array)}

// The least power of two that is at least 4/3 of the capacity, and more than it.
#define CT_TABLE_SIZE_(capacity)                                                                   \
    (2u << (31 - __builtin_clz((unsigned)((capacity) > 0 ? (capacity) : 1) +                       \
                               (unsigned)((capacity) > 0 ? (capacity) : 1) / 3u)))
#define ct_table_size_(m)                                                                          \
    ((uint32_t)__builtin_choose_expr(ct_is_array_((m)->table_),                                    \
                                     sizeof((m)->table_) * 1u / sizeof((m)->table_[0]),            \
                                     (m)->table_size_))

#define ct_index_map_length(map)   ct_state_get_((map)->state_, ct_width_(map), 0)
#define ct_index_map_capacity(map) ct_capacity_(map)
#define ct_index_map_is_empty(map) (ct_index_map_length(map) == 0u)
#define ct_index_map_clear(map)                                                                    \
    ({                                                                                             \
        __auto_type ct_m_ = (map);                                                                 \
        __builtin_memset(ct_m_->table_, 0, ct_table_size_(ct_m_) * ct_width_(ct_m_));              \
        ct_state_set_(ct_m_->state_, ct_width_(ct_m_), 0, 0u);                                     \
    })

#define ct_key_at_(m, n)  ((const __typeof__((m)->slots_[0].key) *)&(m)->slots_[n].key)
#define ct_table_get_(m, place) ct_state_get_((m)->table_, ct_width_(m), place)

// The table slot that holds the key at `key_at`, or the empty one where it would go.
#define ct_index_map_place_(m, key_at, ...)                                                        \
    ({                                                                                             \
        uint32_t ct_place_ =                                                                       \
            ct_probe_first(ct_hash_key_(key_at, ##__VA_ARGS__), ct_table_size_(m));                \
        for (uint32_t ct_entry_; (ct_entry_ = ct_table_get_(m, ct_place_)) != 0u &&                \
                                 !(ct_equal_keys_(ct_key_at_(m, ct_entry_ - 1u), key_at,           \
                                                  ##__VA_ARGS__));                                 \
             ct_place_ = ct_probe_next(ct_place_, ct_table_size_(m))) {                            \
        }                                                                                          \
        ct_place_;                                                                                 \
    })

// Declares map, key and its place.
#define CT_INDEX_MAP_LOOK_(map, key_, ...)                                                         \
    __auto_type ct_m_ = (map);                                                                     \
    ct_check_fits_(ct_m_->slots_[0].key, key_);                                                    \
    __typeof__(ct_m_->slots_[0].key) ct_key_of_it_;                                                \
    ct_set_(&ct_key_of_it_, key_);                                                                 \
    const __typeof__(ct_key_of_it_) *const ct_key_at__ = &ct_key_of_it_;                           \
    uint32_t const ct_where_ = ct_index_map_place_(ct_m_, ct_key_at__, ##__VA_ARGS__);             \
    uint32_t const ct_found_ = ct_table_get_(ct_m_, ct_where_)

/// Sets the value of a key; a new key goes to the end of the order. CT_FULL.
#define ct_index_map_insert(map, key_, ...) ct_result_(ct_index_map_insert_(map, key_, __VA_ARGS__))
#define ct_index_map_insert_(map, key_, value_, ...)                                               \
    ({                                                                                             \
        CT_INDEX_MAP_LOOK_(map, key_, ##__VA_ARGS__);                                              \
        ct_check_fits_(ct_m_->slots_[0].value, value_);                                            \
        enum ct_error const ct_error_ =                                                            \
            ct_found_ ? CT_OK : ct_index_map_add_(ct_m_, ct_where_, &ct_key_of_it_);               \
        if (!ct_error_)                                                                            \
            ct_set_(&ct_m_->slots_[(ct_found_ ? ct_found_ : ct_index_map_length(ct_m_)) - 1u]      \
                         .value,                                                                   \
                    value_);                                                                       \
        ct_error_;                                                                                 \
    })

// A new entry with that key, at the end, found from table slot `where`.
#define ct_index_map_add_(m, where, key_at)                                                        \
    ({                                                                                             \
        uint32_t const ct_length_ = ct_index_map_length(m);                                        \
        bool const ct_room_ = ct_length_ < ct_capacity_(m);                                        \
        if (ct_room_) {                                                                            \
            ct_assign_(&(m)->slots_[ct_length_].key, key_at);                                      \
            ct_state_set_((m)->table_, ct_width_(m), where, ct_length_ + 1u);                      \
            ct_state_set_((m)->state_, ct_width_(m), 0, ct_length_ + 1u);                          \
        }                                                                                          \
        ct_room_ ? CT_OK : CT_FULL;                                                                \
    })

/// The value of a key (V *), or NULL.
#define ct_index_map_get(map, key_, ...)                                                           \
    ({                                                                                             \
        CT_INDEX_MAP_LOOK_(map, key_, ##__VA_ARGS__);                                              \
        ct_found_ ? &ct_m_->slots_[ct_found_ - 1u].value : NULL;                                   \
    })

/// Removes a key; those behind it move down, the order stays. Time proportional to the table.
/// CT_NOT_FOUND.
#define ct_index_map_remove(map, ...)      ct_result_(ct_index_map_out_(map, 0, __VA_ARGS__))
/// Removes a key and puts the last entry in its place: constant time, the order is lost.
/// CT_NOT_FOUND.
#define ct_index_map_swap_remove(map, ...) ct_result_(ct_index_map_out_(map, 1, __VA_ARGS__))
#define ct_index_map_out_(map, swap, key_, ...)                                                    \
    ({                                                                                             \
        CT_INDEX_MAP_LOOK_(map, key_, ##__VA_ARGS__);                                              \
        if (ct_found_) {                                                                           \
            struct ct_table_ const ct_table_ = ct_table_of_(ct_m_);                                \
            /* close the gap: an entry that would be found no more moves into it */                \
            uint32_t ct_gap_ = ct_where_, ct_next_ = ct_where_;                                    \
            for (uint32_t ct_entry_;                                                               \
                 (ct_next_ = ct_probe_next(ct_next_, ct_table_.size),                              \
                 ct_entry_ = ct_table_get_(ct_m_, ct_next_)) != 0u;) {                             \
                uint32_t const ct_home_ = ct_probe_first(                                          \
                    ct_hash_key_(ct_key_at_(ct_m_, ct_entry_ - 1u), ##__VA_ARGS__),                \
                    ct_table_.size);                                                               \
                if (ct_probe_distance(ct_home_, ct_next_, ct_table_.size) <                        \
                    ct_probe_distance(ct_gap_, ct_next_, ct_table_.size))                          \
                    continue;                                                                      \
                ct_state_set_(ct_m_->table_, ct_table_.width, ct_gap_, ct_entry_);                 \
                ct_gap_ = ct_next_;                                                                \
            }                                                                                      \
            ct_state_set_(ct_m_->table_, ct_table_.width, ct_gap_, 0u);                            \
            if (swap) { /* the last entry gets the removed one's number */                         \
                uint32_t const ct_last_ = ct_index_map_length(ct_m_);                              \
                uint32_t ct_it_ = ct_probe_first(                                                  \
                    ct_hash_key_(ct_key_at_(ct_m_, ct_last_ - 1u), ##__VA_ARGS__),                 \
                    ct_table_.size);                                                               \
                if (ct_found_ != ct_last_) {                                                       \
                    while (ct_table_get_(ct_m_, ct_it_) != ct_last_)                               \
                        ct_it_ = ct_probe_next(ct_it_, ct_table_.size);                            \
                    ct_state_set_(ct_m_->table_, ct_table_.width, ct_it_, ct_found_);              \
                }                                                                                  \
            }                                                                                      \
            ct_index_map_close_(ct_table_, ct_found_, swap);                                       \
        }                                                                                          \
        ct_found_ ? CT_OK : CT_NOT_FOUND;                                                          \
    })

// A map of any type, for what moves entries (index_map.c).
struct ct_table_ {
    void *slots, *state, *table;
    uint32_t width, entry, size;
};
#define ct_table_of_(m)                                                                            \
    ((struct ct_table_){(m)->slots_, (m)->state_, (m)->table_, ct_width_(m),                       \
                        (uint32_t)sizeof((m)->slots_[0]), ct_table_size_(m)})
void ct_index_map_close_(struct ct_table_ map, uint32_t entry, bool swap);

/// Is the key there?
#define ct_index_map_has(map, ...) ct_index_map_has_(map, __VA_ARGS__)
#define ct_index_map_has_(map, key_, ...)                                                          \
    ({                                                                                             \
        CT_INDEX_MAP_LOOK_(map, key_, ##__VA_ARGS__);                                              \
        ct_found_ != 0u;                                                                           \
    })

/// The entry at a place of the order (E *, of which only the value may change), or NULL.
#define ct_index_map_entry(map, index)                                                             \
    ({                                                                                             \
        __auto_type ct_m_ = (map);                                                                 \
        uint32_t const ct_index_ = (index);                                                        \
        ct_index_ < ct_index_map_length(ct_m_) ? &ct_m_->slots_[ct_index_] : NULL;                 \
    })

/// for (E *entry: in the order of insertion, with entry->key and entry->value). The body must not
/// insert or remove, nor change a key.
#define CT_INDEX_MAP_EACH(map, entry)                                                              \
    for (__typeof__(&(map)->slots_[0]) entry = &(map)->slots_[0],                                  \
                                       entry##_end_ = entry + ct_index_map_length(map);            \
         entry != entry##_end_; entry++)

/// A set has the map's operations under its own name; insert takes a key only, and a key that is
/// there already is CT_OK.
#define ct_index_set_insert(set, ...) ct_result_(ct_index_set_insert_(set, __VA_ARGS__))
#define ct_index_set_insert_(set, key_, ...)                                                       \
    ({                                                                                             \
        CT_INDEX_MAP_LOOK_(set, key_, ##__VA_ARGS__);                                              \
        ct_found_ ? CT_OK : ct_index_map_add_(ct_m_, ct_where_, &ct_key_of_it_);                   \
    })
#define ct_index_set_has(set, ...)         ct_index_map_has_(set, __VA_ARGS__)
#define ct_index_set_remove(set, ...)      ct_index_map_remove(set, __VA_ARGS__)
#define ct_index_set_swap_remove(set, ...) ct_index_map_swap_remove(set, __VA_ARGS__)
#define ct_index_set_length(set)           ct_index_map_length(set)
#define ct_index_set_capacity(set)         ct_capacity_(set)
#define ct_index_set_clear(set)            ct_index_map_clear(set)
#define CT_INDEX_SET_EACH(set, entry)      CT_INDEX_MAP_EACH(set, entry)

#endif
