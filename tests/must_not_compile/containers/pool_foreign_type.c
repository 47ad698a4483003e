// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: incompatible pointer type
// flags: {device lm3s6965}
#include <corten/pool.h>

static CT_POOL(uint32_t, 4) words;

void give(uint32_t *word, uint16_t *halfword) {
    (void)word, (void)halfword;
#ifdef OK
    ct_pool_free(&words, word);
#else
    ct_pool_free(&words, halfword);
#endif
}
