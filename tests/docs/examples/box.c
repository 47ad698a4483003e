// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/pool.c
#include <corten/box.h>

#include <assert.h>

struct frame {
    unsigned length;
};
//@ 1-2
_Static_assert(sizeof(frame_box) == sizeof(void *), "a box is one word");

static unsigned sent;
static void send(frame_box box) {
    sent = ct_box_get(box)->length;
    assert(ct_pool_used(&frames) == 1);
    ct_box_drop(&frames, box);
}

static void count_owners(void) {
    //@ 6-7
    assert(f);
    //@ 8-9
    assert(ct_pool_used(&shared) == 1);
    //@ 10
    assert(ct_pool_used(&shared) == 0);
}

int main(void) {
    {
        //@ 3-5
        assert(sent == 4 && !ct_box_is_some(box));
    }
    {
        //@ 3
        assert(ct_box_is_some(box) && ct_pool_used(&frames) == 1);
    }
    assert(ct_pool_used(&frames) == 0);
    count_owners();
}
