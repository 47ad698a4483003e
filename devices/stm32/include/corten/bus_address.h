// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The address of an object as other bus masters see it.
///
///     static uint8_t line[64];
///     reg_write_raw(DMA1_Stream0->M0AR, CT_BUS_ADDRESS(line, sizeof line));
///
/// On the chip it is the object's address; natively the model of the chip gives it one
/// (<corten/model.h>), and knows then how far a transfer may reach.
#ifndef CORTEN_BUS_ADDRESS_H
#define CORTEN_BUS_ADDRESS_H

#include <corten/compiler.h>
#include <corten/reg.h>

#if CT_REG_MODEL
uint32_t ct_model_address_of(const volatile void *object, size_t bytes);
#    define CT_BUS_ADDRESS(object, bytes) ct_model_address_of(object, bytes)
#else
#    define CT_BUS_ADDRESS(object, bytes) ((uint32_t)(uintptr_t)(object))
#endif

#endif
