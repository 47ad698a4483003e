// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "support/cmocka.h"
#include "support/elements.h"
#include "support/expect_panic.h"
#include "support/random_test.h"

#include <corten/box.h>
#include <corten/critical.h>
#include <corten/mpmc.h>
#include <corten/mpsc.h>

struct frame {
    uint32_t length;
    uint8_t bytes[40];
};

static void test_example(void **state) {
    (void)state;
    static CT_POOL(struct frame, 8) frames;
    struct frame *f = ct_pool_alloc(&frames);
    if (f) ct_pool_free(&frames, f);
    {
        CT_POOL_SCOPED(&frames, frame);
        if (frame) frame->length = 4;
        assert_int_equal(ct_pool_used(&frames), 1);
    }
    assert_int_equal(ct_pool_used(&frames), 0);
}

typedef CT_POOL(struct frame, 3) frame_pool;
typedef CT_BOX(frame_pool) frame_box;
static frame_pool frames;
static CT_MPMC(frame_box, 4) sent;

static void send(frame_box box) { assert_int_equal(ct_mpmc_enqueue(&sent, box), CT_OK); }

static void test_box_example(void **state) {
    (void)state;
    {
        CT_BOX_SCOPED(&frames, frame_box, box);
        if (ct_box_is_some(box)) ct_box_get(box)->length = 4;
        send(ct_box_move(box));
        assert_false(ct_box_is_some(box));
    }
    assert_int_equal(ct_pool_used(&frames), 1); // in the queue
    frame_box back = {0};
    assert_int_equal(ct_mpmc_dequeue(&sent, &back), CT_OK);
    assert_int_equal(ct_box_get(back)->length, 4);
    ct_box_drop(&frames, back);
    assert_int_equal(ct_pool_used(&frames), 0);
    frame_box volatile gone = {0};
    assert_string_equal(PANIC_OF((void)ct_box_get(gone)), "this box was moved out or is empty");
}

static void test_counted_example(void **state) {
    (void)state;
    static CT_COUNTED_POOL(struct frame, 8) shared;
    struct frame *f = ct_counted_alloc(&shared);
    ct_counted_hold(&shared, f);
    ct_counted_release(&shared, f);
    assert_int_equal(ct_pool_used(&shared), 1);
    ct_counted_release(&shared, f);
    assert_int_equal(ct_pool_used(&shared), 0);
    assert_string_equal(PANIC_OF(ct_counted_release(&shared, f)), "this block was freed before");
    assert_string_equal(PANIC_OF(ct_counted_hold(&shared, f)), "this block was freed before");
    f = ct_counted_alloc(&shared);
    for (int i = 1; i < 255; i++) ct_counted_hold(&shared, f);
    assert_string_equal(PANIC_OF(ct_counted_hold(&shared, f)), "the block has 255 owners already");
    for (int i = 0; i < 255; i++) ct_counted_release(&shared, f);
    assert_int_equal(ct_pool_used(&shared), 0);
}

static void test_blocks_example(void **state) {
    (void)state;
    uint32_t modulus = ct_blocks_modulus(40), head = 0;
    uint32_t next = ct_blocks_next(head, 0, modulus);
    uint32_t link = ct_blocks_link(head, 7, modulus);
    assert_int_equal(next, 1);
    assert_int_equal(ct_blocks_next(head, link, modulus), 7);
}

// ---- misuse

static frame_pool others;
CT_POOL_INTERFACE(frame, struct frame);
CT_POOL_FUNCTIONS(frame, struct frame, &others)

static int leave_early(int how) {
    for (int i = 0; i < 3; i++) {
        CT_POOL_SCOPED(&frames, f);
        if (!f || how == 0) return 1;
        if (how == 1) break;
        if (how == 2) continue;
    }
    return 0;
}

