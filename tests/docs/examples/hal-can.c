// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/hal/can.h>

#include <assert.h>

static struct ct_can_frame waiting = {.id = CT_CAN_EXTENDED(0x123 << 18)};
static unsigned kept;
static int transmit(void *object, const struct ct_can_frame *frame, struct ct_can_frame *displaced) {
    (void)object;
    if (ct_can_arbitration(frame) >= ct_can_arbitration(&waiting)) return CT_WOULD_BLOCK;
    *displaced = waiting;
    waiting = *frame;
    return CT_CAN_DISPLACED;
}
static enum ct_error receive(void *object, struct ct_can_frame *frame) {
    (void)object;
    *frame = waiting;
    return CT_OK;
}
static void later(const struct ct_can_frame *frame) { kept += frame->id.is_extended; }
int main(void) {
    static const struct ct_can_ops ops = {transmit, receive};
    const struct ct_can can = {&ops, NULL};
    //@ 1-5
    assert(kept == 1 && frame.id.bits == 0x123 && frame.data[1] == 2);
    assert(ct_can_id_compare(CT_CAN_STANDARD(1), CT_CAN_EXTENDED(0)) > 0);
}
