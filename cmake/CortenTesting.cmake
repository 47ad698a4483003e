# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# The kinds of tests (docs/testing.md), each a line in a room's CMakeLists.txt:
#
#   corten_add_unit_test(NAME SOURCES file… [LINK target…] [ARGS argument…] [TIMEOUT seconds])
#       cmocka on the host; in the host presets only.
#
#   corten_add_target_test(NAME SOURCES file… BOARD board
#       [EXPECT file] [EXIT code] [MODES plain|icount|insn|sweep …] [VARIANTS "-Os" "-O2 -flto" …]
#       [QEMU_CPU cpu] [QEMU_ARGS argument…] [TIMEOUT seconds] [QUIET]
#       [LINK_LIBRARIES…] [PANIC…] [FAULTS…] [STACK…] [STACK_GUARD…] [REGIONS…] [OPTIONS…])
#       a firmware run in the emulator with semihosting (board host: natively). It passes when it
#       exits with EXIT (0) and, with EXPECT, prints exactly that file (a line `~ regex` matches
#       by regular expression). One test for each variant (options for the whole image) and mode:
#       plain: the emulator's own speed; icount: one instruction = 1 ns of virtual time, the same
#       every run; insn: interrupts are taken between any two instructions;
#       sweep: for tests/target/sweep.h, an interrupt at every instruction in turn. QUIET also demands
#       that no unimplemented device was touched and no guest error was made.
#       Where the board is for another core than this tree's, nothing is registered.
#
#   corten_add_must_not_link(NAME SOURCES… BOARD board MESSAGE regex […as corten_add_firmware])
#       a firmware whose link must fail with that sentence.
#
#   corten_add_command_test(NAME COMMAND command… [TIMEOUT seconds] [LABEL label])
#
# must-not-compile and disassembly tests need no line: every file below
# tests/must_not_compile/ and tests/disassembly/ is one (registered by tests/CMakeLists.txt).

find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(CORTEN_TEST_TOOLS "${CORTEN_ROOT}/tests/tools" CACHE INTERNAL "")
set(CORTEN_PYTHON "${Python3_EXECUTABLE}" -B CACHE INTERNAL "")

function(corten_add_command_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT;LABEL" "COMMAND")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_test(NAME ${name} COMMAND ${arg_COMMAND})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABEL}"
        SKIP_RETURN_CODE 77)
endfunction()

function(corten_add_unit_test name)
    if(NOT CORTEN_TESTS OR NOT CORTEN_ARCH STREQUAL "host")
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LINK;ARGS")
    find_library(CORTEN_CMOCKA cmocka REQUIRED)
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LINK} corten::language corten::warnings
        ${CORTEN_CMOCKA})
    # cmocka's expect_assert_failure() is a setjmp(); GCC then suspects every variable around it.
    target_compile_options(${name} PRIVATE $<$<C_COMPILER_ID:GNU>:-Wno-clobbered>)
    corten_add_command_test(unit/${name} COMMAND ${name} ${arg_ARGS} TIMEOUT "${arg_TIMEOUT}"
        LABEL unit)
endfunction()

function(corten_add_target_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "QUIET"
        "BOARD;EXPECT;EXIT;QEMU_CPU;TIMEOUT;PANIC;FAULTS;STACK;STACK_GUARD;REGIONS"
        "SOURCES;MODES;VARIANTS;QEMU_ARGS;LINK_LIBRARIES;OPTIONS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "corten_add_target_test(${name}): not understood: ${arg_UNPARSED_ARGUMENTS}")
    endif()
    corten_board_matches(${arg_BOARD} matches)
    if(NOT CORTEN_TESTS OR NOT matches)
        return()
    endif()
    if(NOT arg_PANIC)
        set(arg_PANIC exit)
    endif()
    if(NOT arg_MODES OR CORTEN_ARCH STREQUAL "host")
        set(arg_MODES plain)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    if(NOT DEFINED arg_VARIANTS)
        set(arg_VARIANTS " ")
    endif()
    set(check)
    if(arg_EXPECT)
        cmake_path(ABSOLUTE_PATH arg_EXPECT)
        list(APPEND check --expect ${arg_EXPECT})
    endif()
    if(arg_EXIT)
        list(APPEND check --exit ${arg_EXIT})
    endif()
    if(arg_QUIET)
        list(APPEND check --quiet)
    endif()
    if(arg_QEMU_CPU)
        list(APPEND check --cpu ${arg_QEMU_CPU})
    endif()
    foreach(key PANIC FAULTS STACK STACK_GUARD REGIONS LINK_LIBRARIES)
        if(arg_${key})
            list(APPEND pass ${key} ${arg_${key}})
        endif()
    endforeach()
    foreach(variant IN LISTS arg_VARIANTS)
        separate_arguments(options UNIX_COMMAND "${variant}")
        string(REGEX REPLACE " +-f?" "-" suffix " ${variant}")
        string(STRIP "${suffix}" suffix)
        set(target test-${name}${suffix})
        if(suffix STREQUAL "")
            set(target test-${name})
        endif()
        corten_add_firmware(${target} BOARD ${arg_BOARD} SOURCES ${arg_SOURCES} ${pass}
            OPTIONS ${arg_OPTIONS} ${options})
        target_link_libraries(${target} PRIVATE corten::warnings)
        get_target_property(manifest ${target} CORTEN_MANIFEST)
        foreach(mode IN LISTS arg_MODES)
            string(REGEX REPLACE "^test-" "target/" test "${target}")
            if(NOT mode STREQUAL "plain")
                string(APPEND test "@${mode}")
            endif()
            set(runner ${CORTEN_PYTHON} ${CORTEN_ROOT}/cmake/tools/run_firmware.py --mode ${mode}
                --timeout ${arg_TIMEOUT} ${check} ${manifest} -- ${arg_QEMU_ARGS})
            math(EXPR ctest_timeout "${arg_TIMEOUT} + 15")
            corten_add_command_test(${test} COMMAND ${runner} TIMEOUT ${ctest_timeout} LABEL target)
        endforeach()
    endforeach()
endfunction()

function(corten_add_must_not_link name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "BOARD;MESSAGE" "")
    corten_board_matches(${arg_BOARD} matches)
    if(NOT CORTEN_TESTS OR NOT matches)
        return()
    endif()
    corten_add_firmware(must-not-link-${name} BOARD ${arg_BOARD} ${arg_UNPARSED_ARGUMENTS})
    set_target_properties(must-not-link-${name} PROPERTIES EXCLUDE_FROM_ALL TRUE)
    corten_add_command_test(must_not_link/${name} LABEL must-not-compile COMMAND
        ${CORTEN_PYTHON} ${CORTEN_TEST_TOOLS}/must_not_build.py "${arg_MESSAGE}"
        ${CMAKE_COMMAND} --build ${CMAKE_BINARY_DIR} --target must-not-link-${name})
    set_tests_properties(must_not_link/${name} PROPERTIES RESOURCE_LOCK build-tree)
endfunction()
