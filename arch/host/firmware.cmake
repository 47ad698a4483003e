# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# What makes a program a native one: the model of the interrupt controller, and a panic.

set(CORTEN_ARCH_DIR "${CMAKE_CURRENT_LIST_DIR}" CACHE INTERNAL "")

function(corten_arch_configure_firmware_ name)
    get_target_property(panic ${name} CORTEN_PANIC)
    set(common "${CORTEN_ARCH_DIR}/../src")
    if(CORTEN_EXPLORED) # by corten_add_exploration()
        target_sources(${name} PRIVATE "${CORTEN_ARCH_DIR}/explore/search.c"
            "${CORTEN_ARCH_DIR}/explore/checks.c" "${CORTEN_ARCH_DIR}/explore/symbols.c")
    else()
        target_sources(${name} PRIVATE "${CORTEN_ARCH_DIR}/src/semihosting.c")
    endif()
    target_sources(${name} PRIVATE "${CORTEN_ARCH_DIR}/src/counters.c" "${CORTEN_ARCH_DIR}/src/interrupts.c"
        "${common}/semihosting_print.c" "${common}/panic_print.c" "${common}/panic_${panic}.c")
endfunction()
