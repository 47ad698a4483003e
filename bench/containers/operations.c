// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// One operation of each container, which succeeds, beside the same written by hand: a capacity of
// 32 unless the row says another. The bytes are those of the function around it.
// row spsc_enqueue "SPSC enqueue u32": aim 10
// function spsc_enqueue "SPSC enqueue u32, bytes": take max
// row spsc_dequeue "SPSC dequeue u32": aim 10
// function spsc_dequeue "SPSC dequeue u32, bytes": take max
// row spsc_enqueue_10 "SPSC enqueue u32, capacity 10": take max
// function spsc_enqueue_10 "SPSC enqueue u32, capacity 10, bytes": take max
// row spsc_dequeue_10 "SPSC dequeue u32, capacity 10": take max
// function spsc_dequeue_10 "SPSC dequeue u32, capacity 10, bytes": take max
// row mpmc_enqueue "MPMC enqueue u32": aim 25
// function mpmc_enqueue "MPMC enqueue u32, bytes": take max
// row mpmc_dequeue "MPMC dequeue u32": aim 25
// function mpmc_dequeue "MPMC dequeue u32, bytes": take max
// row mpsc_enqueue "MPSC enqueue u32": aim 25
// function mpsc_enqueue "MPSC enqueue u32, bytes": take max
// row mpsc_dequeue "MPSC dequeue u32": aim 10
// function mpsc_dequeue "MPSC dequeue u32, bytes": take max
// row pool_alloc "pool alloc, 16-byte blocks": aim 12
// function pool_alloc "pool alloc, 16-byte blocks, bytes": take max
// row pool_free "pool free, 16-byte blocks": aim 12
// function pool_free "pool free, 16-byte blocks, bytes": take max
// row vec_push "Vec push u32": take max
// function vec_push "Vec push u32, bytes": take max
// row vec_pop "Vec pop u32": take max
// function vec_pop "Vec pop u32, bytes": take max
// row deque_push_back "Deque push back u32": take max
// function deque_push_back "Deque push back u32, bytes": take max
// row deque_pop_front "Deque pop front u32": take max
// function deque_pop_front "Deque pop front u32, bytes": take max
// row heap_push "BinaryHeap push u32, of 15, to the root": take max
// function heap_push "BinaryHeap push u32, of 15, to the root, bytes": take max
// row heap_pop "BinaryHeap pop u32, of 16": take max
// function heap_pop "BinaryHeap pop u32, of 16, bytes": take max
// row map_insert "IndexMap insert u32 -> u32, of 16 of 32": take max
// function map_insert "IndexMap insert u32 -> u32, of 16 of 32, bytes": take max
// row map_find "IndexMap find u32": take max
// function map_find "IndexMap find u32, bytes": take max
#include "../bench.h"

#include <corten/box.h>
#include <corten/deque.h>
#include <corten/heap.h>
#include <corten/index_map.h>
#include <corten/mpmc.h>
#include <corten/mpsc.h>
#include <corten/semihosting.h>
#include <corten/spsc.h>
#include <corten/vec.h>

struct block {
    uint32_t words[4];
};

static CT_SPSC(uint32_t, 32) spsc;
static CT_SPSC(uint32_t, 10) spsc_10;
static CT_MPMC(uint32_t, 32) mpmc;
static CT_MPSC(uint32_t, 32) mpsc;
static CT_POOL(struct block, 8) pool;
static CT_VEC(uint32_t, 32) vec;
static CT_DEQUE(uint32_t, 32) deque;
static CT_HEAP(uint32_t, 32, CT_LEAST) heap;
static CT_INDEX_MAP(uint32_t, uint32_t, 32) map;

// A function whose whole body is the operation, between the marks. What is measured is its
// success, with the branch on its result.
#define PUTS(name, operation)               \
    CT_NOINLINE bool name(uint32_t value) { \
        BENCH_START(name);                  \
        if (!(operation)) return false;     \
        BENCH_STOP(name);                   \
        return true;                        \
    }
#define GETS(name, operation)         \
    CT_NOINLINE uint32_t name(void) { \
        uint32_t value = 0;           \
        BENCH_START(name);            \
        (void)(operation);            \
        BENCH_KEEP(value);            \
        BENCH_STOP(name);             \
        return value;                 \
    }
#define DECLARE(name)          \
    bool name(uint32_t value); \
    bool name##_by_hand(uint32_t value);
