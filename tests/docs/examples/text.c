// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/text.c containers/src/text_format.c
// skip: 5
#include <corten/text.h>

#include <assert.h>
#include <string.h>

static const char *shown;
#define puts(text) (shown = (text))

static void show(void) {
    //@ 1-4
}

int main(void) {
    show();
    assert(shown && strcmp(shown, "t = 21.5 °C") == 0);
}
