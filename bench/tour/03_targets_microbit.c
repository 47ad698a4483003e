// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// size "tour 3, targets: image for microbit, with -flto"
// board: microbit
// cores: thumbv6m
// firmware: LTO PANIC halt
#include "../../examples/tour/03_targets/main.c"