static void test_misuse(void **state) {
    (void)state;
    struct frame *a = ct_pool_alloc(&frames), *b = ct_pool_alloc(&frames);
    ct_pool_free(&frames, a);
    assert_string_equal(PANIC_OF(ct_pool_free(&frames, a)), "this block was freed before");
    struct frame foreign;
    assert_string_equal(PANIC_OF(ct_pool_free(&frames, &foreign)), "this is not a block of the pool");
    assert_string_equal(PANIC_OF(ct_pool_free(&others, b)), "this is not a block of the pool");
    assert_string_equal(PANIC_OF(ct_pool_free(&frames, (struct frame *)(void *)&b->bytes[0])),
                        "this is not a block of the pool");
    assert_string_equal(PANIC_OF(ct_pool_free(&frames, &frames.slots_[0] - 1)),
                        "this is not a block of the pool");
    assert_string_equal(PANIC_OF(ct_pool_free(&frames, &frames.slots_[2] + 1)),
                        "this is not a block of the pool");
    for (int how = 0; how < 3; how++) {
        leave_early(how);
        assert_int_equal(ct_pool_used(&frames), 1);
    }
    static struct frame *leaked;
    assert_string_equal(PANIC_OF(CT_POOL_NO_LEAKS(&frames) { leaked = ct_pool_alloc(&frames); }),
                        "a block of the pool was leaked here");
    assert_string_equal(PANIC_OF(CT_POOL_NO_LEAKS(&frames) { ct_pool_free(&frames, leaked); }),
                        "no panic");
    ct_pool_free(&frames, b);
    struct frame *f = frame_alloc();
    frame_free(f);
    assert_int_equal(critical_depth, 0);
}

// ---- against a reference

