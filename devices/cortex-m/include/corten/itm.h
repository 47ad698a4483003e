// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The instrumentation trace of a Cortex-M3, M4, M7 or M33: bytes to a debugger, on 32 channels, at the
/// price of a store.
///
///     ct_itm_start(0);                                         // channel 0
///     if (ct_itm_put(0, 'x') == CT_WOULD_BLOCK) busy++;        // the last one is still on its way
///
/// Which pin and how fast is the debugger's to set (TPIU). Without a debugger nothing is lost but the
/// bytes: ct_itm_put returns CT_CLOSED. One context a channel. Armv7-M Architecture Reference Manual, C1.7.
#ifndef CORTEN_ITM_H
#define CORTEN_ITM_H

#include <corten/error.h>
#include <corten/registers.h>

/// Opens a channel, 0 to 31.
ct_inline void ct_itm_start(unsigned channel) {
    reg_set(CoreDebug->DEMCR, CoreDebug_DEMCR_TRCENA);
    reg_write_raw(ITM->LAR, 0xC5ACCE55u);
    reg_set(ITM->TCR, ITM_TCR_ITMENA);
    reg_write_raw(ITM->TER, reg_raw(ITM->TER) | 1u << channel);
}

/// Sends a byte. CT_OK; CT_WOULD_BLOCK; CT_CLOSED: the channel, or the trace, is off.
ct_inline CT_MUST_USE enum ct_error ct_itm_put(unsigned channel, uint8_t byte) {
    if (!reg_get(ITM->TCR, ITM_TCR_ITMENA) || !(reg_raw(ITM->TER) >> channel & 1u)) return CT_CLOSED;
    if (!(reg_raw(ITM->STIM[channel]) & 1u)) return CT_WOULD_BLOCK; // FIFOREADY
#if CT_REG_MODEL
    reg_write_raw(ITM->STIM[channel], byte);
#else
    *(volatile uint8_t *)&ITM->STIM[channel] = byte; // a byte's packet: the access has its width
#endif
    return CT_OK;
}

#endif
