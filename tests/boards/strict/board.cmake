# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# For each core a machine whose bus reports an access to where nothing is; on lm3s6965evb the
# emulator ignores it. Also the machines with 8 priority bits.
set(CORTEN_BOARD_CORES thumbv6m thumbv7m thumbv7em thumbv7em-hf thumbv8m.main)
set(CORTEN_BOARD_DEVICE "${CMAKE_CURRENT_LIST_DIR}/device")
set(CORTEN_BOARD_STACK 2048)
set(CORTEN_BOARD_REGIONS "${CMAKE_CURRENT_LIST_DIR}/memory.x")
if(CORTEN_CORE STREQUAL "thumbv6m")
    set(CORTEN_BOARD_QEMU -M microbit)
elseif(CORTEN_CORE STREQUAL "thumbv7m")
    set(CORTEN_BOARD_QEMU -M mps2-an385)
elseif(CORTEN_CORE STREQUAL "thumbv7em")
    set(CORTEN_BOARD_QEMU -M mps2-an500) # Cortex-M7
elseif(CORTEN_CORE STREQUAL "thumbv7em-hf")
    set(CORTEN_BOARD_QEMU -M mps2-an386)
elseif(CORTEN_CORE STREQUAL "thumbv8m.main")
    set(CORTEN_BOARD_REGIONS "${CMAKE_CURRENT_LIST_DIR}/memory_m33.x")
    set(CORTEN_BOARD_QEMU -M mps2-an505)
endif()
