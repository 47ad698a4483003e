// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The small parts of the chip: watchdogs, CRC, and what the core has.
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

#include <stdio.h>

/* ---- the core: cycle counter, trace, reset. Armv7-M ARM, B3.2.6, C1.7, C1.8 */

static struct dwt {
    struct ct_model_part part;
    uint64_t base_ns; // since then it counts on from what the register holds
} dwt;

static uint32_t dwt_read(struct ct_model_part *part, uint32_t offset, uint32_t value) {
    (void)part;
    if (offset != offsetof(struct DWT_regs, CYCCNT)) return value;
    if (!CT_MODEL_GET(CoreDebug->DEMCR, CoreDebug_DEMCR_TRCENA) || !CT_MODEL_GET(DWT->CTRL, DWT_CTRL_CYCCNTENA))
        return value;
    const uint64_t ns = ct_host_now() - dwt.base_ns, mhz = ct_model_clock_hz(CT_MODEL_AHB) / 1000000;
    return value + (uint32_t)(ns * mhz / 1000);
}
static void dwt_wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    (void)part;
    if (w->offset == offsetof(struct DWT_regs, CYCCNT) || w->offset == offsetof(struct DWT_regs, CTRL))
        dwt.base_ns = ct_host_now();
}

static struct ct_model_part itm, scb;
void (*ct_model_itm_heard)(unsigned channel, uint32_t value);

static uint32_t itm_read(struct ct_model_part *part, uint32_t offset, uint32_t value) {
    (void)part;
    return offset < 0x80 ? 1 : value; // FIFOREADY
}
static void itm_wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    (void)part;
    if (w->offset < 0x80 && CT_MODEL_GET(ITM->TCR, ITM_TCR_ITMENA) &&
        (ct_model_peek(ITM->TER) >> (w->offset / 4) & 1) && ct_model_itm_heard)
        ct_model_itm_heard(w->offset / 4, w->value);
}
static void scb_wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    (void)part;
    if (w->offset == offsetof(struct SCB_regs, AIRCR) && w->value >> 16 == 0x05FA &&
        (w->value & reg_mask(SCB_AIRCR_SYSRESETREQ)))
        ct_model_chip_resets(28, "software");
}

void ct_model_chip_resets(unsigned flag, const char *cause) {
    const uint32_t causes = (ct_model_peek(RCC->CSR) & 0xFE000000u) | 1u << flag | 1u << 26; // and the pin: 7.3.21
    ct_model_rtc_keep();
    ct_model_reset_chip();
    ct_model_poke(RCC->CSR, causes);
    ct_model_reset_by(cause);
}

/* ---- the independent watchdog. RM0090, 21.3 and 21.4 */

static struct ct_model_iwdg {
    struct ct_model_part part;
    struct ct_host_event bite, taken_over;
    bool runs, is_open;
} iwdg;
uint32_t ct_model_lsi_hz;
bool ct_model_iwdg_is_slow;

static void iwdg_bite(void *unused) {
    (void)unused;
    ct_model_chip_resets(29, "the independent watchdog");
}
static void iwdg_reload(void) {
    const uint64_t cycles = (uint64_t)(ct_model_peek(IWDG->RLR) + 1) * (4u << ct_model_peek(IWDG->PR));
    if (iwdg.runs) ct_model_after(&iwdg.bite, cycles * 1000000000u / ct_model_lsi_hz, iwdg_bite, NULL);
}
static void iwdg_taken_over(void *unused) {
    (void)unused;
    if (!ct_model_iwdg_is_slow) ct_model_poke(IWDG->SR, 0);
}
static void iwdg_wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    if (w->offset == offsetof(struct IWDG_regs, KR)) {
        iwdg.is_open = w->value == 0x5555;
        if (w->value == 0xCCCC) iwdg.runs = true;
        if (w->value == 0xCCCC || w->value == 0xAAAA) iwdg_reload();
        return;
    }
    const uint32_t flag = w->offset == offsetof(struct IWDG_regs, PR) ? 1 : 2;
    if (!iwdg.is_open || (ct_model_peek(IWDG->SR) & flag)) {
        ct_model_report("IWDG: the register at 0x%x is written while it is %s", w->offset,
                        iwdg.is_open ? "being taken over" : "closed: 0x5555 was not written to KR");
        ct_model_put(part, w->offset, w->before);
        return;
    }
    ct_model_poke(IWDG->SR, ct_model_peek(IWDG->SR) | flag);
    ct_model_after(&iwdg.taken_over, 5u * 1000000000u / ct_model_lsi_hz, iwdg_taken_over, NULL);
}
static void iwdg_reset(struct ct_model_part *part) {
    (void)part;
    ct_host_cancel(&iwdg.bite);
    ct_host_cancel(&iwdg.taken_over);
    iwdg.runs = iwdg.is_open = false;
}

