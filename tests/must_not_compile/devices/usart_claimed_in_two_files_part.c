// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/usart.h>

#ifdef OK
CT_USART(modem, USART2);
#else
CT_USART(modem, USART1);
#endif
