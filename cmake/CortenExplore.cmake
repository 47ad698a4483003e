# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# corten_add_exploration(NAME SOURCES file… INTERRUPTS source…
#     [BOARD board]                   a native one; default host
#     [OPTIONS option…] [LINK_LIBRARIES target…])
#
# makes the native program NAME, which executes the application in SOURCES under every placement of
# the INTERRUPTS (<corten/explore.h> says of what, and what is checked), and, where tests are enabled,
# the test explore/NAME that runs it. A source is NAME, NAME:n (up to n times) or NAME:n:m (m with
# CORTEN_TEST_FULL in the environment); NAME is an interrupt of the board's device, or `time`, the
# next event of virtual time. In native trees without sanitizers; elsewhere it does nothing.

set(CORTEN_EXPLORE_DIR "${CMAKE_CURRENT_LIST_DIR}/../arch/host" CACHE INTERNAL "")

function(corten_add_exploration name)
    if(NOT CORTEN_ARCH STREQUAL "host" OR CORTEN_SANITIZE)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "BOARD;TIMEOUT" "SOURCES;INTERRUPTS;OPTIONS;LINK_LIBRARIES")
    if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
        message(FATAL_ERROR "corten_add_exploration(${name}): SOURCES file… INTERRUPTS source…; "
            "not understood: ${arg_UNPARSED_ARGUMENTS}")
    endif()
    if(NOT arg_BOARD)
        set(arg_BOARD host)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 1500)
    endif()
    set(parts)
    foreach(part explore/search.c explore/checks.c explore/symbols.c src/interrupts.c)
        list(APPEND parts "${CORTEN_EXPLORE_DIR}/${part}")
    endforeach()
    # The explorer and the model are not what is explored; other programs of this folder compile
    # them all the same.
    set_source_files_properties(${parts} PROPERTIES COMPILE_OPTIONS "-fno-sanitize=thread;-Umain;-O2")
    set(CORTEN_EXPLORED TRUE)
    # -O0: the compiler keeps nothing in registers from one place to the next.
    corten_add_firmware(${name} BOARD ${arg_BOARD} PANIC exit SOURCES ${arg_SOURCES}
        LINK_LIBRARIES ${arg_LINK_LIBRARIES} OPTIONS ${arg_OPTIONS} -O0 -g -fsanitize=thread
        -DCT_EXPLORED -Dmain=explored_main -Wno-missing-prototypes)
    target_link_options(${name} PRIVATE -fno-sanitize=thread) # its runtime is the explorer
    add_test(NAME explore/${name} COMMAND ${name} ${arg_INTERRUPTS})
    set_tests_properties(explore/${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS explore)
endfunction()
