// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: this box was moved out or is empty
// flags: -O2 {device lm3s6965}
#include <corten/box.h>

typedef CT_POOL(uint64_t, 4) number_pool;
typedef CT_BOX(number_pool) number_box;
extern number_pool numbers;
void send(number_box box);

void use(number_box box) {
    send(ct_box_move(box));
#ifndef OK
    send(ct_box_move(box));
#endif
}
