// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// gcc: redefinition of 'PA5_is_already_claimed'
// clang: redefinition of 'PA5_is_already_claimed'
// target: m0 m3 host
#include <corten/claim.h>

CT_CLAIM(PA5);
#ifdef OK
CT_CLAIM(PA6);
#else
CT_CLAIM(PA5);
#endif
