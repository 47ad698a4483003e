// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: a container needs room for at least one element
// target: m0 m3 host
#include <corten/spsc.h>

#ifdef OK
enum { SLOTS = 1 };
#else
enum { SLOTS = 0 };
#endif
CT_SPSC(uint16_t, SLOTS) queue;
