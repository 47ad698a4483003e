// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/error.h>

#include <assert.h>

//@ 1-2
enum ct_error open(void) { return CT_OK; }
int main(void) { assert(twice(21) == 42 && !open()); }
