// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The header: for each register a type, what the verbs must know, and its fields; for each peripheral a
// struct and its address. The shape is that of <corten/reg.h>.
#include "emit.h"
#include "names.h"

#include <string.h>

const char *emit_access(unsigned can, enum effect effect) {
    static const char *const both[] = {"RW",   "RW1C", "RW0C", "RW1S", "RW0S",
                                       "RW1T", "RW0T", "RWC",  "RWS",  "RWM"};
    static const char *const write[] = {"WO",  "W1C", "W0C", "W1S", "W0S",
                                        "W1T", "W0T", "WC",  "WS",  "WM"};
    return can == CAN_READ ? "RO" : can == CAN_WRITE ? write[effect] : both[effect];
}

static const char *kind_of(const struct reg *r) {
    if (r->can == CAN_READ) { return "RO"; }
    if (r->can == CAN_WRITE) { return "WO"; }
    if (r->once || r->read != READ_NONE) { return "RX"; }
    return r->flags ? "RF" : "RW";
}

static uint64_t max_of(const struct field *f) {
    return f->width >= 64 ? UINT64_MAX : (UINT64_C(1) << f->width) - 1;
}

// REGISTER, NAME, POSITION, LARGEST, ACCESS
static void emit_field_facts(struct out *o, const struct reg *r, const struct field *f,
                             const char *name, const char *access) {
    out_text(o, r->full);
    out_text(o, ", ");
    out_text(o, name);
    out_text(o, ", ");
    out_number(o, f->lsb);
    out_text(o, ", ");
    out_hex(o, max_of(f));
    out_text(o, r->width == 64 ? "ull, " : "u, ");
    out_text(o, access);
}

static void emit_value_number(struct out *o, const struct reg *r, uint64_t value) {
    if (value < 10) {
        out_number(o, (int64_t)value);
    } else {
        out_hex(o, value);
    }
    out_text(o, r->width == 64 ? "ull" : "u");
}

static void emit_values(struct out *o, const struct reg *r, const struct field *f) {
    for (size_t i = 0; i < f->values.n; i++) {
        const struct value *v = &f->values.items[i];
        uint64_t max = max_of(f);
        unsigned can = f->can & v->can ? f->can & v->can : f->can;
        if (f->count) { // as a macro of the element's number, then for each element
            out_print(o, "#define %s_%s(n) %s(n, ", f->macro, v->name, f->macro);
            emit_value_number(o, r, v->value);
            out_text(o, ")\n");
            for (uint32_t e = 0; e < f->count && e < 64; e++) {
                out_text(o, "#define ");
                out_text(o, f->elements[e]);
                out_text(o, "_");
                out_text(o, v->name);
                out_text(o, " ");
                out_text(o, f->elements[e]);
                out_text(o, "(");
                emit_value_number(o, r, v->value);
                out_text(o, ")\n");
            }
            continue;
        }
        out_text(o, "#define ");
        out_text(o, f->macro);
        out_text(o, "_");
        out_text(o, v->name);
        if ((v->care & max) != max) {
            out_text(o, " CT_FIELD_LIKE(");
            emit_field_facts(o, r, f, f->name, emit_access(can, can & CAN_WRITE ? f->effect : EFFECT_NONE));
            out_text(o, ", ");
            emit_value_number(o, r, v->value);
            out_text(o, ", ");
            emit_value_number(o, r, v->care & max);
        } else if (can != f->can) {
            out_text(o, " CT_FIELD(");
            emit_field_facts(o, r, f, f->name, emit_access(can, can & CAN_WRITE ? f->effect : EFFECT_NONE));
            out_text(o, ", ");
            emit_value_number(o, r, v->value);
        } else {
            out_text(o, " ");
            out_text(o, f->macro);
            out_text(o, "(");
            emit_value_number(o, r, v->value);
        }
        out_text(o, ")\n");
    }
}

