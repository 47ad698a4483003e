// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/mpsc.h>

#include <assert.h>

static unsigned lost, sum;
static void count_lost_event(void) { lost++; }
static void handle(uint32_t event) { sum += event; }

int main(void) {
    //@ 1-4
    assert(lost == 0 && sum == 3);
}
