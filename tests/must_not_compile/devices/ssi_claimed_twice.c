// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'SSI0_is_already_claimed'
// target: m3
// flags: {device lm3s6965}
#include <corten/ssi.h>

CT_SSI(card, SSI0, 50000000);
#ifndef OK
CT_SSI(display, SSI0, 50000000);
#endif