static void emit_field(struct out *o, const struct reg *r, const struct field *f) {
    const char *access = emit_access(f->can, f->effect);
    out_text(o, "#define ");
    out_text(o, f->macro);
    if (f->count) {
        out_text(o, "(n, ...) CT_FIELD_AT(");
        emit_field_facts(o, r, f, f->name, access);
        out_print(o, ", %u, %u, n, __VA_ARGS__)\n", f->step, f->count);
        for (uint32_t e = 0; e < f->count; e++) {
            struct field one = *f;
            one.lsb = f->lsb + e * f->step;
            out_text(o, "#define ");
            out_text(o, f->elements[e]);
            out_text(o, "(...) CT_FIELD(");
            emit_field_facts(o, r, &one, f->elements[e] + strlen(r->full) + 1, access);
            out_text(o, ", __VA_ARGS__)\n");
        }
    } else if (f->limited) {
        out_text(o, "(...) CT_FIELD_IN(");
        emit_field_facts(o, r, f, f->name, access);
        out_text(o, ", ");
        emit_value_number(o, r, f->minimum);
        out_text(o, ", ");
        emit_value_number(o, r, f->maximum);
        out_text(o, ", __VA_ARGS__)\n");
    } else {
        out_text(o, "(...) CT_FIELD(");
        emit_field_facts(o, r, f, f->name, access);
        out_text(o, ", __VA_ARGS__)\n");
    }
    emit_values(o, r, f);
}

static void emit_reg(struct out *o, struct reg *r) {
    if (r->emitted || r->words > 1) { return; }
    r->emitted = true;
    out_text(o, "CT_REG_");
    out_text(o, kind_of(r));
    out_text(o, "(");
    out_text(o, r->full);
    out_text(o, ", ");
    out_number(o, r->width);
    if (r->stride) {
        out_text(o, ", ");
        out_number(o, r->stride);
    }
    out_text(o, ")");
    if (r->about && *r->about) {
        out_text(o, " // ");
        out_comment(o, r->about);
    }
    out_text(o, "\n");
    if (!r->fields.n) { return; }
    const char *suffix = r->width == 64 ? "ull, " : "u, ";
    uint64_t initial = (r->reset & ~r->flag_mask) | r->ones;
    out_text(o, "#define ");
    out_text(o, r->full);
    out_text(o, "_info_ ");
    out_hex(o, r->keep);
    out_text(o, suffix);
    out_hex(o, r->ones);
    out_text(o, suffix);
    out_hex(o, initial);
    out_text(o, suffix);
    out_print(o, "%d, %lld, %lld, %lld\n", !r->reset_differs, (long long)r->atomic[0],
              (long long)r->atomic[1], (long long)r->atomic[2]);
    for (size_t i = 0; i < r->fields.n; i++) { emit_field(o, r, &r->fields.items[i]); }
}

static void indent(struct out *o, unsigned depth) {
    static const char spaces[] = "                    ";
    out_text(o, spaces + sizeof spaces - 1 - (depth > 5 ? 20 : depth * 4));
}

static void emit_member(struct out *o, const struct item *it, unsigned depth) {
    indent(o, depth);
    if (it->group) {
        out_print(o, "struct %s_regs %s", it->group->full, it->name);
    } else if (it->reg->words > 1) {
        out_print(o, "volatile uint32_t %s[%u]", it->name, it->reg->words);
    } else {
        out_print(o, "union %s %s", it->reg->full, it->name);
    }
    if (it->count) { out_print(o, "[%u]", it->count); }
    out_print(o, "; // 0x%llx\n", (unsigned long long)it->offset);
}

static void emit_gap(struct out *o, unsigned *gaps, uint64_t from, uint64_t to, unsigned depth) {
    if (from >= to) { return; }
    indent(o, depth);
    out_print(o, "char gap%u_[%llu];\n", (*gaps)++, (unsigned long long)(to - from));
}

// The members of a track from `at` on; returns where they end.
static uint64_t emit_track(struct out *o, const struct track *t, unsigned *gaps, uint64_t at,
                           unsigned depth) {
    for (size_t i = 0; i < t->n; i++) {
        emit_gap(o, gaps, at, t->items[i]->offset, depth);
        emit_member(o, t->items[i], depth);
        at = t->items[i]->offset + t->items[i]->size;
    }
    return at;
}

