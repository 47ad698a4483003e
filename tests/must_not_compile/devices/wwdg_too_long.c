// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: the window watchdog cannot wait that long at this clock
// target: m4f
// flags: {device stm32f405}
#include <corten/wwdg.h>

#ifdef OK
CT_WWDG(dog, 42000000, 0, 49000);
#else
CT_WWDG(dog, 42000000, 0, 51000);
#endif
