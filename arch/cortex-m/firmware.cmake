# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# What makes a program an image for a Cortex-M: start-up, vector table, fault and panic handlers,
# and a linker script made from its region file.

include("${CMAKE_CURRENT_LIST_DIR}/../linker_script.cmake")

set(CORTEN_ARCH_DIR "${CMAKE_CURRENT_LIST_DIR}" CACHE INTERNAL "")

function(corten_arch_configure_firmware_ name)
    set(here "${CORTEN_ARCH_DIR}/src")
    set(common "${CORTEN_ARCH_DIR}/../src")
    get_target_property(panic ${name} CORTEN_PANIC)
    get_target_property(faults ${name} CORTEN_FAULTS)
    get_target_property(regions ${name} CORTEN_REGIONS)
    get_target_property(stack ${name} CORTEN_STACK)

    target_sources(${name} PRIVATE
        "${here}/startup.c" "${here}/vectors.c" "${here}/panic_port.c" "${here}/reset.c"
        "${here}/semihosting_call.c" "${common}/semihosting.c" "${common}/semihosting_print.c" "${common}/panic_print.c"
        "${common}/panic_${panic}.c" "${common}/stack.c")
    if(faults STREQUAL "plain")
        target_compile_definitions(${name} PRIVATE CT_FAULTS_PLAIN)
    else()
        target_sources(${name} PRIVATE "${here}/faults.c")
    endif()
    # Runs once: small is all that counts, whatever the rest is optimised for.
    set_source_files_properties("${here}/startup.c" TARGET_DIRECTORY ${name}
        PROPERTIES COMPILE_OPTIONS -Os)

    corten_linker_script_(${name} "${CORTEN_ARCH_DIR}/link.ld.in" "${regions}")
    target_link_options(${name} PRIVATE -nostartfiles)
    if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
        # A hardware task takes its context, of size 0; the vector table knows it as void(void).
        target_link_options(${name} PRIVATE -Wno-lto-type-mismatch)
    endif()
    get_target_property(guard ${name} CORTEN_STACK_GUARD)
    if(guard STREQUAL "on" AND CORTEN_CORE MATCHES "^thumbv8m.main")
        target_compile_definitions(${name} PRIVATE CT_STACK_LIMIT_REGISTER)
    elseif(guard STREQUAL "on" AND CORTEN_CORE MATCHES "^thumbv[67]")
        # Armv6-M knows regions of 256 bytes and more, whose eighths can be left out.
        set(alignment 32)
        if(CORTEN_CORE STREQUAL "thumbv6m")
            set(alignment 256)
        endif()
        target_compile_definitions(${name} PRIVATE CT_STACK_GUARD=${alignment})
        target_link_options(${name} PRIVATE -Wl,--defsym=__stack_guard_size=32
            -Wl,--defsym=__stack_guard_alignment=${alignment})
    endif()
    if(stack)
        target_link_options(${name} PRIVATE -Wl,--defsym=__stack_size=${stack})
    endif()
endfunction()
