// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// One conversion of a device description, from text to header. The steps, each in a file of its own:
//
//   read.c     XML  -> nodes     svd_read()     the tree as written, known elements only
//   overlay.c  TOML -> nodes     svd_overlay()  patches of the tree
//   derive.c   nodes             svd_derive()   derivedFrom becomes a pointer; cycles end here
//   build.c    nodes -> model    svd_build()    inheritance, arrays, numbers: registers with fields
//   layout.c   model             svd_layout()   offsets become structs, overlaps unions
//   name.c     model             svd_name()     every name of the header, made unique
//   emit.c     model -> C        svd_emit_*()
//
// A mistake that leaves no meaning ends the conversion: svd_fail() does not return. What has a meaning
// all the same is a finding, one line for `--check`.
#ifndef CORTEN_TOOLS_SVD_H
#define CORTEN_TOOLS_SVD_H
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "arena.h"
#include "tags.h"

// An element. Its text is trimmed, its attributes are gone but for derivedFrom.
struct node { // a large file has a million: 64 bytes
    uint8_t tag; // enum svd_tag
    bool lends;  // something is derived from it
    uint32_t line;
    const char *text;    // "" if none
    const char *derived; // derivedFrom, or NULL
    struct node *base;   // what derivedFrom names
    struct node *parent, *first, *last, *next;
};

struct svd_limits {
    size_t file, memory; // bytes
    uint32_t depth;      // of elements
    uint32_t items;      // registers, clusters, fields and values once arrays are written out
    uint32_t text;       // characters of a name or value
};
extern const struct svd_limits svd_limits;

// A line and the file it is in: the number of the file in the upper 8 bits.
#define SVD_LINE_BITS 24
#define SVD_MAX_FILES 64

struct svd {
    struct arena arena;
    const char *file; // as messages call it
    const char *files[SVD_MAX_FILES]; // the same for each file read; [0] is `file`
    uint32_t file_count;
    jmp_buf failed;
    char message[600]; // of the failure
    FILE *findings;    // where to report to, or NULL
    unsigned finding_count;
    uint32_t items;
    void *parser;    // expat's, while it runs
    char *file_text; // of the further file that is being read; malloc'ed
    struct node *device;
    struct index *index;
    struct model *model;
};

// Ends the conversion: `FILE:LINE: error: …`; line 0: none. A line is that of a node.
_Noreturn void svd_fail(struct svd *s, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
// Reports what is odd in the file.
void svd_find(struct svd *s, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
// Counts what arrays and derivations multiply; fails at the limit.
void svd_count(struct svd *s, uint32_t line, uint64_t n);

// Reads a file; of a second and further one the peripherals are added to the first's device.
void svd_read(struct svd *s, const char *file, const char *text, size_t size);
void svd_read_stop(struct svd *s); // after a failure
void svd_overlay(struct svd *s, const char *file, const char *text, size_t size);
void svd_derive(struct svd *s);
void svd_build(struct svd *s);
void svd_layout(struct svd *s);

const char *svd_tag_name(enum svd_tag tag);
struct node *node_new(struct svd *s, struct node *parent, enum svd_tag tag, uint32_t line);
// The first child of this kind, own or of what it is derived from; NULL if none.
struct node *node_child(const struct node *n, enum svd_tag tag);
struct node *node_own_child(const struct node *n, enum svd_tag tag);
const char *node_text(const struct node *n, enum svd_tag tag); // of that child; NULL
const char *node_name(const struct node *n);                   // "(no name)" if it has none

// Numbers as the standard writes them: 26, 083 (decimal), 0x1A, #1010, 0b1010, 4k.
// With `care`, x may stand for a digit that does not count: its bit in *care is 0.
bool svd_number(const char *text, uint64_t *value, uint64_t *care);
// The same of a child; false if there is none, failure if it is no number.
bool node_number(struct svd *s, const struct node *n, enum svd_tag tag, uint64_t *value);
// Where the layout does not hang on it: a finding if it is no number.
bool node_number_or_find(struct svd *s, const struct node *n, enum svd_tag tag, uint64_t *value);
bool node_flag(struct svd *s, const struct node *n, enum svd_tag tag, bool otherwise);

#endif
