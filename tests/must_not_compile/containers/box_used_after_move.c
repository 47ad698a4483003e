// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: this box was moved out or is empty
// flags: -O1 {device lm3s6965}
#include <corten/box.h>

struct frame {
    uint32_t length;
};
typedef CT_POOL(struct frame, 4) frame_pool;
typedef CT_BOX(frame_pool) frame_box;
extern frame_pool frames;
void send(frame_box box);

uint32_t use(void) {
    frame_box box = ct_box_new(&frames, frame_box);
    if (!ct_box_is_some(box)) return 0;
#ifdef OK
    uint32_t const length = ct_box_get(box)->length;
    send(ct_box_move(box));
    return length;
#else
    send(ct_box_move(box));
    return ct_box_get(box)->length;
#endif
}
