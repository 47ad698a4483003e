// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/hal/capture.h>

#include <assert.h>

static uint32_t edges[] = {65000, 100};
static unsigned next;
static enum ct_error start(void *object, enum ct_edges kind) {
    (void)object;
    return kind == CT_EDGE_RISING ? CT_OK : CT_UNSUPPORTED;
}
static enum ct_error take(void *object, struct ct_captured *captured) {
    (void)object;
    *captured = (struct ct_captured){edges[next++], true};
    return CT_OK;
}
int main(void) {
    static const struct ct_capture_ops ops = {.start = start, .take = take};
    const struct ct_capture wheel = {&ops, NULL, .hz = 1000000, .bits = 16};
    //@ 1-5
    assert(period == 636);
}
