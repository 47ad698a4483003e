// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// XML to nodes. Nothing here recurses, and nothing is expanded: a DOCTYPE, without which XML has no
// entities of its own, is refused.
#include "svd.h"

#include <expat.h>
#include <string.h>

struct reader {
    struct svd *s;
    struct node *device; // of this file
    uint32_t file;       // its number, in the place it has in a line
    uint32_t first_line; // lines passed over before the beginning, plus one
    XML_Parser parser;
    struct node *at;    // the element we are in
    uint32_t depth;     // all elements
    uint32_t skip;      // depth inside an unknown element
    char *text;         // of the element we are in, while it has no children
    size_t length, room;
    const char *error;  // the reason for stopping
    uint32_t error_line;
};

// The table of known names, by a hash of their length and letters; made once.
static struct known {
    const char *name;
    enum svd_tag tag;
} known[512];

static unsigned hash_name(const char *name) {
    unsigned h = 5381;
    for (; *name; name++) { h = h * 33 + (unsigned char)*name; }
    return h % (sizeof known / sizeof *known);
}

static void make_known(void) {
    if (known[hash_name("device")].name) { return; }
    for (enum svd_tag tag = TAG_OTHER + 1; tag < TAG_COUNT; tag++) {
        const char *name = svd_tag_name(tag);
        unsigned h = hash_name(name);
        while (known[h].name) { h = (h + 1) % (sizeof known / sizeof *known); }
        known[h] = (struct known){name, tag};
    }
}

static enum svd_tag find_tag(const char *name) {
    for (unsigned h = hash_name(name); known[h].name; h = (h + 1) % (sizeof known / sizeof *known)) {
        if (!strcmp(known[h].name, name)) { return known[h].tag; }
    }
    return TAG_OTHER;
}

static uint32_t line_of(const struct reader *r) {
    uint64_t line = XML_GetCurrentLineNumber(r->parser) + r->first_line - 1;
    uint64_t most = (1u << SVD_LINE_BITS) - 1;
    return r->file | (uint32_t)(line < most ? line : most);
}

static void stop(struct reader *r, const char *why) {
    if (!r->error) {
        r->error = why;
        r->error_line = line_of(r);
    }
    XML_StopParser(r->parser, XML_FALSE);
}

static const char *trimmed(struct svd *s, const char *text, size_t n) {
    while (n && strchr(" \t\r\n", text[0])) { text++, n--; }
    while (n && strchr(" \t\r\n", text[n - 1])) { n--; }
    return n ? arena_copy(&s->arena, text, n) : "";
}

// What holds only other elements needs no text; it saves the copying of a file's indentation.
static bool holds_text(enum svd_tag tag) {
    switch (tag) {
    case TAG_device: case TAG_peripherals: case TAG_peripheral: case TAG_registers:
    case TAG_register: case TAG_cluster: case TAG_fields: case TAG_field:
    case TAG_enumeratedValues: case TAG_enumeratedValue: case TAG_interrupt: case TAG_cpu:
    case TAG_addressBlock: case TAG_writeConstraint: case TAG_dimArrayIndex: case TAG_range:
        return false;
    default:
        return true;
    }
}

static void XMLCALL start(void *user, const XML_Char *name, const XML_Char **attributes) {
    struct reader *r = user;
    struct svd *s = r->s;
    if (r->error) { return; }
    if (++r->depth > svd_limits.depth) {
        stop(r, "elements nested too deeply");
        return;
    }
    if (r->skip) {
        r->skip++;
        return;
    }
    enum svd_tag tag = find_tag(name);
    if (!r->at && tag != TAG_device) {
        stop(r, "not a device description: its outermost element is not <device>");
        return;
    }
    if (tag == TAG_OTHER) {
        r->skip = 1;
        return;
    }
    if (!r->at && r->device) {
        stop(r, "a second <device>");
        return;
    }
    r->at = node_new(s, r->at, tag, line_of(r));
    if (!r->device) { r->device = r->at; }
    for (; *attributes; attributes += 2) {
        size_t n = strlen(attributes[1]);
        if (n > svd_limits.text) {
            stop(r, "an attribute of more than 65536 characters");
            return;
        }
        if (!strcmp(attributes[0], "derivedFrom")) {
            r->at->derived = trimmed(s, attributes[1], n);
        } else if (tag == TAG_enumeratedValues && !strcmp(attributes[0], "name")) {
            struct node *c = node_new(s, r->at, TAG_name, r->at->line);
            c->text = trimmed(s, attributes[1], n);
        }
    }
    r->length = 0;
}

