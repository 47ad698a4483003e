// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// size "tour 3, targets: image for lm3s6965evb, with -flto"
// board: lm3s6965evb
// cores: thumbv7m
// firmware: LTO PANIC halt
#include "../../examples/tour/03_targets/main.c"
