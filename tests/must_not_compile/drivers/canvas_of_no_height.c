// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: canvas screen: width and height are 1 to 32767 points
#include <corten/drivers/canvas.h>

#ifdef OK
CT_CANVAS_GREY(screen, 128, 64);
#else
CT_CANVAS_GREY(screen, 128, 0);
#endif
