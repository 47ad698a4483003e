# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# An STM32F405 as a native process: the drivers are the chip's own, their registers are models
# (devices/stm32f4/model). Console: USART1 with a terminal at the process's standard output, where a
# script on standard input types.
set(CORTEN_BOARD_CORES host)
set(CORTEN_BOARD_DEVICE stm32f405)
set(CORTEN_BOARD_SOURCES "${CMAKE_CURRENT_LIST_DIR}/src/board.c" "${CMAKE_CURRENT_LIST_DIR}/src/world.c")
set(CORTEN_BOARD_LIBRARIES corten::board_common corten_models_stm32f405)
