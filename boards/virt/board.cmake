# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# The machine "virt" of QEMU: RV32 with CLINT and PLIC. It has no pins.
set(CORTEN_BOARD_CORES rv32imac)
set(CORTEN_BOARD_DEVICE virt)
set(CORTEN_BOARD_REGIONS "${CMAKE_CURRENT_LIST_DIR}/memory.x")
set(CORTEN_BOARD_STACK 4096)
set(CORTEN_BOARD_QEMU -M virt -bios none)
set(CORTEN_BOARD_SOURCES "${CMAKE_CURRENT_LIST_DIR}/src/board.c")
