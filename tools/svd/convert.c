// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "convert.h"
#include "emit.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void memory_is_out(void *user) {
    svd_fail(user, 0, "more memory than %zu MB would be needed", svd_limits.memory >> 20);
}

struct bytes {
    char *text; // malloc'ed
    size_t size;
};

// Reads a whole stream, but no more than the limit and one byte.
static bool read_all(FILE *f, struct bytes *b) {
    size_t room = 0;
    struct stat st;
    *b = (struct bytes){0};
    if (!fstat(fileno(f), &st) && S_ISREG(st.st_mode) && st.st_size >= 0 &&
        (uint64_t)st.st_size <= svd_limits.file) { // all of it at once, and room to see its end
        room = (size_t)st.st_size + 1;
        b->text = malloc(room + 1);
        if (!b->text) { return false; }
    }
    for (;;) {
        if (b->size == room) {
            room = room ? room * 2 : 1u << 20;
            char *more = realloc(b->text, room + 1);
            if (!more) { return false; }
            b->text = more;
        }
        size_t n = fread(b->text + b->size, 1, room - b->size, f);
        b->size += n;
        if (!n || b->size > svd_limits.file) { break; }
    }
    b->text[b->size] = 0;
    return !ferror(f);
}

static bool read_file(const char *path, struct bytes *b) {
    FILE *f = fopen(path, "rb");
    if (!f) { return false; }
    bool ok = read_all(f, b);
    int error = errno;
    fclose(f);
    errno = error;
    if (!ok) {
        free(b->text);
        *b = (struct bytes){0};
    }
    return ok;
}

// All or nothing: the old file stays until the new one is whole.
static bool write_file(const char *path, const struct out *o) {
    char *temporary = malloc(strlen(path) + 32);
    if (!temporary) { return false; }
    sprintf(temporary, "%s.%ld.part", path, (long)getpid());
    FILE *f = fopen(temporary, "wb");
    bool ok = f && fwrite(o->text, 1, o->n, f) == o->n;
    if (f && fclose(f)) { ok = false; }
    if (ok && rename(temporary, path)) { ok = false; }
    int error = errno;
    if (!ok && f) { remove(temporary); }
    free(temporary);
    errno = error;
    return ok;
}

// "path/STM32F401.svd" -> "stm32f401"
static char *stem_of(struct svd *s, const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = !strcmp(path, "-") ? "device" : slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    char *stem = arena_copy(&s->arena, name, dot && dot != name ? (size_t)(dot - name) : strlen(name));
    for (char *p = stem; *p; p++) {
        if (*p >= 'A' && *p <= 'Z') { *p = (char)(*p - 'A' + 'a'); }
    }
    return stem;
}

