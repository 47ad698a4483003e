// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// skip: 2
#include <corten/claim.h>

//@ 1
int main(void) { return PA5_is_already_claimed; }
