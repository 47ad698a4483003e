# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# ST NUCLEO-F401RE: STM32F401RE, 512 KiB of flash, 96 KiB of RAM. There is no emulator of it; its
# images run on that of the STM32F405, whose memories and peripherals include what the board uses.
set(CORTEN_BOARD_CORES thumbv7em-hf thumbv7em)
set(CORTEN_BOARD_DEVICE stm32f401)
set(CORTEN_BOARD_REGIONS "${CMAKE_CURRENT_LIST_DIR}/memory.x")
set(CORTEN_BOARD_STACK 4096)
set(CORTEN_BOARD_SOURCES "${CMAKE_CURRENT_LIST_DIR}/src/board.c")
set(CORTEN_BOARD_LIBRARIES corten::board_common)
set(CORTEN_BOARD_QEMU -M olimex-stm32-h405)
set(CORTEN_BOARD_UART 1) # USART2
# RCC is plain storage in the emulator: HSERDY and PLLRDY of RCC_CR, SWS of RCC_CFGR.
set(CORTEN_BOARD_QEMU_PRESETS 0x40023800=0x02020083 0x40023808=0xA)
