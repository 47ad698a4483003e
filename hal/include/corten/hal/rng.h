// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Random numbers from hardware.
///
///     uint32_t key[4];
///     size_t done = 0;
///     CT_MUST(CT_BLOCK(ct_rng_fill(rng, key, sizeof key, &done)));
///     const int byte = CT_BLOCK(ct_rng_take(rng));       // 0 to 255
///
/// What the noise is good for is the implementation's to state. Contexts: the implementation's.
#ifndef CORTEN_HAL_RNG_H
#define CORTEN_HAL_RNG_H

#include <corten/error.h>
#include <corten/hal/instance.h>

struct ct_rng_ops {
    /// A fresh byte, CT_WOULD_BLOCK, or CT_CORRUPT: the hardware found its own noise bad.
    int (*take)(void *object);
};

struct ct_rng {
    const struct ct_rng_ops *ops;
    void *object;
};

/// A random byte, 0 to 255; CT_WOULD_BLOCK while there is none; CT_CORRUPT when the hardware's own
/// test failed: what it gave since the last good byte is not to be used.
ct_inline CT_MUST_USE int ct_rng_take(struct ct_rng rng) { return rng.ops->take(rng.object); }

/// Fills memory: `*done`, which begins with 0, says how far it is. CT_OK when it is full;
/// CT_WOULD_BLOCK to be called again; CT_CORRUPT.
ct_inline CT_MUST_USE enum ct_error ct_rng_fill(struct ct_rng rng, void *data, size_t length,
                                                size_t *done) {
    while (*done < length) {
        const int byte = rng.ops->take(rng.object);
        if (byte < 0) return (enum ct_error)byte;
        ((uint8_t *)data)[(*done)++] = (uint8_t)byte;
    }
    return CT_OK;
}

#endif
