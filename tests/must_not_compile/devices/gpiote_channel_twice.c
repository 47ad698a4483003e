// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: redefinition of 'GPIOTE_channel_2_is_already_claimed'
// target: m0
// flags: {device nrf51822}
#include <corten/gpiote.h>

CT_GPIO(key, 17);
CT_GPIO(other, 26);
CT_GPIOTE_EDGES(pressed, key, 2);
#ifdef OK
CT_GPIOTE_EDGES(moved, other, 3);
#else
CT_GPIOTE_EDGES(moved, other, 2);
#endif
