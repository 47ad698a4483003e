// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Bytes from one producer to one consumer in pieces that lie in one run, for a DMA on either
/// side: grant, commit, read, release. Lock-free with loads and stores alone.
///
///     static CT_BYTE_RING(64) ring;                                     // empty, in .bss
///     uint8_t *to = ct_byte_ring_grant(&ring, 16);                      // 16 bytes in one run, or NULL
///     if (to) ct_byte_ring_commit(&ring, 16, receive(to));              // as many as came
///     uint32_t count;
///     uint8_t *from = ct_byte_ring_read(&ring, &count);                 // what lies in one run
///     ct_byte_ring_release(&ring, send(from, count));                   // as many as went
///
/// A grant that does not fit before the end begins at the start, and the rest is skipped: `write`
/// turns back before it has come to the end, and `cut` says where. (The idea is that of bip
/// buffers, Simon Cooke 2003, and of bbqueue, James Munns 2019.)
///
///     bytes  │ d e f ·········· a b c ‑‑‑‑‑ │      a b c is read first, then d e f
///                   ↑ write     ↑ read  ↑ cut
///
/// For bytes in no particular pieces CT_SPSC(uint8_t, N) uses every slot; here a turn costs what
/// was cut, and a byte stays free while the producer is a turn ahead. Each side may interrupt the
/// other anywhere; both finish in a fixed number of steps.
#ifndef CORTEN_BYTE_RING_H
#define CORTEN_BYTE_RING_H

#include <corten/bip.h>
#include <corten/queue.h>

/// A ring of `capacity` bytes, 2 … 0x7FFFFFFE. All zero is empty. Aligned to 4 bytes.
#define CT_BYTE_RING(capacity)                                                                     \
    struct {                                                                                       \
        CT_CHECK_CAPACITY_((capacity) > 1 ? (capacity) + 1u : 0)                                   \
        CT_OWNER_(uint8_t, capacity, capacity, 3)                                                  \
    } __attribute__((aligned(4)))
/// A ring in a byte array of yours: static CT_BYTE_RING_OVER r = CT_BYTE_RING_ON(array);
#define CT_BYTE_RING_OVER                                                                          \
    struct {                                                                                       \
        CT_OVER_(uint8_t, 3)                                                                       \
    }
#define CT_BYTE_RING_ON(array) CT_ON_(array)

/// Any ring, its capacity erased. One type for all.
struct ct_byte_ring {
    CT_VIEW_(uint8_t)
};
#define ct_byte_ring_view(ring) ((struct ct_byte_ring){CT_VIEW_OF_(ring)})
#define ct_byte_ring_capacity(ring) ct_capacity_(ring)

/// `count` bytes in one run to be written (uint8_t *), or NULL when they are not free in one run.
/// A second grant replaces the first. Producer.
#define ct_byte_ring_grant(ring, count) ct_byte_ring_grant_(ct_byte_ring_view(ring), (count))
/// Hands over the first `written` bytes of the grant that was asked for as `count`. Panics when
/// there was no such grant, or when written > count. Producer.
#define ct_byte_ring_commit(ring, count, written)                                                  \
    ct_byte_ring_commit_(ct_byte_ring_view(ring), (count), (written))

/// The oldest bytes in one run (uint8_t *), *count (uint32_t *) of them, 0 when there are none;
/// others may lie behind the turn. They stay until released. Consumer.
#define ct_byte_ring_read(ring, count) ct_byte_ring_read_(ct_byte_ring_view(ring), (count))
/// Frees the first `taken` bytes of what was read. Panics when that is more. Consumer.
#define ct_byte_ring_release(ring, taken) ct_byte_ring_release_(ct_byte_ring_view(ring), (taken))

CT_MUST_USE uint8_t *ct_byte_ring_grant_(struct ct_byte_ring ring, uint32_t count);
void ct_byte_ring_commit_(struct ct_byte_ring ring, uint32_t count, uint32_t written);
CT_MUST_USE uint8_t *ct_byte_ring_read_(struct ct_byte_ring ring, uint32_t *count);
void ct_byte_ring_release_(struct ct_byte_ring ring, uint32_t taken);

#endif