static void emit_group(struct out *o, struct group *g) {
    if (g->emitted) { return; }
    g->emitted = true;
    for (size_t i = 0; i < g->items.n; i++) {
        if (g->items.items[i].reg) { emit_reg(o, g->items.items[i].reg); }
    }
    out_print(o, "struct %s_regs {", g->full);
    if (g->about && *g->about) {
        out_text(o, " // ");
        out_comment(o, g->about);
    }
    out_text(o, "\n");
    unsigned gaps = 0;
    uint64_t at = 0;
    for (size_t i = 0; i < g->parts.n; i++) {
        const struct part *p = &g->parts.items[i];
        emit_gap(o, &gaps, at, p->offset, 1);
        if (p->n == 1) {
            at = emit_track(o, &p->items[0], &gaps, p->offset, 1);
            continue;
        }
        out_text(o, "    union {\n");
        for (size_t k = 0; k < p->n; k++) {
            const struct track *t = &p->items[k];
            if (t->n == 1 && t->items[0]->offset == p->offset) {
                emit_member(o, t->items[0], 2);
                continue;
            }
            out_text(o, "        struct {\n");
            emit_track(o, t, &gaps, p->offset, 3);
            out_text(o, "        };\n");
        }
        out_text(o, "    };\n");
        at = p->end;
    }
    emit_gap(o, &gaps, at, g->size, 1);
    if (!g->size) { out_text(o, "    char nothing_;\n"); }
    out_text(o, "};\n");
    for (size_t i = 0; i < g->items.n; i++) { // names of the indices of its arrays
        const struct values *index = &g->items.items[i].index;
        for (size_t k = 0; k < index->n; k++) {
            out_print(o, "#define %s %lluu\n", index->items[k].name,
                      (unsigned long long)index->items[k].value);
        }
    }
    if (g->size) {
        out_print(o, "_Static_assert(sizeof(struct %s_regs) == 0x%llx, \"layout\");\n", g->full,
                  (unsigned long long)g->size);
    }
}

static void emit_interrupt_list(struct out *o) {
    const struct model *m = o->s->model;
    out_text(o, "#define CT_DEVICE_INTERRUPTS(X)");
    int64_t count = 0;
    for (size_t i = 0; i < m->interrupts.n; i++) {
        const struct interrupt *x = &m->interrupts.items[i];
        if (x->number >= count) { count = x->number + 1; }
        if (x->alias) { continue; }
        out_print(o, " \\\n    X(%s%s, %lld)", m->prefix, x->name, (long long)x->number);
    }
    out_print(o, "\n#define CT_DEVICE_INTERRUPT_COUNT %lld\n", (long long)count);
    if (!m->interrupts.n) { return; }
    out_text(o, "enum {\n");
    for (size_t i = 0; i < m->interrupts.n; i++) {
        const struct interrupt *x = &m->interrupts.items[i];
        out_print(o, "    %s%s_IRQn = %lld,", m->prefix, x->name, (long long)x->number);
        if (x->about && *x->about) {
            out_text(o, " // ");
            out_comment(o, x->about);
        }
        out_text(o, "\n");
    }
    for (size_t i = 0; i < m->interrupts.n; i++) {
        out_print(o, "    %s%s_is_an_interrupt_of_this_chip = 1,\n", m->prefix,
                  m->interrupts.items[i].name);
    }
    out_text(o, "};\n");
}

