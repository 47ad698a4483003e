// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Reset and clock control: oscillators that take their time, the PLL, the switch, the limits of the
// buses and of the flash. RM0090, 7.2 and 7.3; start-up times: data sheet, typical values.
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

enum { HSI_HZ = 16000000, HSI_NS = 2200, HSE_NS = 2000000, PLL_NS = 200000, LSE_NS = 2000000000,
       LSI_NS = 15000, SWITCH_NS = 500, MHZ = 1000000 };

struct ct_model_rcc ct_model_rcc;

/// Told apart by a peripheral that only one of them has.
static bool is_f401(void) { return ct_model_has("SPI4"); }

static uint32_t pll_hz(void) {
    const uint32_t in = CT_MODEL_GET(RCC->PLLCFGR, RCC_PLLCFGR_PLLSRC) ? ct_model_rcc.crystal_hz : HSI_HZ;
    const uint32_t m = CT_MODEL_GET(RCC->PLLCFGR, RCC_PLLCFGR_PLLM);
    const uint32_t n = CT_MODEL_GET(RCC->PLLCFGR, RCC_PLLCFGR_PLLN);
    const uint32_t p = 2 * (CT_MODEL_GET(RCC->PLLCFGR, RCC_PLLCFGR_PLLP) + 1);
    return m ? (uint32_t)((uint64_t)in * n / m / p) : 0;
}

static uint32_t sysclk_hz(void) {
    switch (CT_MODEL_GET(RCC->CFGR, RCC_CFGR_SWS)) {
    case 1: return ct_model_rcc.crystal_hz;
    case 2: return pll_hz();
    default: return HSI_HZ;
    }
}

uint32_t ct_model_clock_hz(enum ct_model_clock clock) {
    static const uint16_t ahb_divisors[8] = {2, 4, 8, 16, 64, 128, 256, 512};
    const uint32_t hpre = CT_MODEL_GET(RCC->CFGR, RCC_CFGR_HPRE);
    const uint32_t ahb = sysclk_hz() / (hpre & 8 ? ahb_divisors[hpre & 7] : 1);
    uint32_t apb[2], timers[2];
    for (int bus = 0; bus < 2; bus++) {
        const uint32_t pre = bus ? CT_MODEL_GET(RCC->CFGR, RCC_CFGR_PPRE2) : CT_MODEL_GET(RCC->CFGR, RCC_CFGR_PPRE1);
        apb[bus] = pre & 4 ? ahb >> ((pre & 3) + 1) : ahb;
        timers[bus] = pre & 4 ? 2 * apb[bus] : apb[bus]; // RM0090, 7.2, figure 21
    }
    switch (clock) {
    case CT_MODEL_SYSCLK: return sysclk_hz();
    case CT_MODEL_AHB: return ahb;
    case CT_MODEL_APB1: return apb[0];
    case CT_MODEL_APB2: return apb[1];
    case CT_MODEL_TIMERS1: return timers[0];
    case CT_MODEL_TIMERS2: return timers[1];
    }
    return 0;
}

uint64_t ct_model_cycles_ns(enum ct_model_clock clock, uint64_t cycles) {
    const uint64_t hz = ct_model_clock_hz(clock);
    return hz ? (cycles * 1000000000u + hz / 2) / hz : UINT64_MAX / 2;
}

