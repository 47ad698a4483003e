# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# corten_add_svd_header(NAME SVD chip.svd [WITH core.svd family.svd …] [OVERLAY patches.toml]
#     [PREFIX p] [PERIPHERALS A,B])
#
# makes the library NAME, to be linked by what includes the chip's headers. The build writes them
# from the description, anew when it or its overlay changes:
#
#     <corten/registers.h>   the registers (<corten/reg.h> explains their use)
#     <corten/device.h>      the list of interrupts and what the core has: quick to compile
#     <corten/registers_model.h>  in native builds: a table for <corten/reg_model.h>
#
# WITH adds the peripherals of further descriptions. Without OVERLAY, chip.overlay.toml beside chip.svd is used if it is there.
#
# corten_device_svd(chip.svd [WITH …]) in a device's device.cmake does this once for the device and links it
# to every firmware for it.
#
# The headers are written by `corten`, a program of the host. CORTEN_TOOL may name one that is
# installed; else it is built from tools/, in a tree that is not cross-compiling by this tree itself,
# otherwise with the host's compiler (CORTEN_HOST_CC, default cc) when CMake first runs.
include_guard(GLOBAL)
set(CORTEN_TOOL "" CACHE FILEPATH "The program `corten` of the host; empty: built from tools/")
set(CORTEN_HOST_CC "cc" CACHE STRING "The host's C compiler, for `corten`")
set(CORTEN_SVD_ROOT_ "${CMAKE_CURRENT_LIST_DIR}/.." CACHE INTERNAL "")