static void XMLCALL end(void *user, const XML_Char *name) {
    struct reader *r = user;
    (void)name;
    if (r->error) { return; }
    r->depth--;
    if (r->skip) {
        r->skip--;
        return;
    }
    struct node *n = r->at;
    if (!n->first && r->length) { n->text = trimmed(r->s, r->text, r->length); }
    // <derivedFrom> as an element is how some vendors write the attribute
    if (n->tag == TAG_derivedFrom && n->parent && !n->parent->derived) {
        n->parent->derived = n->text;
    }
    r->length = 0;
    r->at = n->parent;
}

static void XMLCALL text(void *user, const XML_Char *p, int n) {
    struct reader *r = user;
    if (r->error || r->skip || !r->at || !holds_text(r->at->tag)) { return; }
    size_t more = (size_t)n;
    if (more > svd_limits.text - r->length) {
        if (r->at->tag == TAG_description) { // only its beginning is used
            more = svd_limits.text - r->length;
        } else {
            stop(r, "a text of more than 65536 characters");
            return;
        }
    }
    while (r->room < r->length + more) {
        r->text = arena_grow(&r->s->arena, r->text, &r->room, r->room, 1);
    }
    memcpy(r->text + r->length, p, more);
    r->length += more;
}

static void XMLCALL doctype(void *user, const XML_Char *a, const XML_Char *b, const XML_Char *c,
                            int d) {
    (void)a, (void)b, (void)c, (void)d;
    stop(user, "a DOCTYPE, which no device description needs, is refused");
}

// Bytes above 127 are only in descriptions: any encoding of one byte a character will do.
static int XMLCALL encoding(void *user, const XML_Char *name, XML_Encoding *info) {
    (void)user, (void)name;
    for (int i = 0; i < 256; i++) { info->map[i] = i < 128 ? i : 0xA4; }
    info->data = NULL;
    info->convert = NULL;
    info->release = NULL;
    return XML_STATUS_OK;
}

static void parse(struct svd *s, struct reader *r, const char *text_, size_t size);

// The device of a further file lends its peripherals; all else of it is passed over.
static void add_peripherals(struct svd *s, struct node *device) {
    for (struct node *list = device->first, *next; list; list = next) {
        next = list->next;
        if (list->tag != TAG_peripherals) { continue; }
        list->parent = s->device;
        list->next = NULL;
        if (s->device->last) {
            s->device->last->next = list;
        } else {
            s->device->first = list;
        }
        s->device->last = list;
    }
}

void svd_read(struct svd *s, const char *file, const char *text_, size_t size) {
    make_known();
    if (s->file_count == SVD_MAX_FILES) { svd_fail(s, 0, "more than %d files", SVD_MAX_FILES); }
    const char *described = s->file;
    s->files[s->file_count] = file;
    s->file = file; // messages without a line
    if (size > svd_limits.file) { svd_fail(s, 0, "the file is larger than 256 MB"); }
    uint32_t first_line = 1;
    while (size && strchr(" \t\r\n", *text_) && *text_) { // what XML does not allow and some write
        first_line += *text_ == '\n';
        text_++, size--;
    }
    if (!size) { svd_fail(s, 0, "the file is empty"); }
    struct reader r = {.s = s, .file = s->file_count++ << SVD_LINE_BITS, .first_line = first_line};
    r.parser = XML_ParserCreate(NULL);
    if (!r.parser) { svd_fail(s, 0, "out of memory"); }
    s->parser = r.parser;
    parse(s, &r, text_, size);
    if (s->device) {
        add_peripherals(s, r.device);
        s->file = described;
    } else {
        s->device = r.device;
    }
}

void svd_read_stop(struct svd *s) {
    if (s->parser) { XML_ParserFree(s->parser); }
    s->parser = NULL;
}

static void parse(struct svd *s, struct reader *r, const char *text_, size_t size) {
    XML_SetUserData(r->parser, r);
    XML_SetElementHandler(r->parser, start, end);
    XML_SetCharacterDataHandler(r->parser, text);
    XML_SetStartDoctypeDeclHandler(r->parser, doctype);
    XML_SetUnknownEncodingHandler(r->parser, encoding, NULL);
    enum XML_Status status = XML_STATUS_OK;
    for (size_t at = 0; status == XML_STATUS_OK;) {
        size_t n = size - at < (1u << 20) ? size - at : 1u << 20;
        status = XML_Parse(r->parser, text_ + at, (int)n, at + n == size);
        at += n;
        if (at == size) { break; }
    }
    uint32_t line = r->error ? r->error_line : line_of(r);
    const char *error = r->error                   ? r->error
                        : status == XML_STATUS_OK ? NULL
                                                  : XML_ErrorString(XML_GetErrorCode(r->parser));
    svd_read_stop(s);
    if (error) { svd_fail(s, line, "%s", error); }
    if (!r->device) { svd_fail(s, line, "no <device>"); }
}
