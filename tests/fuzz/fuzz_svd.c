// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// A description, and behind a zero byte an overlay: everything that `corten svd` does but writing.
#include "convert.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const uint8_t *zero = size ? memchr(data, 0, size) : NULL;
    size_t n = zero ? (size_t)(zero - data) : size;
    char *text = malloc(n + 1); // terminated, as a file that was read
    memcpy(text, data, n);
    text[n] = 0;
    size_t more = zero ? size - n - 1 : 0;
    char *overlay = malloc(more + 1);
    if (more) { memcpy(overlay, zero + 1, more); }
    overlay[more] = 0;
    svd_convert_text(text, n, zero ? overlay : NULL, more);
    free(text);
    free(overlay);
    return 0;
}