/// The limits at a supply of 2.7 to 3.6 V: RM0090 table 10, data sheet DS8626 table 14; RM0368
/// table 6, data sheet DS9716 table 14.
static void check_limits(void) {
    const bool small = is_f401();
    const uint32_t ahb = ct_model_clock_hz(CT_MODEL_AHB);
    const uint32_t most = small ? 84 * MHZ : 168 * MHZ;
    if (ct_model_clock_hz(CT_MODEL_SYSCLK) > most)
        ct_model_report("SYSCLK runs at %u Hz, above the limit", ct_model_clock_hz(CT_MODEL_SYSCLK));
    if (ct_model_clock_hz(CT_MODEL_APB1) > 42 * MHZ)
        ct_model_report("APB1 runs at %u Hz, above the limit", ct_model_clock_hz(CT_MODEL_APB1));
    if (ct_model_clock_hz(CT_MODEL_APB2) > 84 * MHZ)
        ct_model_report("APB2 runs at %u Hz, above the limit", ct_model_clock_hz(CT_MODEL_APB2));
    const uint32_t needed = (ahb - 1) / (30 * MHZ), set = CT_MODEL_GET(FLASH->ACR, FLASH_ACR_LATENCY);
    if (ahb && set < needed)
        ct_model_report("FLASH.ACR has %u wait states, %u Hz need %u", set, ahb, needed);
}

/* ---- flags that come in time */

static void interrupts(void) {
    const uint32_t cir = ct_model_peek(RCC->CIR);
    ct_model_line(RCC_IRQn, cir & cir >> 8 & 0x3F);
}
static void ready_interrupt(unsigned number) { // LSI LSE HSI HSE PLL: CIR's order
    ct_model_poke(RCC->CIR, ct_model_peek(RCC->CIR) | 1u << number);
    interrupts();
}

static bool is_ready(uint32_t source) {
    return source == 0   ? CT_MODEL_GET(RCC->CR, RCC_CR_HSIRDY)
           : source == 1 ? CT_MODEL_GET(RCC->CR, RCC_CR_HSERDY)
                         : CT_MODEL_GET(RCC->CR, RCC_CR_PLLRDY);
}

static void try_switch(void *unused) {
    (void)unused;
    const uint32_t wanted = CT_MODEL_GET(RCC->CFGR, RCC_CFGR_SW);
    if (ct_model_rcc.switch_is_stuck || !is_ready(wanted)) return;
    if (CT_MODEL_GET(RCC->CFGR, RCC_CFGR_SWS) == wanted) return;
    CT_MODEL_PUT(RCC->CFGR, RCC_CFGR_SWS, wanted);
    check_limits();
}
static void switch_soon(void) { ct_model_after(&ct_model_rcc.change, SWITCH_NS, try_switch, NULL); }

static void hsi_ready(void *unused) {
    (void)unused;
    CT_MODEL_PUT(RCC->CR, RCC_CR_HSIRDY, 1);
    ready_interrupt(2);
    switch_soon();
}
static void hse_ready(void *unused) {
    (void)unused;
    if (ct_model_rcc.crystal_is_dead) return;
    CT_MODEL_PUT(RCC->CR, RCC_CR_HSERDY, 1);
    ready_interrupt(3);
    switch_soon();
}
static void pll_ready(void *unused) {
    (void)unused;
    if (ct_model_rcc.pll_does_not_lock) return;
    if (!is_ready(CT_MODEL_GET(RCC->PLLCFGR, RCC_PLLCFGR_PLLSRC))) {
        ct_model_report("the PLL is on without a source that runs");
        return;
    }
    CT_MODEL_PUT(RCC->CR, RCC_CR_PLLRDY, 1);
    ready_interrupt(4);
    switch_soon();
}
static void lse_ready(void *unused) {
    (void)unused;
    if (ct_model_rcc.watch_crystal_is_dead) return;
    CT_MODEL_PUT(RCC->BDCR, RCC_BDCR_LSERDY, 1);
    ready_interrupt(1);
}
static void lsi_ready(void *unused) {
    (void)unused;
    CT_MODEL_PUT(RCC->CSR, RCC_CSR_LSIRDY, 1);
    ready_interrupt(0);
}

