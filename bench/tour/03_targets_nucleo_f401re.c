// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// size "tour 3, targets: image for nucleo-f401re, with -flto"
// board: nucleo-f401re
// cores: thumbv7em-hf
// firmware: LTO PANIC halt
#include "../../examples/tour/03_targets/main.c"