static const char *upper(struct svd *s, const char *text) {
    char *out = arena_copy(&s->arena, text, strlen(text));
    for (char *p = out; *p; p++) {
        bool letter = (*p >= 'a' && *p <= 'z');
        bool other = (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9');
        *p = letter ? (char)(*p - 'a' + 'A') : other ? *p : '_';
    }
    return out;
}


static void write_or_fail(struct svd *s, const char *path, const struct out *o) {
    if (!write_file(path, o)) { svd_fail(s, 0, "cannot write %.200s: %s", path, strerror(errno)); }
}

static void convert(struct svd *s, const struct svd_options *options, const char *path,
                    const struct bytes *file, const struct bytes *overlay, const char *overlay_path) {
    svd_read(s, s->file, file->text, file->size);
    for (size_t i = 0; i < options->with_count; i++) {
        struct bytes more;
        if (!read_file(options->with[i], &more)) {
            svd_fail(s, 0, "cannot read %.200s: %s", options->with[i], strerror(errno));
        }
        s->file_text = more.text;
        svd_read(s, options->with[i], more.text, more.size);
        free(more.text);
        s->file_text = NULL;
    }
    if (overlay->text) { svd_overlay(s, overlay_path, overlay->text, overlay->size); }
    svd_derive(s);
    svd_build(s);
    svd_name(s, options->prefix, options->peripherals);
    if (options->check) { return; }
    const char *stem = stem_of(s, path);
    const char *guard = arena_print(&s->arena, "CORTEN_DEVICE_%s_H", upper(s, stem));
    struct out header = {.s = s}, interrupts = {.s = s}, model = {.s = s}, asserts = {.s = s};
    const char *target = options->output;
    if (options->output_is_directory) {
        target = arena_print(&s->arena, "%s/%s.h", options->output, stem);
    }
    svd_emit_header(&header, guard);
    if (options->interrupts) { svd_emit_interrupts(&interrupts, guard); }
    if (options->model) { svd_emit_model(&model, arena_print(&s->arena, "%sdevice_model", s->model->prefix)); }
    if (options->asserts) {
        const char *slash = target ? strrchr(target, '/') : NULL;
        svd_emit_asserts(&asserts, slash ? slash + 1 : target ? target : "device.h");
    }
    if (!target) {
        if (fwrite(header.text, 1, header.n, stdout) != header.n || fflush(stdout)) {
            svd_fail(s, 0, "cannot write to standard output: %s", strerror(errno));
        }
    } else {
        write_or_fail(s, target, &header);
    }
    if (options->interrupts) { write_or_fail(s, options->interrupts, &interrupts); }
    if (options->model) { write_or_fail(s, options->model, &model); }
    if (options->asserts) { write_or_fail(s, options->asserts, &asserts); }
}

int svd_convert_file(const struct svd_options *options, const char *path, FILE *messages) {
    struct svd s = {.file = strcmp(path, "-") ? path : "<standard input>",
                    .findings = options->check ? messages : NULL};
    struct bytes file = {0}, overlay = {0};
    bool ok = strcmp(path, "-") ? read_file(path, &file) : read_all(stdin, &file);
    if (!ok) {
        fprintf(messages, "%s: error: cannot read it: %s\n", s.file, strerror(errno));
        free(file.text);
        return 1;
    }
    char *beside = NULL;
    const char *overlay_path = options->overlay;
    if (!overlay_path && strcmp(path, "-")) {
        const char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');
        size_t n = dot && (!slash || dot > slash) ? (size_t)(dot - path) : strlen(path);
        beside = malloc(n + 20);
        if (beside) { sprintf(beside, "%.*s.overlay.toml", (int)n, path); }
        if (beside && !access(beside, R_OK)) { overlay_path = beside; }
    }
    int failed = 0;
    if (overlay_path && !read_file(overlay_path, &overlay)) {
        fprintf(messages, "%s: error: cannot read it: %s\n", overlay_path, strerror(errno));
        failed = 1;
    }
    if (!failed) {
        arena_open(&s.arena, svd_limits.memory, memory_is_out, &s);
        if (setjmp(s.failed)) {
            fprintf(messages, "%s\n", s.message);
            failed = 1;
        } else {
            convert(&s, options, path, &file, &overlay, overlay_path);
            if (options->check) {
                fprintf(messages, "%s: %u findings\n", s.file, s.finding_count);
            }
        }
        svd_read_stop(&s);
        free(s.file_text);
        arena_close(&s.arena);
    }
    free(file.text);
    free(overlay.text);
    free(beside);
    return failed;
}

int svd_convert_text(const char *text, size_t size, const char *overlay, size_t overlay_size) {
    struct svd s = {.file = "input"};
    volatile int failed = 1;
    arena_open(&s.arena, svd_limits.memory, memory_is_out, &s);
    if (!setjmp(s.failed)) {
        svd_read(&s, s.file, text, size);
        if (overlay) { svd_overlay(&s, "overlay", overlay, overlay_size); }
        svd_derive(&s);
        svd_build(&s);
        svd_name(&s, NULL, NULL);
        struct out header = {.s = &s}, model = {.s = &s}, asserts = {.s = &s};
        svd_emit_header(&header, "GUARD_H");
        svd_emit_model(&model, "device_model");
        svd_emit_asserts(&asserts, "device.h");
        failed = 0;
    }
    svd_read_stop(&s);
    arena_close(&s.arena);
    return failed;
}
