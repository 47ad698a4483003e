// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/reset.h>
#include <corten/semihosting.h>

#include <stdio.h>
#include <stdlib.h>

void ct_semihosting_write(const char *bytes, size_t length) { fwrite(bytes, 1, length, stdout); }

_Noreturn void ct_semihosting_exit(int status) { exit(status); }

_Noreturn void ct_reset(void) { exit(1); }
