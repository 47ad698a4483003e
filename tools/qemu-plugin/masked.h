// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Sections with interrupts masked, of a plugin: masked.c.
#ifndef CORTEN_QEMU_MASKED_H
#define CORTEN_QEMU_MASKED_H

#include "api.h"

#include <stdio.h>

extern bool masked_is_wanted;

bool masked_take(const char *key, const char *value); ///< an option; false when it is another's
void masked_begin(qemu_plugin_id_t id);
void masked_translated(struct qemu_plugin_insn *insn);
void masked_report(FILE *out);

#endif