#define DECLARE_GET(name) \
    uint32_t name(void);  \
    uint32_t name##_by_hand(void);
DECLARE(spsc_enqueue)
DECLARE(spsc_enqueue_10) DECLARE(mpmc_enqueue) DECLARE(mpsc_enqueue) DECLARE(vec_push) DECLARE(
    deque_push_back) DECLARE(heap_push) DECLARE(map_insert) DECLARE_GET(spsc_dequeue)
    DECLARE_GET(spsc_dequeue_10) DECLARE_GET(mpmc_dequeue) DECLARE_GET(mpsc_dequeue) DECLARE_GET(
        vec_pop) DECLARE_GET(deque_pop_front) DECLARE_GET(heap_pop) DECLARE_GET(map_find)

        PUTS(spsc_enqueue, !ct_spsc_enqueue(&spsc, value)) GETS(spsc_dequeue,
                                                                !ct_spsc_dequeue(&spsc, &value))
            PUTS(spsc_enqueue_10, !ct_spsc_enqueue(&spsc_10, value))
                GETS(spsc_dequeue_10, !ct_spsc_dequeue(&spsc_10, &value))
                    PUTS(mpmc_enqueue, !ct_mpmc_enqueue(&mpmc, value))
                        GETS(mpmc_dequeue, !ct_mpmc_dequeue(&mpmc, &value))
                            PUTS(mpsc_enqueue, !ct_mpsc_enqueue(&mpsc, value))
                                GETS(mpsc_dequeue, !ct_mpsc_dequeue(&mpsc, &value))
                                    PUTS(vec_push, !ct_vec_push(&vec, value))
                                        GETS(vec_pop, !ct_vec_pop(&vec, &value))
                                            PUTS(deque_push_back,
                                                 !ct_deque_push_back(&deque, value))
                                                GETS(deque_pop_front,
                                                     !ct_deque_pop_front(&deque, &value))
                                                    PUTS(heap_push, !ct_heap_push(&heap, value))
                                                        GETS(heap_pop, !ct_heap_pop(&heap, &value))
                                                            PUTS(map_insert,
                                                                 !ct_index_map_insert(
                                                                     &map, value,
                                                                     value)) static uint32_t wanted;
GETS(map_find, ({
         uint32_t const *const found = ct_index_map_get(&map, wanted);
         if (found) value = *found;
         found != NULL;
     }))

struct block *pool_alloc(void);
struct block *pool_alloc_by_hand(void);
void pool_free(struct block *block);
void pool_free_by_hand(struct block *block);
CT_NOINLINE struct block *pool_alloc(void) {
    BENCH_START(pool_alloc);
    struct block *const block = ct_pool_alloc(&pool);
    BENCH_KEEP(block);
    BENCH_STOP(pool_alloc);
    return block;
}
CT_NOINLINE void pool_free(struct block *block) {
    BENCH_START(pool_free);
    ct_pool_free(&pool, block);
    BENCH_STOP(pool_free);
}

// ---- by hand: what a careful engineer writes for one case, unchecked where he may be

static struct ring {
    uint32_t slots[32];
    volatile uint32_t head, tail; // free-running
} hand;
static struct ring_10 {
    uint32_t slots[11]; // one stays free
    volatile uint32_t head, tail;
} hand_10;

CT_NOINLINE bool spsc_enqueue_by_hand(uint32_t value) {
    BENCH_START(spsc_enqueue_by_hand);
    uint32_t const tail = hand.tail;
    if (!(tail - hand.head < 32)) return false;
    {
        hand.slots[tail % 32] = value;
        CT_COMPILER_BARRIER();
        hand.tail = tail + 1;
    }
    BENCH_STOP(spsc_enqueue_by_hand);
    return true;
}
CT_NOINLINE uint32_t spsc_dequeue_by_hand(void) {
    uint32_t value = 0;
    BENCH_START(spsc_dequeue_by_hand);
    uint32_t const head = hand.head;
    bool const done = head != hand.tail;
    if (done) {
        value = hand.slots[head % 32];
        CT_COMPILER_BARRIER();
        hand.head = head + 1;
    }
    BENCH_KEEP(value);
    BENCH_STOP(spsc_dequeue_by_hand);
    return value;
}
CT_NOINLINE bool spsc_enqueue_10_by_hand(uint32_t value) {
    BENCH_START(spsc_enqueue_10_by_hand);
    uint32_t const tail = hand_10.tail;
    uint32_t const next = tail + 1 == 11 ? 0 : tail + 1;
    if (!(next != hand_10.head)) return false;
    {
        hand_10.slots[tail] = value;
        CT_COMPILER_BARRIER();
        hand_10.tail = next;
    }
    BENCH_STOP(spsc_enqueue_10_by_hand);
    return true;
}
CT_NOINLINE uint32_t spsc_dequeue_10_by_hand(void) {
    uint32_t value = 0;
    BENCH_START(spsc_dequeue_10_by_hand);
    uint32_t const head = hand_10.head;
    bool const done = head != hand_10.tail;
    if (done) {
        value = hand_10.slots[head];
        CT_COMPILER_BARRIER();
        hand_10.head = head + 1 == 11 ? 0 : head + 1;
    }
    BENCH_KEEP(value);
    BENCH_STOP(spsc_dequeue_10_by_hand);
    return value;
}

