// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CORTEN_QEMU_TYPIST_H
#define CORTEN_QEMU_TYPIST_H

#include "api.h"

#include <stdio.h>

/// Takes an option of its own; false when it is nobody's.
bool typist_take(const char *key, char *value);
/// After all options; false (and a message) when they do not fit together.
bool typist_begin(FILE *out);
/// For every translated instruction.
void typist_translated(struct qemu_plugin_insn *insn, uint64_t address);

#endif
