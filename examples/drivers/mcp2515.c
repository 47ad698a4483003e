// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A frame goes out and, in loop-back, comes in again.
#include "tray.h"

#include <corten/drivers/mcp2515.h>

CT_MCP2515_DEFINE(body, .spi = TRAY_CAN, .delay = TRAY_DELAY, .crystal_hz = 16000000,
                  .bit_hz = 250000, .is_loopback = true)

void mcp2515_example(void);
void mcp2515_example(void) {
    struct ct_can_frame frame = {.id = CT_CAN_EXTENDED(0x18FEF100), .length = 2, .data = {40, 2}};
    struct ct_can_frame displaced;
    int e = body_start();
    if (!e) e = ct_can_transmit(body_can(), &frame, &displaced);
    if (!e) e = ct_can_receive(body_can(), &frame);
    tray_say("mcp2515", e ? e : frame.data[0]);
}
