// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CORTEN_DEVICE_H
#define CORTEN_DEVICE_H
#define CT_DEVICE_PRIORITY_BITS 3
#endif
