// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// External interrupts: edges of the pins that SYSCFG has chosen, and of the peripherals behind the
// lines 16 to 22. RM0090, 9.2 and 12.2.
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

enum { LINES = 23 };

static struct ct_model_part exti;

static void interrupts(void) {
    static const int irqs[LINES] = {
        EXTI0_IRQn, EXTI1_IRQn, EXTI2_IRQn, EXTI3_IRQn, EXTI4_IRQn, EXTI9_5_IRQn, EXTI9_5_IRQn,
        EXTI9_5_IRQn, EXTI9_5_IRQn, EXTI9_5_IRQn, EXTI15_10_IRQn, EXTI15_10_IRQn, EXTI15_10_IRQn,
        EXTI15_10_IRQn, EXTI15_10_IRQn, EXTI15_10_IRQn, PVD_IRQn, RTC_Alarm_IRQn, -1, -1, -1,
        TAMP_STAMP_IRQn, RTC_WKUP_IRQn};
    const uint32_t asked = ct_model_peek(EXTI->PR) & ct_model_peek(EXTI->IMR);
    for (unsigned line = 0; line < LINES; line++)
        if (irqs[line] >= 0) ct_model_line_of(irqs[line], line, asked >> line & 1);
}

void ct_model_exti_edge(unsigned line, bool rises) {
    const uint32_t armed = rises ? ct_model_peek(EXTI->RTSR) : ct_model_peek(EXTI->FTSR);
    if (!(armed >> line & 1)) return;
    if (line == 11) ct_model_adc_trigger(15, true); // the line's pulse, whichever edge made it
    if (!((ct_model_peek(EXTI->IMR) | ct_model_peek(EXTI->EMR)) >> line & 1)) return;
    ct_model_poke(EXTI->PR, ct_model_peek(EXTI->PR) | 1u << line);
    interrupts();
}

static void pin_changed(unsigned pin, bool high) {
    const unsigned line = pin % 16;
    const uint32_t chosen = ct_model_peek(SYSCFG->EXTICR[line / 4]) >> (line % 4 * 4) & 15;
    if (chosen == pin / 16) ct_model_exti_edge(line, high);
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    (void)part;
    if (w->offset == offsetof(struct EXTI_regs, SWIER)) {
        const uint32_t rise = w->now & ~w->before & ct_model_peek(EXTI->IMR); // 12.3.5
        ct_model_poke(EXTI->PR, ct_model_peek(EXTI->PR) | rise);
    } else if (w->offset == offsetof(struct EXTI_regs, PR)) {
        ct_model_poke(EXTI->PR, w->before & ~w->value);
        ct_model_poke(EXTI->SWIER, ct_model_peek(EXTI->SWIER) & ~w->value);
    }
    interrupts();
}

void ct_model_add_exti(void) {
    exti = (struct ct_model_part){.name = "EXTI", .wrote = wrote};
    ct_model_add(&exti);
    for (unsigned i = 0; i < CT_COUNT(ct_model_pin_changed); i++)
        if (!ct_model_pin_changed[i]) {
            ct_model_pin_changed[i] = pin_changed;
            return;
        }
}
