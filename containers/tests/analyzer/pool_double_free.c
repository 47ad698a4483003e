// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// GCC's analyser knows the pool's functions as an allocator.
// says: double-'frame_free' of 'f'
#include <corten/pool.h>

struct frame {
    uint32_t length;
};
CT_POOL_INTERFACE(frame, struct frame);

void use(void) {
    struct frame *f = frame_alloc();
    frame_free(f);
#ifndef OK
    frame_free(f);
#endif
}
