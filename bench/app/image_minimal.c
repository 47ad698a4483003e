// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The smallest application.
// size "image: minimal (240 bytes are the vector table)": aim 300, by hand minimal_by_hand, beside RTIC 344/344
// firmware: FAULTS plain
#include <corten/app.h>

CT_APP(DISPATCHERS(), TASKS());

void init(struct init_task self) { (void)self; }
