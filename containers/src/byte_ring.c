// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/byte_ring.h>

// State: read is the consumer's; write and cut are the producer's. `cut` is how many bytes before
// the end were left out by the last turn, and is of interest while write < read only.
enum { READ = 0, WRITE = 1, CUT = 2, NOWHERE = 0xFFFFFFFF };

static void *at(struct ct_byte_ring ring, uint32_t which) {
    return ct_index_at_(ring.state_, ring.width_, which);
}
static uint32_t load(struct ct_byte_ring ring, uint32_t which) {
    return ct_shared_load(at(ring, which), ring.width_);
}
static uint32_t own(struct ct_byte_ring ring, uint32_t which) {
    return ct_shared_own(at(ring, which), ring.width_);
}

uint8_t *ct_byte_ring_grant_(struct ct_byte_ring ring, uint32_t count) {
    uint32_t const read = load(ring, READ), write = own(ring, WRITE);
    uint32_t const place = ct_byte_ring_place(read, write, count, ring.capacity_);
    return place == (uint32_t)NOWHERE ? NULL : ring.slots_ + place;
}

void ct_byte_ring_commit_(struct ct_byte_ring ring, uint32_t count, uint32_t written) {
    uint32_t const write = own(ring, WRITE);
    // The consumer can only have made more room: this finds the place that the grant found, or
    // (where the grant had turned) must be told from the one before the end.
    uint32_t const place = ct_byte_ring_place(load(ring, READ), write, count, ring.capacity_);
    CT_REQUIRE(place != (uint32_t)NOWHERE, "the byte ring has not granted so many bytes");
    CT_REQUIRE(written <= count, "more was committed than the grant held");
    if (place != write && written) // the turn: told to the consumer before it can see it
        ct_shared_store(at(ring, CUT), ring.width_, ring.capacity_ - write);
    if (written) ct_shared_store(at(ring, WRITE), ring.width_, place + written);
}

// A consumer that has come to the cut, and the producer is a turn ahead, turns as well.
static uint32_t run(struct ct_byte_ring ring, uint32_t *read) {
    uint32_t const write = load(ring, WRITE);
    *read = own(ring, READ);
    if (write < *read) {
        uint32_t const cut = load(ring, CUT);
        if (*read == ring.capacity_ - cut) {
            *read = 0;
            return write;
        }
        return ct_byte_ring_run(*read, write, cut, ring.capacity_);
    }
    return write - *read;
}

uint8_t *ct_byte_ring_read_(struct ct_byte_ring ring, uint32_t *count) {
    uint32_t read;
    *count = run(ring, &read);
    return ring.slots_ + read;
}

void ct_byte_ring_release_(struct ct_byte_ring ring, uint32_t taken) {
    uint32_t read;
    CT_REQUIRE(taken <= run(ring, &read), "more was released than was read");
    if (taken) ct_shared_store(at(ring, READ), ring.width_, read + taken);
}