void ct_model_rcc_crystal_stops(void) {
    ct_model_rcc.crystal_is_dead = true;
    CT_MODEL_PUT(RCC->CR, RCC_CR_HSERDY, 0);
    const uint32_t in_use = CT_MODEL_GET(RCC->CFGR, RCC_CFGR_SWS);
    const bool feeds_pll = CT_MODEL_GET(RCC->PLLCFGR, RCC_PLLCFGR_PLLSRC);
    const bool is_lost = in_use == 1 || (in_use == 2 && feeds_pll);
    if (!CT_MODEL_GET(RCC->CR, RCC_CR_CSSON)) {
        if (is_lost) ct_model_report("the crystal has stopped without clock security: the core stands still");
        return;
    }
    // 7.2.7: HSE off; the PLL too if it fed the system; SYSCLK from HSI; NMI until CSSC is written
    CT_MODEL_PUT(RCC->CR, RCC_CR_HSEON, 0);
    if (feeds_pll) {
        CT_MODEL_PUT(RCC->CR, RCC_CR_PLLON, 0);
        CT_MODEL_PUT(RCC->CR, RCC_CR_PLLRDY, 0);
    }
    CT_MODEL_PUT(RCC->CR, RCC_CR_HSION, 1);
    CT_MODEL_PUT(RCC->CR, RCC_CR_HSIRDY, 1);
    if (is_lost) {
        CT_MODEL_PUT(RCC->CFGR, RCC_CFGR_SW, 0);
        CT_MODEL_PUT(RCC->CFGR, RCC_CFGR_SWS, 0);
    }
    CT_MODEL_PUT(RCC->CIR, RCC_CIR_CSSF, 1);
    ct_host_nmi();
    if (CT_MODEL_GET(RCC->CIR, RCC_CIR_CSSF)) ct_model_report("the NMI of the clock security comes for ever: CSSC was not written");
}

/* ---- accesses */

static void wrote_cr(const struct ct_model_write *w) {
    const uint32_t on = w->now & ~w->before, off = w->before & ~w->now;
    const uint32_t used = CT_MODEL_GET(RCC->CFGR, RCC_CFGR_SWS);
    const bool used_by_pll = used == 2 && CT_MODEL_GET(RCC->PLLCFGR, RCC_PLLCFGR_PLLSRC);
    uint32_t kept = 0; // what runs the system cannot be turned off: 7.3.1
    if (used == 0 || (used == 2 && !used_by_pll)) kept |= (uint32_t)reg_mask(RCC_CR_HSION);
    if (used == 1 || used_by_pll) kept |= (uint32_t)reg_mask(RCC_CR_HSEON);
    if (used == 2) kept |= (uint32_t)reg_mask(RCC_CR_PLLON);
    if (off & kept) ct_model_report("RCC.CR turns off what the system clock runs from (0x%x)", off & kept);
    ct_model_poke(RCC->CR, w->now | (off & kept));
    if (on & reg_mask(RCC_CR_HSION)) ct_model_after(&ct_model_rcc.hsi, HSI_NS, hsi_ready, NULL);
    if (on & reg_mask(RCC_CR_HSEON)) ct_model_after(&ct_model_rcc.hse, HSE_NS, hse_ready, NULL);
    if (on & reg_mask(RCC_CR_PLLON)) ct_model_after(&ct_model_rcc.pll, PLL_NS, pll_ready, NULL);
    if (off & reg_mask(RCC_CR_HSION)) {
        ct_host_cancel(&ct_model_rcc.hsi);
        CT_MODEL_PUT(RCC->CR, RCC_CR_HSIRDY, 0);
    }
    if (off & reg_mask(RCC_CR_HSEON)) {
        ct_host_cancel(&ct_model_rcc.hse);
        CT_MODEL_PUT(RCC->CR, RCC_CR_HSERDY, 0);
    }
    if (off & reg_mask(RCC_CR_PLLON)) {
        ct_host_cancel(&ct_model_rcc.pll);
        CT_MODEL_PUT(RCC->CR, RCC_CR_PLLRDY, 0);
    }
}

