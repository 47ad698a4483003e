# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# ST B-L475E-IOT01A: STM32L475VG, 1 MiB of flash, 96 KiB of RAM and 32 KiB that are on a bus of
# their own (SRAM2).
set(CORTEN_BOARD_CORES thumbv7em-hf thumbv7em)
set(CORTEN_BOARD_DEVICE stm32l475)
set(CORTEN_BOARD_REGIONS "${CMAKE_CURRENT_LIST_DIR}/memory.x")
set(CORTEN_BOARD_STACK 4096)
set(CORTEN_BOARD_SOURCES "${CMAKE_CURRENT_LIST_DIR}/src/board.c")
set(CORTEN_BOARD_LIBRARIES corten::board_common)
set(CORTEN_BOARD_QEMU -M b-l475e-iot01a)
set(CORTEN_BOARD_QEMU_WATCHES LD1:0x48000014:5 LD2:0x48000414:14) # ODR of ports A and B
