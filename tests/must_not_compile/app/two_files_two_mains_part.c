// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

#define CT_APP_SPLIT
#ifndef OK
#    define CT_APP_MAIN
#endif
#include <corten/app.h>

CT_TASK(blink, 1);
CT_APP(DISPATCHERS(GPIOA), TASKS(blink));
