# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# BBC micro:bit: nRF51822 QFAA, 256 KiB of flash, 16 KiB of RAM.
set(CORTEN_BOARD_CORES thumbv6m)
set(CORTEN_BOARD_DEVICE nrf51822)
set(CORTEN_BOARD_REGIONS "${CMAKE_CURRENT_LIST_DIR}/memory.x")
set(CORTEN_BOARD_STACK 1536)
set(CORTEN_BOARD_SOURCES "${CMAKE_CURRENT_LIST_DIR}/src/board.c")
set(CORTEN_BOARD_LIBRARIES corten::board_common)
set(CORTEN_BOARD_QEMU -M microbit)
set(CORTEN_BOARD_QEMU_TICK 24) # TIMER0: 16 + 8
