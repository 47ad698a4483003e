// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/hal/qei.h>

#include <assert.h>

static int32_t at = 4;
static enum ct_error position(void *object, int32_t *counts) {
    (void)object;
    *counts = at;
    return CT_OK;
}
static int direction(void *object) { return (void)object, -1; }
static enum ct_error set_position(void *object, int32_t counts) {
    (void)object;
    at = counts;
    return CT_OK;
}
static int went_back;
static void backwards(void) { went_back++; }
int main(void) {
    static const struct ct_qei_ops ops = {position, direction, set_position};
    const struct ct_qei wheel = {&ops, NULL};
    //@ 1-4
    assert(counts == 4 && went_back == 1 && at == 0);
}
