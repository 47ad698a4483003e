// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: /ignoring return value of .*warn_unused_result/
// flags: -Werror=unused-result
#include <corten/drivers/lm75.h>

extern const struct ct_i2c_ops ops;
CT_LM75_DEFINE(room, .bus = {&ops, NULL})

int32_t temperature(void);
int32_t temperature(void) {
    int32_t t = 0;
#ifdef OK
    if (room_read(&t)) return -1;
#else
    room_read(&t);
#endif
    return t;
}
