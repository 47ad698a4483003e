// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// link: multiple definition of 'PA5_is_already_claimed'
// with: claim_in_two_files_part.c
// target: m3
#include <corten/claim.h>

CT_CLAIM(PA5);
