// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// says: use after 'frame_free' of 'f'
#include <corten/pool.h>

struct frame {
    uint32_t length;
};
CT_POOL_INTERFACE(frame, struct frame);

uint32_t use(void) {
    struct frame *f = frame_alloc();
    if (!f) return 0;
    f->length = 4;
    uint32_t length = f->length;
    frame_free(f);
#ifndef OK
    length += f->length;
#endif
    return length;
}