static struct masked {
    uint32_t slots[32];
    uint32_t head, tail;
} masked;
#define MASKED_PUT(name)                              \
    CT_NOINLINE bool name(uint32_t value) {           \
        BENCH_START(name);                            \
        ct_port_mask_t const before = ct_port_mask(); \
        if (masked.tail - masked.head == 32) {        \
            ct_port_unmask(before);                   \
            return false;                             \
        }                                             \
        masked.slots[masked.tail++ % 32] = value;     \
        ct_port_unmask(before);                       \
        BENCH_STOP(name);                             \
        return true;                                  \
    }
#define MASKED_GET(name)                                    \
    CT_NOINLINE uint32_t name(void) {                       \
        uint32_t value = 0;                                 \
        BENCH_START(name);                                  \
        ct_port_mask_t const before = ct_port_mask();       \
        bool const done = masked.tail != masked.head;       \
        if (done) value = masked.slots[masked.head++ % 32]; \
        ct_port_unmask(before);                             \
        BENCH_KEEP(value);                                  \
        BENCH_STOP(name);                                   \
        return value;                                       \
    }
MASKED_PUT(mpmc_enqueue_by_hand)
MASKED_GET(mpmc_dequeue_by_hand)
MASKED_PUT(mpsc_enqueue_by_hand)
MASKED_GET(mpsc_dequeue_by_hand)

// A list of pointers inside the free blocks: no check of what is freed.
static union link {
    union link *next;
    struct block block;
} blocks[8], *free_blocks;
CT_NOINLINE struct block *pool_alloc_by_hand(void) {
    BENCH_START(pool_alloc_by_hand);
    ct_port_mask_t const before = ct_port_mask();
    union link *const block = free_blocks;
    if (block) free_blocks = block->next;
    ct_port_unmask(before);
    BENCH_KEEP(block);
    BENCH_STOP(pool_alloc_by_hand);
    return &block->block;
}
CT_NOINLINE void pool_free_by_hand(struct block *block) {
    BENCH_START(pool_free_by_hand);
    union link *const link = (union link *)block;
    ct_port_mask_t const before = ct_port_mask();
    link->next = free_blocks;
    free_blocks = link;
    ct_port_unmask(before);
    BENCH_STOP(pool_free_by_hand);
}

static struct { uint32_t slots[32], length; } list;
CT_NOINLINE bool vec_push_by_hand(uint32_t value) {
    BENCH_START(vec_push_by_hand);
    if (!(list.length < 32)) return false;
    list.slots[list.length++] = value;
    BENCH_STOP(vec_push_by_hand);
    return true;
}
CT_NOINLINE uint32_t vec_pop_by_hand(void) {
    uint32_t value = 0;
    BENCH_START(vec_pop_by_hand);
    bool const done = list.length > 0;
    if (done) value = list.slots[--list.length];
    BENCH_KEEP(value);
    BENCH_STOP(vec_pop_by_hand);
    return value;
}

static struct { uint32_t slots[32], first, length; } ends;
CT_NOINLINE bool deque_push_back_by_hand(uint32_t value) {
    BENCH_START(deque_push_back_by_hand);
    if (!(ends.length < 32)) return false;
    ends.slots[(ends.first + ends.length++) % 32] = value;
    BENCH_STOP(deque_push_back_by_hand);
    return true;
}
CT_NOINLINE uint32_t deque_pop_front_by_hand(void) {
    uint32_t value = 0;
    BENCH_START(deque_pop_front_by_hand);
    bool const done = ends.length > 0;
    if (done) {
        value = ends.slots[ends.first];
        ends.first = (ends.first + 1) % 32;
        ends.length--;
    }
    BENCH_KEEP(value);
    BENCH_STOP(deque_pop_front_by_hand);
    return value;
}

