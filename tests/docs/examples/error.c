// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/error.h>

#include <assert.h>
#include <string.h>

static enum ct_error sensor_start(void) { return CT_TIMEOUT; }
static const char *printed;
static void print(const char *text) { printed = text; }

int main(void) {
    //@ 1-2
    assert(strcmp(printed, "CT_TIMEOUT") == 0);
}
