# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# What makes a program an image for RV32: start-up and trap vector, the lines of interrupts, a
# panic, and a linker script made from its region file.

include("${CMAKE_CURRENT_LIST_DIR}/../linker_script.cmake")

set(CORTEN_ARCH_DIR "${CMAKE_CURRENT_LIST_DIR}" CACHE INTERNAL "")

function(corten_arch_configure_firmware_ name)
    set(here "${CORTEN_ARCH_DIR}/src")
    set(common "${CORTEN_ARCH_DIR}/../src")
    get_target_property(panic ${name} CORTEN_PANIC)
    get_target_property(regions ${name} CORTEN_REGIONS)
    get_target_property(stack ${name} CORTEN_STACK)

    target_sources(${name} PRIVATE
        "${here}/startup.c" "${here}/interrupts.c" "${here}/reset.c" "${here}/semihosting_call.c" "${common}/semihosting.c"
        "${common}/semihosting_print.c" "${common}/panic_print.c"
        "${common}/panic_${panic}.c" "${common}/stack.c")
    set_source_files_properties("${here}/startup.c" TARGET_DIRECTORY ${name}
        PROPERTIES COMPILE_OPTIONS -Os)
    corten_linker_script_(${name} "${CORTEN_ARCH_DIR}/link.ld.in" "${regions}")
    target_link_options(${name} PRIVATE -nostartfiles -Wno-lto-type-mismatch)
    if(stack)
        target_link_options(${name} PRIVATE -Wl,--defsym=__stack_size=${stack})
    endif()
endfunction()
