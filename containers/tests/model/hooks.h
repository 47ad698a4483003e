// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// What <corten/shared.h> calls when CT_MODEL is defined.
#ifndef CORTEN_TESTS_HOOKS_H
#define CORTEN_TESTS_HOOKS_H

#include <stddef.h>
#include <stdint.h>

uint32_t ct_model_load(const void *at, uint32_t width);
void ct_model_store(void *at, uint32_t width, uint32_t value);
void ct_model_write(void *shared, const void *from, size_t size);
void ct_model_read(void *to, const void *shared, size_t size);
void ct_model_enter(void);
void ct_model_leave(void);

#endif