#define RANDOM(name, T, N)                                                                         \
    static CT_POOL(T, N) name;                                                                     \
    static T name##_array[N];                                                                      \
    static CT_POOL_OVER(T, N) name##_over = CT_POOL_ON(name##_array);                              \
    typedef CT_POOL_VIEW(T) name##_view;                                                           \
    static struct {                                                                                \
        T *block;                                                                                  \
        uint32_t stamp;                                                                            \
    } name##_out[2][N];                                                                            \
    static uint32_t name##_count;                                                                  \
    static void name##_begin(void) {                                                               \
        memset(&name, 0, sizeof name);                                                             \
        name##_over.state_[0] = 0;                                                                 \
        memset(name##_over.links_, 0, sizeof name##_over.links_);                                  \
        name##_count = 0;                                                                          \
    }                                                                                              \
    static bool name##_step(struct random_op op) {                                                 \
        bool ok = true;                                                                            \
        name##_view view = ct_pool_view(name##_view, &name);                                       \
        if (op.kind < 3) {                                                                         \
            T *const mine = op.kind ? ct_pool_alloc(&name) : ct_pool_alloc(&view);                \
            T *const other = ct_pool_alloc(&name##_over);                                          \
            ok = (mine != NULL) == (name##_count < N) && (other != NULL) == (mine != NULL);      \
            if (mine && other) {                                                                  \
                for (uint32_t i = 0; i < name##_count; i++)                                        \
                    ok = ok && name##_out[0][i].block != mine && name##_out[1][i].block != other; \
                ok = ok && ALIGNED(mine) && ALIGNED(other) && mine >= name.slots_ &&             \
                     mine < name.slots_ + N;                                                      \
                MAKE(mine, op.a);                                                                 \
                MAKE(other, op.a);                                                                 \
                name##_out[0][name##_count].block = mine;                                         \
                name##_out[1][name##_count].block = other;                                         \
                name##_out[0][name##_count++].stamp = op.a;                                        \
            }                                                                                      \
        } else if (name##_count) {                                                                 \
            uint32_t const i = op.b % name##_count;                                                \
            T expected;                                                                            \
            MAKE(&expected, name##_out[0][i].stamp);                                               \
            ok = SAME(name##_out[0][i].block, &expected) && SAME(name##_out[1][i].block, &expected); \
            if (op.kind == 3) ct_pool_free(&name, name##_out[0][i].block);                         \
            else ct_pool_free(&view, name##_out[0][i].block);                                      \
            ct_pool_free(&name##_over, name##_out[1][i].block);                                    \
            name##_out[0][i] = name##_out[0][--name##_count];                                      \
            name##_out[1][i] = name##_out[1][name##_count];                                        \
        }                                                                                          \
        return ok && ct_pool_used(&name) == name##_count && ct_pool_used(&view) == name##_count;   \
    }                                                                                              \
    static void test_##name(void **state) {                                                        \
        (void)state;                                                                               \
        assert_true(random_test((struct random_test){#name, 5, name##_begin, name##_step}));       \
    }

RANDOM(bytes_1, byte, 1)
RANDOM(words_127, word, 127)
RANDOM(addresses_128, address, 128)
RANDOM(records_7, record, 7)
RANDOM(blocks_5, block, 5)

// ---- the masked queues, one after the other (all interleavings: model/)

static void test_queues(void **state) {
    (void)state;
    static CT_MPSC(uint32_t, 8) events;
    static CT_MPMC(uint32_t, 8) jobs;
    static CT_MPMC(address, 3) addresses;
    static address slots[5];
    static CT_MPMC_OVER(address) over = CT_MPMC_ON(slots);
    typedef CT_MPMC_VIEW(address) address_queue;
    assert_int_equal(ct_mpsc_enqueue(&events, 3), CT_OK);
    assert_int_equal(ct_mpmc_enqueue(&jobs, 4), CT_OK);
    uint32_t event, job;
    while (!ct_mpsc_dequeue(&events, &event)) assert_int_equal(event, 3);
    while (!ct_mpmc_dequeue(&jobs, &job)) assert_int_equal(job, 4);
    address_queue view = ct_mpmc_view(address_queue, &addresses);
    for (int turn = 0; turn < 20; turn++) {
        address in, out;
        for (int i = 0; i < 3; i++) {
            MAKE(&in, turn * 5 + i);
            assert_int_equal(ct_mpmc_enqueue(&addresses, in), CT_OK);
            assert_int_equal(ct_mpmc_enqueue(&over, in), CT_OK);
        }
        MAKE(&in, 99);
        assert_int_equal(ct_mpmc_enqueue(&view, in), CT_FULL);
        assert_int_equal(ct_mpmc_used(&over), 3);
        for (int i = 0; i < 3; i++) {
            MAKE(&in, turn * 5 + i);
            assert_int_equal(ct_mpmc_dequeue(&view, &out), CT_OK);
            assert_memory_equal(in, out, 6);
            assert_int_equal(ct_mpmc_dequeue(&over, &out), CT_OK);
            assert_memory_equal(in, out, 6);
        }
        assert_int_equal(ct_mpmc_dequeue(&addresses, &out), CT_EMPTY);
    }
    // The consumer of an MPSC queue does not mask, and no value is evaluated while masked.
    unsigned const before = critical_sections;
    assert_int_equal(ct_mpsc_dequeue(&events, &event), CT_EMPTY);
    assert_int_equal(critical_sections, before);
    assert_int_equal(ct_mpsc_enqueue(&events, critical_depth), CT_OK);
    assert_int_equal(ct_mpsc_dequeue(&events, &event), CT_OK);
    assert_int_equal(event, 0);
    assert_int_equal(critical_depth, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_example),       cmocka_unit_test(test_box_example),
        cmocka_unit_test(test_counted_example), cmocka_unit_test(test_blocks_example),
        cmocka_unit_test(test_misuse),        cmocka_unit_test(test_bytes_1),
        cmocka_unit_test(test_words_127),     cmocka_unit_test(test_addresses_128),
        cmocka_unit_test(test_records_7),     cmocka_unit_test(test_blocks_5),
        cmocka_unit_test(test_queues),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
