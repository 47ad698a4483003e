# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0

list(APPEND CORTEN_BOARD_LIBRARIES corten::device_stm32 corten::device_cortex-m)
