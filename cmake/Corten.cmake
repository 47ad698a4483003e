# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# corten_add_firmware(NAME BOARD board SOURCES file…
#     [LINK_LIBRARIES target…]        what else to link
#     [PANIC halt|exit|reset]         what a panic does after its message; default halt
#     [FAULTS plain|decoded]          a fault handler that only stops, or one that explains; default decoded
#     [STACK bytes]                   size of the main stack; default: the board's
#     [STACK_GUARD on|off]            an overflow faults although RAM goes on below the stack: 32
#                                     bytes that the MPU protects, or the stack limit register of
#                                     Armv8-M; default on, off with FAULTS plain and on Armv6-M
#     [REGIONS memory.x]              the memory regions; default: the board's
#     [OPTIONS option…]               compile and link options for the whole image, framework included
#     [LTO])                          link-time optimisation of the whole image
#
# makes the executable target NAME (NAME.elf, NAME.map beside it, sizes printed after linking)
# and, where the board can be emulated or is the host, the target run-NAME. PANIC, FAULTS and
# OPTIONS apply to the framework's few C files too: they are compiled once for all firmwares of a
# tree that have the board and these in common. What is added to NAME by target_compile_options()
# later does not reach them.
#
# Boards. BOARD b is described by <dir>/b/board.cmake, where <dir> is one of CORTEN_BOARD_DIRS
# (yours, searched first) or Corten's boards/. It is included with CORTEN_CORE and CORTEN_ARCH
# known and sets
#
#     CORTEN_BOARD_CORES           the cores that it can be built for: thumbv7em-hf …, host
#     CORTEN_BOARD_DEVICE          the device: a folder of devices/
#     CORTEN_BOARD_REGIONS         its memory regions: ${CMAKE_CURRENT_LIST_DIR}/memory.x
#     CORTEN_BOARD_STACK           bytes of stack, unless STACK is given
#     CORTEN_BOARD_SOURCES         its own C files, compiled into each of its firmwares
#     CORTEN_BOARD_LIBRARIES       further targets to link
#     CORTEN_BOARD_QEMU            arguments of the emulator (-M … -cpu …), empty: not emulated
#     CORTEN_BOARD_UART            index of the serial port that is the console; default 0
#     CORTEN_BOARD_QEMU_PRESETS    ADDRESS=VALUE…: words that the real chip would hold and the
#                                  emulator does not (a ready flag), written before the start
#     CORTEN_BOARD_QEMU_TICK       number of the exception that comes once a millisecond: the clock
#                                  of scripted input; default 15, SysTick
#     CORTEN_BOARD_QEMU_WATCHES    NAME:ADDRESS:BIT…: pins that the demo shows as the bus sees them
#
# The board's folder include/ (with <corten/board.h>) and its device's, devices/<device>/include
# (with <corten/device.h>), are on the include path; the device's device.cmake may add to
# CORTEN_BOARD_SOURCES. A board of your own can bring its device: CORTEN_BOARD_DEVICE is then the
# path of a folder.
#
# One build tree is for one core (CORTEN_CORE). A firmware for a board of another core is an
# error that says so; corten_board_matches(board variable) asks first.
#
# What depends on the architecture (linker script, vector table, flags) is done by
# corten_arch_configure_firmware_(NAME) of arch/<arch>/firmware.cmake, which reads these target
# properties: CORTEN_BOARD, CORTEN_DEVICE, CORTEN_REGIONS, CORTEN_STACK, CORTEN_STACK_GUARD,
# CORTEN_PANIC, CORTEN_FAULTS.

include_guard(GLOBAL)
set(CORTEN_ROOT "${CMAKE_CURRENT_LIST_DIR}/.." CACHE INTERNAL "")
cmake_path(NORMAL_PATH CORTEN_ROOT)
set(CORTEN_ROOT "${CORTEN_ROOT}" CACHE INTERNAL "Where Corten's rooms are")
set(CORTEN_CORE "${CORTEN_CORE}" CACHE INTERNAL "The core of this tree")
set(CORTEN_ARCH "${CORTEN_ARCH}" CACHE INTERNAL "The architecture of this tree")
set(CORTEN_BOARD_DIRS "" CACHE STRING "Folders with boards of your own, one folder a board")

if(EXISTS "${CORTEN_ROOT}/arch/${CORTEN_ARCH}/firmware.cmake")
    include("${CORTEN_ROOT}/arch/${CORTEN_ARCH}/firmware.cmake")
endif()
find_program(CORTEN_PYTHON3 python3) # runs the emulator for run-NAME
if(CORTEN_ARCH STREQUAL "cortex-m")
    find_program(CORTEN_QEMU qemu-system-arm)
elseif(CORTEN_ARCH STREQUAL "riscv")
    find_program(CORTEN_QEMU qemu-system-riscv32)
endif()

include("${CMAKE_CURRENT_LIST_DIR}/CortenExplore.cmake")
find_package(Python3 QUIET COMPONENTS Interpreter)

