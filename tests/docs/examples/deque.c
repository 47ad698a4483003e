// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/deque.c
// skip: 6-7
#include <corten/deque.h>

#include <assert.h>

static int done;
static void drop(void) { assert(0); }
static void work_on(int job) { done = 10 * done + job; }

int main(void) {
    //@ 1-5
    assert(done == 17);
}
