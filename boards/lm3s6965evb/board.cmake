# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# Stellaris LM3S6965 evaluation board. The chip has a Cortex-M3; the emulator puts any core into
# it, which makes it one memory map for all of them.
set(CORTEN_BOARD_CORES thumbv7m thumbv6m thumbv7em thumbv7em-hf thumbv8m.main)
set(CORTEN_BOARD_DEVICE lm3s6965)
set(CORTEN_BOARD_REGIONS "${CMAKE_CURRENT_LIST_DIR}/memory.x")
set(CORTEN_BOARD_STACK 4096)
set(cpu_thumbv6m cortex-m0)
set(cpu_thumbv7m cortex-m3)
set(cpu_thumbv7em cortex-m4)
set(cpu_thumbv7em-hf cortex-m4)
set(cpu_thumbv8m.main cortex-m33)
set(CORTEN_BOARD_QEMU -M lm3s6965evb -cpu ${cpu_${CORTEN_CORE}})
set(CORTEN_BOARD_SOURCES "${CMAKE_CURRENT_LIST_DIR}/src/board.c")
set(CORTEN_BOARD_LIBRARIES corten::board_common)
