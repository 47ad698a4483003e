// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CORTEN_TOOLS_SVD_BUILD_H
#define CORTEN_TOOLS_SVD_BUILD_H
#include "model.h"

// What registers inherit from what is around them.
struct props {
    uint64_t size; // bits
    unsigned can;
    bool once;
    uint64_t reset, mask;
};
struct props build_props(struct svd *s, const struct node *n, struct props outer);

// The repetition of an element: count 0 if it is not repeated.
struct repeat {
    uint32_t count;
    uint64_t step;
    const char **index; // the names of the elements' indices
    const char *head, *tail, *plain; // the name around the index, and without it
    bool bracket; // NAME[%s]: an array; NAME%s: a list of names
};
struct repeat build_repeat(struct svd *s, const struct node *n, const char *name, uint64_t step);

bool build_access(struct svd *s, const struct node *n, unsigned *can, bool *once);
enum effect build_effect(struct svd *s, const struct node *n, enum effect outer);
enum read_effect build_read(struct svd *s, const struct node *n, enum read_effect outer);
// The named indices of an array, from its dimArrayIndex.
struct values build_index_names(struct svd *s, const struct node *n);
void build_fields(struct svd *s, const struct node *n, struct reg *reg);
// Flags, what a modify keeps, and what the register as a whole can do, from its fields.
void build_flags(struct svd *s, struct reg *reg, bool access_stated);
// Are these the same layout, up to reset values? With `join`, differing reset values are noted in a.
bool build_same_group(struct group *a, struct group *b, bool join);
void layout_group(struct svd *s, struct group *g);

#endif
