// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The registers of a chip, natively: `model_open()`, and what one holds, `model_at(address)`.
#include <corten/registers_model.h>

#include <assert.h>

static struct ct_reg_model model;
static uint64_t model_words[device_model_count];

static inline void model_open(void) {
    ct_reg_model_open(&model, &device_model, model_words);
    ct_reg_model_use(&model);
}
static inline uint64_t model_at(uint64_t address) { return ct_reg_model_peek(&model, address); }
