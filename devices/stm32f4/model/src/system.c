// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The small parts of the chip: the cycle counter of the core.
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

static struct dwt {
    struct ct_model_part part;
    uint64_t base_ns; // CYCCNT was 0 then
} dwt;

/// CYCCNT counts the core's cycles while TRCENA and CYCCNTENA are set. ARMv7-M ARM, C1.8.
static uint32_t dwt_read(struct ct_model_part *part, uint32_t offset, uint32_t value) {
    (void)part;
    if (offset != offsetof(struct DWT_regs, CYCCNT)) return value;
    if (!CT_MODEL_GET(CoreDebug->DEMCR, CoreDebug_DEMCR_TRCENA) || !CT_MODEL_GET(DWT->CTRL, DWT_CTRL_CYCCNTENA))
        return value;
    const uint64_t ns = ct_host_now() - dwt.base_ns;
    return value + (uint32_t)(ns / 1000 * ct_model_clock_hz(CT_MODEL_AHB) / 1000000 +
                              ns % 1000 * (ct_model_clock_hz(CT_MODEL_AHB) / 1000000) / 1000);
}
static void dwt_wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    (void)part;
    if (w->offset == offsetof(struct DWT_regs, CYCCNT) || w->offset == offsetof(struct DWT_regs, CTRL))
        dwt.base_ns = ct_host_now();
}

void ct_model_add_system(void) {
    dwt = (struct dwt){.part = {.name = "DWT", .read = dwt_read, .wrote = dwt_wrote}};
    ct_model_add(&dwt.part);
}