static struct { uint32_t slots[32], length; } tree;
CT_NOINLINE bool heap_push_by_hand(uint32_t value) {
    BENCH_START(heap_push_by_hand);
    if (!(tree.length < 32)) return false;
    {
        uint32_t at = tree.length++;
        for (; at && value < tree.slots[(at - 1) / 2]; at = (at - 1) / 2)
            tree.slots[at] = tree.slots[(at - 1) / 2];
        tree.slots[at] = value;
    }
    BENCH_STOP(heap_push_by_hand);
    return true;
}
CT_NOINLINE uint32_t heap_pop_by_hand(void) {
    uint32_t value = 0;
    BENCH_START(heap_pop_by_hand);
    bool const done = tree.length > 0;
    if (done) {
        value = tree.slots[0];
        uint32_t const last = tree.slots[--tree.length];
        uint32_t at = 0;
        for (uint32_t child; (child = 2 * at + 1) < tree.length; at = child) {
            if (child + 1 < tree.length && tree.slots[child + 1] < tree.slots[child]) child++;
            if (last <= tree.slots[child]) break;
            tree.slots[at] = tree.slots[child];
        }
        tree.slots[at] = last;
    }
    BENCH_KEEP(value);
    BENCH_STOP(heap_pop_by_hand);
    return value;
}

static struct {
    struct {
        uint32_t key, value;
    } entries[32];
    uint8_t table[64], length;
} table;
static inline uint32_t place(uint32_t key) {
    uint32_t const hash = key * 0x9E3779B1u;
    uint32_t at = (hash ^ hash >> 16) % 64;
    while (table.table[at] && table.entries[table.table[at] - 1].key != key) at = (at + 1) % 64;
    return at;
}
CT_NOINLINE bool map_insert_by_hand(uint32_t value) {
    BENCH_START(map_insert_by_hand);
    uint32_t const at = place(value);
    if (!(table.table[at] || table.length < 32)) return false;
    {
        if (!table.table[at]) {
            table.entries[table.length].key = value;
            table.table[at] = ++table.length;
        }
        table.entries[table.table[at] - 1].value = value;
    }
    BENCH_STOP(map_insert_by_hand);
    return true;
}
CT_NOINLINE uint32_t map_find_by_hand(void) {
    uint32_t value = 0;
    BENCH_START(map_find_by_hand);
    uint32_t const found = table.table[place(wanted)];
    if (found) value = table.entries[found - 1].value;
    BENCH_KEEP(value);
    BENCH_STOP(map_find_by_hand);
    return value;
}

// ---- every operation once, in a state that is the same for both

#define PAIR(put, get)        \
    put(7), put##_by_hand(7); \
    ok = ok && get() == get##_by_hand();

int main(void) {
    bool ok = true;
    PAIR(spsc_enqueue, spsc_dequeue)
    PAIR(spsc_enqueue_10, spsc_dequeue_10)
    PAIR(mpmc_enqueue, mpmc_dequeue)
    PAIR(mpsc_enqueue, mpsc_dequeue)
    PAIR(vec_push, vec_pop)
    PAIR(deque_push_back, deque_pop_front)
    for (uint32_t i = 0; i < 8; i++) {
        blocks[i].next = free_blocks;
        free_blocks = &blocks[i];
    }
    pool_free(pool_alloc());
    pool_free_by_hand(pool_alloc_by_hand());
    for (uint32_t i = 15; i > 0; i--) {
        if (ct_heap_push(&heap, 10 * i)) ok = false;
        tree.slots[tree.length++] = 0;
    }
    for (uint32_t i = 0; i < 15; i++) tree.slots[i] = heap.slots_[i];
    PAIR(heap_push, heap_pop)
    for (uint32_t i = 0; i < 16; i++) {
        if (ct_index_map_insert(&map, i * 1000, i)) ok = false;
        uint32_t const at = place(i * 1000);
        table.entries[table.length].key = i * 1000;
        table.table[at] = ++table.length;
    }
    wanted = 7;
    PAIR(map_insert, map_find)
    ct_semihosting_exit(ok ? 0 : 1);
}
