// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the capacity is beyond the largest index type
// target: host
#include <corten/spsc.h>

#ifdef OK
typedef CT_SPSC(uint8_t, 0x7FFFFFFF) large;
#else
typedef CT_SPSC(uint8_t, 0x80000000) large;
#endif
_Static_assert(sizeof(large) > 8, "");
