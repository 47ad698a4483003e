// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/spsc.c
#include <corten/spsc.h>

#include <assert.h>

static unsigned lost, sum;
static void count_lost_sample(void) { lost++; }
static void print(unsigned sample) { sum += sample; }

//@ 1
int main(void) {
    //@ 2
    //@ 3-4
    assert(lost == 0 && sum == 512);
}
