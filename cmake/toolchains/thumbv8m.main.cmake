# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
# Cortex-M33 without use of the FPU
set(CORTEN_CORE thumbv8m.main)
set(CORTEN_CPU_FLAGS "-mcpu=cortex-m33 -mthumb -mfloat-abi=soft")
include(${CMAKE_CURRENT_LIST_DIR}/arm-none-eabi.cmake)