# Sets `out` to the board's description file, or to "" when there is none.
function(corten_find_board_ board out)
    foreach(dir IN LISTS CORTEN_BOARD_DIRS ITEMS "${CORTEN_ROOT}/boards")
        if(EXISTS "${dir}/${board}/board.cmake")
            set(${out} "${dir}/${board}/board.cmake" PARENT_SCOPE)
            return()
        endif()
    endforeach()
    set(${out} "" PARENT_SCOPE)
endfunction()

# Reads the board's description into the caller's scope.
macro(corten_read_board_ board_)
    foreach(v_ CORES DEVICE REGIONS STACK SOURCES LIBRARIES QEMU UART QEMU_PRESETS QEMU_TICK
            QEMU_WATCHES)
        set(CORTEN_BOARD_${v_} "")
    endforeach()
    corten_find_board_(${board_} corten_board_file_)
    if(corten_board_file_)
        include("${corten_board_file_}")
        cmake_path(GET corten_board_file_ PARENT_PATH corten_board_dir_)
        cmake_path(ABSOLUTE_PATH CORTEN_BOARD_DEVICE BASE_DIRECTORY "${CORTEN_ROOT}/devices"
            OUTPUT_VARIABLE corten_device_dir_)
        include("${corten_device_dir_}/device.cmake" OPTIONAL)
    endif()
endmacro()

# corten_board_matches(BOARD out): true when the board exists and its core is this tree's.
function(corten_board_matches board out)
    corten_read_board_(${board})
    if(CORTEN_CORE IN_LIST CORTEN_BOARD_CORES)
        set(${out} TRUE PARENT_SCOPE)
    else()
        set(${out} FALSE PARENT_SCOPE)
    endif()
endfunction()

# What is compiled for the firmware `target` with these options sees the board, its device and the rooms.
macro(corten_compile_for_board_ target)
    target_include_directories(${target} PRIVATE
        "${corten_board_dir_}/include" "${corten_device_dir_}/include")
    foreach(room core arch app containers hal log)
        if(TARGET corten::${room})
            target_link_libraries(${target} PRIVATE corten::${room})
        endif()
    endforeach()
    target_link_libraries(${target} PRIVATE corten::language ${CORTEN_BOARD_LIBRARIES})
    target_compile_options(${target} PRIVATE ${arg_OPTIONS})
endmacro()

# Gives the firmware the framework's objects: the sources of the rooms (corten_room_sources), the board
# and the architecture. One object library serves all firmwares for which they are compiled alike.
macro(corten_link_framework_ name)
    get_target_property(framework_sources_ ${name} SOURCES)
    list(REMOVE_ITEM framework_sources_ ${arg_SOURCES})
    list(PREPEND framework_sources_ ${CORTEN_BOARD_SOURCES})
    get_target_property(framework_definitions_ ${name} COMPILE_DEFINITIONS)
    if(NOT framework_definitions_)
        set(framework_definitions_)
    endif()
    get_directory_property(directory_options_ COMPILE_OPTIONS)
    get_directory_property(directory_definitions_ COMPILE_DEFINITIONS)
    string(MD5 alike_ "${corten_board_dir_}|${framework_sources_}|${framework_definitions_}|${arg_OPTIONS}|${directory_options_}|${directory_definitions_}")
    string(SUBSTRING "${alike_}" 0 10 alike_)
    set(framework_ "corten-framework-${arg_BOARD}-${alike_}")
    if(NOT TARGET ${framework_})
        add_library(${framework_} OBJECT EXCLUDE_FROM_ALL ${framework_sources_})
        target_compile_definitions(${framework_} PRIVATE ${framework_definitions_})
        corten_compile_for_board_(${framework_})
        if(CORTEN_TESTS)
            target_link_libraries(${framework_} PRIVATE corten::warnings)
        endif()
    endif()
    set_property(TARGET ${name} PROPERTY SOURCES ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE $<TARGET_OBJECTS:${framework_}>) # behind its own objects
    corten_compile_for_board_(${name})
endmacro()

