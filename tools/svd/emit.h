// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CORTEN_TOOLS_SVD_EMIT_H
#define CORTEN_TOOLS_SVD_EMIT_H
#include "model.h"

// Text that grows in the arena.
struct out {
    struct svd *s;
    char *text;
    size_t n, room;
};
void out_text(struct out *o, const char *text);
void out_hex(struct out *o, uint64_t value);
void out_number(struct out *o, int64_t value);
void out_print(struct out *o, const char *format, ...) __attribute__((format(printf, 2, 3)));
// One line, fit for a // comment; cut at 100 characters.
void out_comment(struct out *o, const char *text);

// Names everything; `prefix` goes before each, `wanted` (comma-separated, or NULL) picks peripherals.
void svd_name(struct svd *s, const char *prefix, const char *wanted);

void svd_emit_header(struct out *o, const char *guard);
void svd_emit_interrupts(struct out *o, const char *guard); // the list of interrupts alone
void svd_emit_asserts(struct out *o, const char *header);   // a C file that checks the layout
void svd_emit_model(struct out *o, const char *symbol);     // a table for <corten/reg_model.h>

const char *emit_access(unsigned can, enum effect effect);

#endif
