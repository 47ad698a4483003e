// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/mpmc.h>

#include <assert.h>

static unsigned lost, sum;
static void count_lost_job(void) { lost++; }
static void work_on(uint32_t job) { sum += job; }

int main(void) {
    //@ 1-4
    assert(lost == 0 && sum == 3);
}