function(corten_add_firmware name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "LTO" "BOARD;PANIC;FAULTS;STACK;STACK_GUARD;REGIONS"
        "SOURCES;LINK_LIBRARIES;OPTIONS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "corten_add_firmware(${name}): not understood: ${arg_UNPARSED_ARGUMENTS}")
    endif()
    if(NOT arg_BOARD OR NOT arg_SOURCES)
        message(FATAL_ERROR "corten_add_firmware(${name}): BOARD and SOURCES must be given.")
    endif()
    corten_find_board_(${arg_BOARD} file)
    if(NOT file)
        message(FATAL_ERROR "corten_add_firmware(${name}): no board '${arg_BOARD}' "
            "(looked for ${arg_BOARD}/board.cmake in CORTEN_BOARD_DIRS and in Corten's boards).")
    endif()
    corten_read_board_(${arg_BOARD})
    if(NOT CORTEN_CORE IN_LIST CORTEN_BOARD_CORES)
        list(JOIN CORTEN_BOARD_CORES ", " cores)
        message(FATAL_ERROR "corten_add_firmware(${name}): board '${arg_BOARD}' is for ${cores}, "
            "this build tree is for ${CORTEN_CORE}; configure another tree with its toolchain file.")
    endif()
    set(guard on)
    if(arg_FAULTS STREQUAL "plain" OR CORTEN_CORE STREQUAL "thumbv6m")
        set(guard off)
    endif()
    foreach(pair "PANIC;halt;halt|exit|reset" "FAULTS;decoded;plain|decoded"
            "STACK_GUARD;${guard};on|off")
        list(POP_FRONT pair key default choices)
        if(NOT arg_${key})
            set(arg_${key} ${default})
        endif()
        if(NOT arg_${key} MATCHES "^(${choices})$")
            message(FATAL_ERROR "corten_add_firmware(${name}): ${key} ${arg_${key}}: must be ${choices}.")
        endif()
    endforeach()
    foreach(pair "UART;0" "QEMU_TICK;15")
        list(POP_FRONT pair key default)
        if(CORTEN_BOARD_${key} STREQUAL "")
            set(CORTEN_BOARD_${key} ${default})
        endif()
    endforeach()
    foreach(key STACK REGIONS)
        if(NOT arg_${key})
            set(arg_${key} "${CORTEN_BOARD_${key}}")
        endif()
    endforeach()
    if(arg_REGIONS)
        cmake_path(ABSOLUTE_PATH arg_REGIONS)
    endif()

    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES
        SUFFIX .elf CORTEN_FRAMEWORK_IS_SHARED TRUE
        CORTEN_BOARD "${arg_BOARD}" CORTEN_DEVICE "${CORTEN_BOARD_DEVICE}"
        CORTEN_REGIONS "${arg_REGIONS}" CORTEN_STACK "${arg_STACK}"
        CORTEN_STACK_GUARD "${arg_STACK_GUARD}"
        CORTEN_PANIC "${arg_PANIC}" CORTEN_FAULTS "${arg_FAULTS}")
    if(arg_LTO)
        list(APPEND arg_OPTIONS -flto)
    endif()
    target_link_options(${name} PRIVATE -Wl,--gc-sections "-Wl,-Map=$<TARGET_FILE_DIR:${name}>/${name}.map"
        ${arg_OPTIONS})
    if(COMMAND corten_arch_configure_firmware_)
        corten_arch_configure_firmware_(${name})
    endif()
    corten_link_framework_(${name})
    target_link_libraries(${name} PRIVATE ${arg_LINK_LIBRARIES})
    if(CORTEN_SIZE AND NOT CORTEN_ARCH STREQUAL "host")
        add_custom_command(TARGET ${name} POST_BUILD COMMAND ${CORTEN_SIZE} $<TARGET_FILE:${name}>
            COMMENT "Size of ${name}" VERBATIM)
    endif()

    # What the runners of tests, benchmarks and demo need to know (cmake/tools/emulator.py).
    set(manifest "${CMAKE_BINARY_DIR}/firmware/${name}.json")
    foreach(key QEMU QEMU_PRESETS QEMU_WATCHES)
        list(JOIN CORTEN_BOARD_${key} "\", \"" CORTEN_BOARD_${key})
    endforeach()
    string(REGEX REPLACE "nm$" "" tools "${CORTEN_NM}")
    file(GENERATE OUTPUT "${manifest}" CONTENT "{
  \"name\": \"${name}\",
  \"elf\": \"$<TARGET_FILE:${name}>\",
  \"board\": \"${arg_BOARD}\",
  \"core\": \"${CORTEN_CORE}\",
  \"arch\": \"${CORTEN_ARCH}\",
  \"tools\": \"${tools}\",
  \"qemu\": \"${CORTEN_QEMU}\",
  \"machine\": [\"${CORTEN_BOARD_QEMU}\"],
  \"uart\": \"${CORTEN_BOARD_UART}\",
  \"tick\": \"${CORTEN_BOARD_QEMU_TICK}\",
  \"presets\": [\"${CORTEN_BOARD_QEMU_PRESETS}\"],
  \"watches\": [\"${CORTEN_BOARD_QEMU_WATCHES}\"]
}
")
    set_target_properties(${name} PROPERTIES CORTEN_MANIFEST "${manifest}")
    if(CORTEN_ARCH STREQUAL "host")
        add_custom_target(run-${name} COMMAND ${name} USES_TERMINAL VERBATIM)
    elseif(CORTEN_BOARD_QEMU AND CORTEN_QEMU AND CORTEN_PYTHON3)
        add_custom_target(run-${name} DEPENDS ${name} USES_TERMINAL VERBATIM
            COMMAND ${CORTEN_PYTHON3} -B "${CORTEN_ROOT}/cmake/tools/run_firmware.py" --attach "${manifest}"
            COMMENT "Running ${name} on an emulated ${arg_BOARD}; Ctrl-A X ends it")
    endif()
endfunction()
