// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// A block of one pool handed to another pool of the same type.
// says: 'send_free' called on pointer returned from a mismatched allocation function
#include <corten/pool.h>

struct frame {
    uint32_t length;
};
CT_POOL_INTERFACE(receive, struct frame);
CT_POOL_INTERFACE(send, struct frame);

void use(void) {
    struct frame *f = receive_alloc();
#ifdef OK
    receive_free(f);
#else
    send_free(f);
#endif
}
