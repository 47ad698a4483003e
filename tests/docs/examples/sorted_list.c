// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/sorted_list.c
// skip: 6-7
#include <corten/sorted_list.h>

#include <assert.h>

static int done;
static void drop(void) { assert(0); }
static void work_on(int id) { done = 10 * done + id; }

//@ 1

int main(void) {
    //@ 2-5
    assert(done == 21);
}
