# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# A native process on the developer's machine.
set(CORTEN_BOARD_CORES host)
set(CORTEN_BOARD_DEVICE host)
set(CORTEN_BOARD_SOURCES "${CMAKE_CURRENT_LIST_DIR}/src/board.c" "${CMAKE_CURRENT_LIST_DIR}/src/console.c")
set(CORTEN_BOARD_LIBRARIES corten::board_common)
