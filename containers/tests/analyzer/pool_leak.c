// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// says: leak of 'f'
#include <corten/pool.h>

struct frame {
    uint32_t length;
};
CT_POOL_INTERFACE(frame, struct frame);

uint32_t use(void) {
    struct frame *f = frame_alloc();
    if (!f) return 0;
    f->length = 4;
    uint32_t const length = f->length;
#ifdef OK
    frame_free(f);
#endif
    return length;
}
