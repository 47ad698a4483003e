// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the value is not of the container's element type
#include <corten/vec.h>

static CT_VEC(const char *, 8) names;

int give(int *number, const char *name) {
    (void)number, (void)name;
#ifdef OK
    return ct_vec_push(&names, name);
#else
    return ct_vec_push(&names, number);
#endif
}
