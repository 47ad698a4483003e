# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# A device header that forgets the interrupt list.
set(CORTEN_BOARD_CORES thumbv7m)
set(CORTEN_BOARD_DEVICE "${CMAKE_CURRENT_LIST_DIR}/device")
set(CORTEN_BOARD_REGIONS "${CORTEN_ROOT}/boards/lm3s6965evb/memory.x")
