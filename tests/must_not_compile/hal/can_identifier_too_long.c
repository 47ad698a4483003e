// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a CAN identifier has 11 bits, an extended one 29
#include <corten/hal/can.h>

struct ct_can_id engine(void);
struct ct_can_id engine(void) {
#ifdef OK
    return CT_CAN_STANDARD(0x7FF);
#else
    return CT_CAN_STANDARD(0x800);
#endif
}
