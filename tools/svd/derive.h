// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CORTEN_TOOLS_SVD_DERIVE_H
#define CORTEN_TOOLS_SVD_DERIVE_H
#include "svd.h"

// The next element in the order of the file, within root; NULL at the end.
struct node *derive_next(const struct node *n, const struct node *root);
// A name without the place of its index: CCR[%s] is CCR. The length.
size_t derive_plain_name(const char *name, char *out, size_t room);
// The element that a dotted path means from a scope; NULL if none. After svd_derive() only.
struct node *derive_find(struct svd *s, const struct node *scope, enum svd_tag tag,
                         const char *path);

#endif
