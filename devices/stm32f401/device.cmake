# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0

list(APPEND CORTEN_BOARD_LIBRARIES corten::device_stm32f4 corten::device_stm32 corten::device_cortex-m)
include("${CORTEN_ROOT}/devices/stm32f4/family.cmake")
corten_device_svd("${CORTEN_ROOT}/devices/stm32f4/stm32f401.svd" WITH ${CORTEN_STM32F4_SVD})
