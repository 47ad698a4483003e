// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The room arch/ is below the devices and knows a few registers of the core by their addresses: the
// same as the description of the core has them, and the bits too.
#include <corten/cortex_m.h>
#include <corten/registers.h>

#pragma GCC diagnostic ignored "-Wint-to-pointer-cast" // arch/ is written for 32 bits

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define SAME(by_hand, described)                                                                   \
    assert_int_equal((uintptr_t)&(by_hand), (uintptr_t)&(described))

static void addresses(void **state) {
    (void)state;
    SAME(CT_SYSTICK_CTRL, SysTick->CTRL);
    SAME(CT_SYSTICK_LOAD, SysTick->LOAD);
    SAME(CT_SYSTICK_VAL, SysTick->VAL);
    for (unsigned n = 0; n < 8; n++) {
        SAME(CT_NVIC_ISER(n), NVIC->ISER[n]);
        SAME(CT_NVIC_ICER(n), NVIC->ICER[n]);
        SAME(CT_NVIC_ISPR(n), NVIC->ISPR[n]);
        SAME(CT_NVIC_IABR(n), NVIC->IABR[n]);
    }
    for (unsigned n = 0; n < 240; n++) { SAME(CT_NVIC_IPR[n], NVIC->IPR[n]); }
    for (unsigned n = 4; n < 16; n++) { SAME(CT_SCB_SHPR[n - 4], SCB->SHPR[n - 4]); }
    SAME(CT_SCB_ICSR, SCB->ICSR);
    SAME(CT_SCB_VTOR, SCB->VTOR);
    SAME(CT_SCB_AIRCR, SCB->AIRCR);
    SAME(CT_SCB_SHCSR, SCB->SHCSR);
    SAME(CT_SCB_CFSR, SCB->CFSR);
    SAME(CT_SCB_HFSR, SCB->HFSR);
    SAME(CT_SCB_MMFAR, SCB->MMFAR);
    SAME(CT_SCB_BFAR, SCB->BFAR);
    SAME(CT_SCB_CPACR, SCB->CPACR);
    SAME(CT_MPU_TYPE, MPU->TYPE);
    SAME(CT_MPU_CTRL, MPU->CTRL);
    SAME(CT_MPU_RNR, MPU->RNR);
    SAME(CT_MPU_RBAR, MPU->RBAR);
    SAME(CT_MPU_RASR, MPU->RASR);
}

static void bits(void **state) {
    (void)state;
    _Static_assert(CT_SYSTICK_ENABLE == reg_mask(SysTick_CTRL_ENABLE), "");
    _Static_assert(CT_SYSTICK_INTERRUPT == reg_mask(SysTick_CTRL_TICKINT), "");
    _Static_assert(CT_SYSTICK_CORE_CLOCK == reg_mask(SysTick_CTRL_CLKSOURCE), "");
    _Static_assert(CT_ICSR_PEND_SYSTICK == reg_mask(SCB_ICSR_PENDSTSET), "");
    _Static_assert(CT_ICSR_PEND_PENDSV == reg_mask(SCB_ICSR_PENDSVSET), "");
    _Static_assert(CT_AIRCR_KEY == reg_value(SCB_AIRCR_VECTKEY_Key) << 16, "");
    _Static_assert(CT_AIRCR_RESET == reg_mask(SCB_AIRCR_SYSRESETREQ), "");
    _Static_assert(CT_MPU_CTRL_ENABLE == reg_mask(MPU_CTRL_ENABLE), "");
    _Static_assert(CT_MPU_CTRL_DEFAULT_MAP == reg_mask(MPU_CTRL_PRIVDEFENA), "");
    _Static_assert(CT_MPU_RBAR_VALID == reg_mask(MPU_RBAR_VALID), "");
    _Static_assert(CT_MPU_RASR_ENABLE == reg_mask(MPU_RASR_ENABLE), "");
    _Static_assert(CT_MPU_RASR_NO_EXECUTE == reg_mask(MPU_RASR_XN), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(addresses), cmocka_unit_test(bits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
