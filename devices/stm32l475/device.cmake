# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0

list(APPEND CORTEN_BOARD_LIBRARIES corten::device_stm32 corten::device_cortex-m)
corten_device_svd("${CORTEN_ROOT}/devices/stm32l475/stm32l475.svd"
    WITH "${CORTEN_ROOT}/devices/cortex-m/cortex-m.svd" "${CORTEN_ROOT}/devices/cortex-m/fpu.svd")
