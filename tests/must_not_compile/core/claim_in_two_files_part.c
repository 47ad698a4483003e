// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/claim.h>

#ifdef OK
CT_CLAIM(PA6);
#else
CT_CLAIM(PA5);
#endif