/// The backup domain is closed until PWR.CR.DBP is set; BDRST clears it. RM0090, 5.1.2, 7.3.20.
static void wrote_bdcr(const struct ct_model_write *w) {
    if (!CT_MODEL_GET(PWR->CR, PWR_CR_DBP)) {
        ct_model_report("RCC.BDCR is written while PWR.CR.DBP is 0");
        ct_model_poke(RCC->BDCR, w->before);
        return;
    }
    const uint32_t on = w->now & ~w->before, off = w->before & ~w->now;
    if (on & reg_mask(RCC_BDCR_BDRST)) {
        ct_model_poke(RCC->BDCR, reg_mask(RCC_BDCR_BDRST));
        ct_host_cancel(&ct_model_rcc.lse);
        ct_model_rtc_forget();
        return;
    }
    const uint32_t source = (uint32_t)reg_mask(RCC_BDCR_RTCSEL); // may be chosen once only
    if ((w->before & source) && ((w->before ^ w->now) & source)) {
        ct_model_report("RCC.BDCR: the clock of the RTC is chosen already; only BDRST can change it");
        ct_model_poke(RCC->BDCR, (w->now & ~source) | (w->before & source));
    }
    if (on & reg_mask(RCC_BDCR_LSEON)) ct_model_after(&ct_model_rcc.lse, LSE_NS, lse_ready, NULL);
    if (off & reg_mask(RCC_BDCR_LSEON)) {
        ct_host_cancel(&ct_model_rcc.lse);
        CT_MODEL_PUT(RCC->BDCR, RCC_BDCR_LSERDY, 0);
    }
    if ((w->before ^ w->now) & (reg_mask(RCC_BDCR_RTCEN) | reg_mask(RCC_BDCR_RTCSEL))) ct_model_rtc_clock_changed();
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    (void)part;
    switch (w->offset) {
    case offsetof(struct RCC_regs, CR): wrote_cr(w); break;
    case offsetof(struct RCC_regs, PLLCFGR):
        if (CT_MODEL_GET(RCC->CR, RCC_CR_PLLON) && w->now != w->before)
            ct_model_report("RCC.PLLCFGR is written while the PLL is on");
        break;
    case offsetof(struct RCC_regs, CFGR):
        check_limits();
        switch_soon();
        break;
    case offsetof(struct RCC_regs, CIR):
        // a one at 16 to 23 clears the flag 16 below
        ct_model_poke(RCC->CIR, (w->before & 0xBF & ~(w->value >> 16)) | (w->value & 0x3F00));
        interrupts();
        break;
    case offsetof(struct RCC_regs, CSR):
        if (w->value & reg_mask(RCC_CSR_RMVF)) ct_model_poke(RCC->CSR, w->now & 0x00FFFFFF & ~(uint32_t)reg_mask(RCC_CSR_RMVF));
        if (w->now & ~w->before & reg_mask(RCC_CSR_LSION)) ct_model_after(&ct_model_rcc.lsi, LSI_NS, lsi_ready, NULL);
        if (w->before & ~w->now & reg_mask(RCC_CSR_LSION)) CT_MODEL_PUT(RCC->CSR, RCC_CSR_LSIRDY, 0);
        break;
    case offsetof(struct RCC_regs, BDCR): wrote_bdcr(w); break;
    }
}

void ct_model_rcc_note_reset(unsigned flag) { ct_model_poke(RCC->CSR, ct_model_peek(RCC->CSR) | 1u << flag); }

static void reset(struct ct_model_part *part) {
    struct ct_model_rcc *rcc = (struct ct_model_rcc *)part;
    struct ct_host_event *const events[] = {&rcc->hsi, &rcc->hse, &rcc->pll, &rcc->lse, &rcc->lsi, &rcc->change};
    for (unsigned i = 0; i < CT_COUNT(events); i++) ct_host_cancel(events[i]);
}

void ct_model_add_rcc(void) {
    ct_model_rcc = (struct ct_model_rcc){.part = {.name = "RCC", .reset = reset, .wrote = wrote}, .crystal_hz = 8 * MHZ};
    ct_model_add(&ct_model_rcc.part);
}
