// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// A set of names, each with something it stands for.
#ifndef CORTEN_TOOLS_SVD_NAMES_H
#define CORTEN_TOOLS_SVD_NAMES_H
#include "svd.h"

struct names {
    struct names_entry {
        const char *name;
        void *of;
    } *entries;
    size_t size, used;
};

// The entry of a name; its `name` is NULL if it is new: then the caller fills it in with names_add().
void *names_find(const struct names *n, const char *name);
// Adds a name that is not there; `of` must not be NULL.
void names_add(struct svd *s, struct names *n, const char *name, void *of);
// name, or name_2, name_3 … if it is taken; entered.
const char *names_unique(struct svd *s, struct names *n, const char *name);
// A C identifier: other characters become '_'; where it stands alone, not a digit first, no keyword.
const char *names_identifier(struct svd *s, const char *name, bool alone);

#endif