# Sets `program` to the command, `depends` to what must be built before it runs.
function(corten_tool_ program depends)
    if(CORTEN_TOOL)
        set(${program} "${CORTEN_TOOL}" PARENT_SCOPE)
        set(${depends} "${CORTEN_TOOL}" PARENT_SCOPE)
        return()
    endif()
    get_property(own GLOBAL PROPERTY CORTEN_BUILDS_TOOLS)
    if(own)
        set(${program} $<TARGET_FILE:corten> PARENT_SCOPE)
        set(${depends} corten PARENT_SCOPE)
        return()
    endif()
    # One for all trees in build/ of Corten itself, one for each tree elsewhere.
    cmake_path(SET source NORMALIZE "${CORTEN_SVD_ROOT_}/tools/corten")
    if(PROJECT_IS_TOP_LEVEL AND PROJECT_NAME STREQUAL "corten")
        cmake_path(SET tree NORMALIZE "${CORTEN_SVD_ROOT_}/build/host-tools")
    else()
        set(tree "${CMAKE_BINARY_DIR}/corten-host-tools")
    endif()
    set(tool "${tree}/corten")
    get_property(made GLOBAL PROPERTY CORTEN_TOOL_MADE)
    if(NOT made)
        set_property(GLOBAL PROPERTY CORTEN_TOOL_MADE TRUE)
        file(MAKE_DIRECTORY "${tree}")
        file(LOCK "${tree}/lock" GUARD FUNCTION TIMEOUT 300)
        # An environment that cross-compiles must not leak into the host's build.
        set(clean ${CMAKE_COMMAND} -E env --unset=CC --unset=CFLAGS --unset=LDFLAGS)
        if(NOT EXISTS "${tree}/CMakeCache.txt")
            execute_process(COMMAND ${clean} ${CMAKE_COMMAND} -S "${source}" -B "${tree}" -G "${CMAKE_GENERATOR}"
                "-DCMAKE_C_COMPILER=${CORTEN_HOST_CC}" "-DCMAKE_MAKE_PROGRAM=${CMAKE_MAKE_PROGRAM}"
                -DCMAKE_BUILD_TYPE=Release
                RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
        endif()
        if(NOT result)
            execute_process(COMMAND ${clean} ${CMAKE_COMMAND} --build "${tree}" --config Release
                RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
        endif()
        if(result OR NOT EXISTS "${tool}")
            file(REMOVE "${tree}/CMakeCache.txt")
            message(FATAL_ERROR "Corten: the host command `corten`, which writes the register headers, "
                "could not be built with ${CORTEN_HOST_CC} (it needs libexpat). Set CORTEN_TOOL to an "
                "installed one, or CORTEN_HOST_CC to a compiler of this machine.\n${output}")
        endif()
        file(GLOB_RECURSE sources "${CORTEN_SVD_ROOT_}/tools/svd/*" "${source}/*")
        add_custom_command(OUTPUT "${tree}/corten.stamp" BYPRODUCTS "${tool}"
            COMMAND ${clean} ${CMAKE_COMMAND} --build "${tree}" --config Release
            COMMAND ${CMAKE_COMMAND} -E touch "${tree}/corten.stamp"
            DEPENDS ${sources} COMMENT "Building the host command corten" VERBATIM)
        add_custom_target(corten_host_tool DEPENDS "${tree}/corten.stamp")
    endif()
    set(${program} "${tool}" PARENT_SCOPE)
    set(${depends} corten_host_tool "${tool}" PARENT_SCOPE)
endfunction()

function(corten_add_svd_header name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "SVD;OVERLAY;PREFIX;PERIPHERALS" "WITH")
    if(arg_UNPARSED_ARGUMENTS OR NOT arg_SVD)
        message(FATAL_ERROR "corten_add_svd_header(${name}): SVD must be given; "
            "not understood: ${arg_UNPARSED_ARGUMENTS}")
    endif()
    cmake_path(ABSOLUTE_PATH arg_SVD)
    set(options)
    set(inputs "${arg_SVD}")
    if(NOT arg_OVERLAY)
        string(REGEX REPLACE "\\.[^./]*$" ".overlay.toml" beside "${arg_SVD}")
        if(EXISTS "${beside}")
            set(arg_OVERLAY "${beside}")
        endif()
    endif()
    if(arg_OVERLAY)
        cmake_path(ABSOLUTE_PATH arg_OVERLAY)
        list(APPEND options --overlay "${arg_OVERLAY}")
        list(APPEND inputs "${arg_OVERLAY}")
    endif()
    foreach(with IN LISTS arg_WITH)
        cmake_path(ABSOLUTE_PATH with)
        list(APPEND options --with "${with}")
        list(APPEND inputs "${with}")
    endforeach()
    foreach(key PREFIX PERIPHERALS)
        if(arg_${key})
            string(TOLOWER ${key} option)
            list(APPEND options --${option} "${arg_${key}}")
        endif()
    endforeach()
    corten_tool_(program depends)
    set(include "${CMAKE_BINARY_DIR}/svd/${name}/include")
    set(dir "${include}/corten")
    file(MAKE_DIRECTORY "${dir}")
    set(outputs "${dir}/registers.h" "${dir}/device.h")
    list(APPEND options -o "${dir}/registers.h" --interrupts "${dir}/device.h")
    if(CORTEN_ARCH STREQUAL "host")
        list(APPEND options --model "${dir}/registers_model.h")
        list(APPEND outputs "${dir}/registers_model.h")
    endif()
    cmake_path(GET arg_SVD FILENAME file)
    add_custom_command(OUTPUT ${outputs} COMMAND ${program} svd "${arg_SVD}" ${options}
        DEPENDS ${inputs} ${depends} COMMENT "Register header from ${file}" VERBATIM)
    add_custom_target(${name}_files DEPENDS ${outputs})
    add_library(${name} INTERFACE)
    add_dependencies(${name} ${name}_files)
    cmake_path(SET core NORMALIZE "${CORTEN_SVD_ROOT_}/core/include")
    target_include_directories(${name} INTERFACE "${include}" "${core}")
    set_property(TARGET ${name} PROPERTY CORTEN_SVD "${arg_SVD}")
endfunction()

# The device's description, once; every firmware of the board that is being read links it.
macro(corten_device_svd svd_)
    cmake_path(GET corten_device_dir_ FILENAME corten_svd_device_)
    if(NOT TARGET corten_device_${corten_svd_device_})
        corten_add_svd_header(corten_device_${corten_svd_device_} SVD "${svd_}" ${ARGN})
    endif()
    list(APPEND CORTEN_BOARD_LIBRARIES corten_device_${corten_svd_device_})
endmacro()