/* ---- the window watchdog. RM0090, 22.3 and 22.6 */

static struct {
    struct ct_model_part part;
    struct ct_host_event tick;
} wwdg;

static void wwdg_tick(void *unused) {
    (void)unused;
    const uint32_t t = CT_MODEL_GET(WWDG->CR, WWDG_CR_T) - 1;
    CT_MODEL_PUT(WWDG->CR, WWDG_CR_T, t);
    if (t == 0x40) {
        ct_model_poke(WWDG->SR, 1);
        ct_model_line(WWDG_IRQn, CT_MODEL_GET(WWDG->CFR, WWDG_CFR_EWI));
    }
    if (t < 0x40) ct_model_chip_resets(30, "the window watchdog");
    ct_model_after(&wwdg.tick, ct_model_cycles_ns(CT_MODEL_APB1, 4096u << CT_MODEL_GET(WWDG->CFR, WWDG_CFR_WDGTB)),
                   wwdg_tick, NULL);
}
static void wwdg_wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    (void)part;
    if (w->offset == offsetof(struct WWDG_regs, CR) && (w->now & reg_mask(WWDG_CR_WDGA))) {
        const bool ran = w->before & reg_mask(WWDG_CR_WDGA);
        if ((w->now & 0x7F) < 0x40) ct_model_chip_resets(30, "the window watchdog, which was given less than 0x40");
        if (ran && (w->before & 0x7F) > CT_MODEL_GET(WWDG->CFR, WWDG_CFR_W))
            ct_model_chip_resets(30, "the window watchdog, fed too early");
        if (!ran)
            ct_model_after(&wwdg.tick, ct_model_cycles_ns(CT_MODEL_APB1, 4096u << CT_MODEL_GET(WWDG->CFR, WWDG_CFR_WDGTB)),
                           wwdg_tick, NULL);
    } else if (w->offset == offsetof(struct WWDG_regs, SR)) {
        ct_model_line(WWDG_IRQn, CT_MODEL_GET(WWDG->SR, WWDG_SR_EWIF) && CT_MODEL_GET(WWDG->CFR, WWDG_CFR_EWI));
    }
}
static void wwdg_reset(struct ct_model_part *part) {
    (void)part;
    ct_host_cancel(&wwdg.tick);
}

/* ---- CRC. RM0090, 4.3 */

static struct ct_model_part crc;

static void crc_wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    (void)part;
    if (w->offset == offsetof(struct CRC_regs, DR)) {
        uint32_t sum = w->before ^ w->value;
        for (int bit = 0; bit < 32; bit++) sum = sum & 0x80000000u ? sum << 1 ^ 0x04C11DB7u : sum << 1;
        ct_model_poke(CRC->DR, sum);
    } else if (w->offset == offsetof(struct CRC_regs, CR) && (w->value & 1)) {
        ct_model_poke(CRC->DR, 0xFFFFFFFFu);
    }
}

void ct_model_add_system(void) {
    dwt = (struct dwt){.part = {.name = "DWT", .read = dwt_read, .wrote = dwt_wrote}};
    itm = (struct ct_model_part){.name = "ITM", .read = itm_read, .wrote = itm_wrote};
    scb = (struct ct_model_part){.name = "SCB", .wrote = scb_wrote};
    crc = (struct ct_model_part){.name = "CRC", .wrote = crc_wrote};
    iwdg = (struct ct_model_iwdg){.part = {.name = "IWDG", .wrote = iwdg_wrote, .reset = iwdg_reset}};
    wwdg.part = (struct ct_model_part){.name = "WWDG", .wrote = wwdg_wrote, .reset = wwdg_reset};
    struct ct_model_part *const parts[] = {&dwt.part, &itm, &scb, &crc, &iwdg.part, &wwdg.part};
    for (unsigned i = 0; i < CT_COUNT(parts); i++) ct_model_add(parts[i]);
    ct_model_lsi_hz = 32000;
    ct_model_iwdg_is_slow = false;
    ct_model_itm_heard = NULL;
    ct_model_add_flash();
    ct_model_add_rtc();
}