// What is the same in both headers, once in a translation unit.
static void emit_device(struct out *o, const char *guard) {
    const struct model *m = o->s->model;
    out_print(o, "#ifndef %s_INTERRUPTS\n#define %s_INTERRUPTS\n", guard, guard);
    out_text(o, "// The interrupts: X(name, number) of each, in ascending order, and what the core has.\n");
    emit_interrupt_list(o);
    if (m->has_cpu) {
        out_print(o,
                  "#define CT_DEVICE_PRIORITY_BITS %llu\n#define CT_DEVICE_HAS_FPU %d\n"
                  "#define CT_DEVICE_HAS_MPU %d\n#define CT_DEVICE_HAS_VTOR %d\n",
                  (unsigned long long)m->priority_bits, m->fpu, m->mpu, m->vtor);
    }
    out_print(o, "#define CT_DEVICE_HAS_BITBAND %d\n", m->bitband);
    out_text(o, "#endif\n");
}

static void emit_head(struct out *o, const char *what) {
    const struct model *m = o->s->model;
    out_print(o, "// %s of ", what);
    out_comment(o, m->name);
    out_text(o, ", written by `corten svd`: do not edit.\n");
}

void svd_emit_interrupts(struct out *o, const char *guard) {
    emit_head(o, "The interrupts");
    emit_device(o, guard);
}

void svd_emit_header(struct out *o, const char *guard) {
    struct model *m = o->s->model;
    emit_head(o, "The registers");
    out_print(o, "#ifndef %s\n#define %s\n#include <corten/reg.h>\n\n", guard, guard);
    emit_device(o, guard);
    for (size_t i = 0; i < m->groups.n; i++) {
        out_text(o, "\n");
        emit_group(o, m->groups.items[i]);
    }
    out_text(o, "\n");
    for (size_t i = 0; i < m->instances.n; i++) {
        const struct instance *x = &m->instances.items[i];
        if (!x->wanted) { continue; }
        out_print(o, "CT_REG_INSTANCE(%s, %s_regs, 0x%llX%s)\n", x->name, x->group->full,
                  (unsigned long long)x->base, x->base > UINT32_MAX ? "ull" : "u");
    }
    for (size_t i = 0; i < m->arrays.n; i++) {
        const struct array_of_instances *a = &m->arrays.items[i];
        if (!a->group->named) { continue; }
        out_print(o, "#define %s(n) CT_REG_AT(%s_regs, 0x%llXu + 0x%llXu * (n)) // n < %u\n", a->name,
                  a->group->full, (unsigned long long)a->base, (unsigned long long)a->step, a->count);
    }
    out_print(o, "#endif // %s\n", guard);
}

void svd_emit_asserts(struct out *o, const char *header) {
    const struct model *m = o->s->model;
    emit_head(o, "A check of the layout");
    out_print(o, "#include \"%s\"\n#include \"%s\"\n#include <stddef.h>\n", header, header);
    for (size_t g = 0; g < m->groups.n; g++) {
        const struct group *group = m->groups.items[g];
        for (size_t i = 0; i < group->items.n; i++) {
            const struct item *it = &group->items.items[i];
            out_print(o, "_Static_assert(offsetof(struct %s_regs, %s) == 0x%llx, \"\");\n", group->full,
                      it->name, (unsigned long long)it->offset);
            out_print(o, "_Static_assert(sizeof(((struct %s_regs *)0)->%s) == 0x%llx, \"\");\n",
                      group->full, it->name, (unsigned long long)it->size);
            const struct reg *r = it->reg;
            if (!r || r->words > 1) { continue; }
            out_print(o, "_Static_assert(sizeof(((union %s *)0)->%s) == %u, \"\");\n", r->full,
                      r->can & CAN_READ ? "readable" : "writable", r->width / 8);
            for (size_t k = 0; k < r->fields.n; k++) {
                const struct field *f = &r->fields.items[k];
                out_print(o, "_Static_assert(reg_mask(%s%s) == 0x%llxull, \"\");\n", f->macro,
                          f->count ? "(0)" : "", (unsigned long long)max_of(f) << f->lsb);
                for (size_t v = 0; v < f->values.n; v++) {
                    out_print(o, "_Static_assert(reg_value(%s_%s%s) == 0x%llxull, \"\");\n", f->macro,
                              f->values.items[v].name, f->count ? "(0)" : "",
                              (unsigned long long)f->values.items[v].value);
                }
            }
        }
    }
}
