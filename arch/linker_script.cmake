# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# corten_linker_script_(NAME template regions): the firmware NAME is linked by the script made from
# the template and the region file, a file of MEMORY regions as GNU ld writes them:
#
#     MEMORY
#     {
#         FLASH (rx)  : ORIGIN = 0x08000000, LENGTH = 512K
#         RAM   (rwx) : ORIGIN = 0x20000000, LENGTH = 96K
#         CCM   (rw)  : ORIGIN = 0x10000000, LENGTH = 64K      /* where the chip has it */
#     }
#
# A missing region is an error of the linker, in a sentence: the image may be configured before
# the file is right.

function(corten_linker_script_ name template regions)
    set(CORTEN_REGIONS "${regions}")
    set(CORTEN_CCM_SECTIONS "")
    if(NOT EXISTS "${regions}")
        set(CORTEN_MEMORY "")
        set(problem "there is no region file '${regions}'; name one with REGIONS of corten_add_firmware()")
    else()
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${regions}" "${template}")
        file(READ "${regions}" CORTEN_MEMORY)
        string(REGEX REPLACE "/\\*([^*]|\\*[^/])*\\*/" "" bare "${CORTEN_MEMORY}")
        foreach(region FLASH RAM)
            if(NOT bare MATCHES "(^|[^A-Za-z0-9_])${region}[ \t]*(\\([a-zA-Z!]*\\))?[ \t\n]*:")
                set(problem "the region file declares no ${region} region; add a line '${region} : ORIGIN = …, LENGTH = …' to ${regions}")
                break()
            endif()
        endforeach()
        if(bare MATCHES "(^|[^A-Za-z0-9_])CCM[ \t]*(\\([a-zA-Z!]*\\))?[ \t\n]*:")
            target_compile_definitions(${name} PRIVATE CT_HAS_CCM)
            file(READ "${CORTEN_ARCH_DIR}/../ccm.ld.in" CORTEN_CCM_SECTIONS)
        else()
            set(CORTEN_CCM_SECTIONS
                "    .ccm_missing 0 (INFO) : { *(.ccm_data .ccm_data.* .ccm_bss .ccm_bss.*) }
}
ASSERT(SIZEOF(.ccm_missing) == 0, \"corten: CT_CCM is used but the region file declares no CCM region; add it, or place the variable elsewhere\");
SECTIONS
{")
        endif()
    endif()
    set(script "${CMAKE_CURRENT_BINARY_DIR}/${name}.ld")
    if(problem)
        file(CONFIGURE OUTPUT "${script}" CONTENT
            "ASSERT(0, \"corten: ${problem}\");\nENTRY(Reset_Handler)\nSECTIONS { /DISCARD/ : { *(*) } }\n")
    else()
        configure_file("${template}" "${script}" @ONLY)
    endif()
    target_link_options(${name} PRIVATE "-T${script}")
    set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS "${script}")
endfunction()
