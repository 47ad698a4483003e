// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/compiler.h>
#include <corten/for_each.h>

//@ 1-2
_Static_assert(sizeof(struct sizes) == 3 * sizeof(uint16_t), "");
int main(void) { return (struct sizes){.z = 0}.z; }
