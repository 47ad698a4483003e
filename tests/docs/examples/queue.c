// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/spsc.h>

#include <assert.h>

int main(void) {
    typedef int T;
    typedef uint8_t index;
    enum { N = 5 };
    typedef
        //@ 1
        drawn;
    typedef CT_SPSC(T, N) queue;
    assert(sizeof(drawn) == sizeof(queue));
    assert(offsetof(drawn, state_) == offsetof(queue, state_) && CT_HEAD_ == 0 && CT_TAIL_ == 1);
}
