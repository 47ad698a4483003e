// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: incompatible pointer type
// clang: incompatible pointer types
#include <corten/vec.h>

typedef CT_VEC_VIEW(uint8_t) bytes;
void send(bytes these);
#ifdef OK
static CT_VEC(uint8_t, 8) numbers;
#else
static CT_VEC(uint16_t, 8) numbers;
#endif
void start(void) { send(ct_vec_view(bytes, &numbers)); }
