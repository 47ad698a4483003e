// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a pool has at most 32767 blocks
// flags: {device lm3s6965}
#include <corten/pool.h>

#ifdef OK
extern CT_POOL(uint8_t, 32767) bytes;
#else
extern CT_POOL(uint8_t, 32768) bytes;
#endif
