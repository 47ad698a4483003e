// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: model
// flags: {device nrf51822}
#include <corten/clocks.h>

#include <string.h>

#include "model.h"

static const char *reported;
static void report(const char *flag) { reported = flag; }
int main(void) {
    model_open(); // whose clocks never come
    //@ 1-2
    assert(result.error == CT_TIMEOUT && !strcmp(reported, "HFCLKSTARTED"));
    assert(result.core_hz == 16000000);
}
