// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CORTEN_TOOLS_SVD_CONVERT_H
#define CORTEN_TOOLS_SVD_CONVERT_H
#include "svd.h"

struct svd_options {
    const char *const *with; // further descriptions whose peripherals are added
    size_t with_count;
    const char *output;      // a directory, a file, or NULL: standard output
    bool output_is_directory;
    const char *prefix;      // of all names; NULL
    const char *peripherals; // "A,B": only these; NULL
    const char *overlay;     // a file of patches; NULL: NAME.overlay.toml beside the SVD, if there
    const char *interrupts;  // files to write as well, or NULL
    const char *model;
    const char *asserts;
    bool check; // report what is odd, write nothing
};

// Converts one file; "-" is standard input. Messages go to `messages`. 0, or 1 after an error.
int svd_convert_file(const struct svd_options *options, const char *path, FILE *messages);

// The same up to the header's text, from memory, writing nothing: for fuzzing. 0 or 1.
int svd_convert_text(const char *text, size_t size, const char *overlay, size_t overlay_size);

#endif
