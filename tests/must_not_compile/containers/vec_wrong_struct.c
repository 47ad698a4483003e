// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: /incompatible type|incompatible types/
#include <corten/vec.h>

struct inch {
    float value;
};
struct metre {
    float value;
};
static CT_VEC(struct metre, 8) lengths;

int give(struct inch i, struct metre m) {
    (void)i, (void)m;
#ifdef OK
    return ct_vec_push(&lengths, m);
#else
    return ct_vec_push(&lengths, i);
#endif
}
