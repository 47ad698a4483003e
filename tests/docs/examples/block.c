// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/block.h>

#include <assert.h>

static struct timer { int left; } timer = {3};
static enum ct_error timer_wait(struct timer *one) { return one->left-- ? CT_WOULD_BLOCK : CT_OK; }
int main(void) {
    //@ 1
    assert(!e && timer.left == -1);
}
